/** What lies behind the ground: the server's layers where it drew them, else what the page paints. */
import type Phaser from 'phaser';
import { horizon, paintBackdrop, paintSky, STRIP_WIDTH } from '../art/backdrop';
import { begin, type PlaceManifest, slices } from '../art/layers';
import { Pixmap } from '../art/pixmap';
import { DENSITY } from '../art/smooth';
import type { Theme } from '../art/theme';
import type { LevelData } from '../engine';
import { addPainting, addPicture } from './textures';

/** A place with its pictures decoded. */
export interface Place {
  manifest: PlaceManifest;
  sky: HTMLImageElement | null;
  layers: readonly HTMLImageElement[];
}

interface Strip {
  images: Phaser.GameObjects.Image[];
  /** Game px after which it repeats. */
  width: number;
  factor: number;
  drift: number;
  start: number;
  /** Stays where it is when the horizon is left below. */
  fixed: boolean;
}

const FIRST = -90;

export class Distance {
  private readonly strips: Strip[] = [];
  private readonly still: Phaser.GameObjects.Image[] = [];
  private drifted = 0;

  /** `theme` null: nothing but a flat colour is seen. */
  constructor(
    private readonly scene: Phaser.Scene,
    private readonly level: LevelData,
    theme: Theme,
    open: boolean,
    private readonly width: number,
    private readonly height: number,
    place: Place | null,
  ) {
    const seed = level.seed | 0;
    if (!open) {
      const flat = new Pixmap(width, height);
      flat.rect(0, 0, width, height, theme.wall[0]);
      this.stand(addPainting(scene, 'sky', flat));
      return;
    }
    const land = horizon(level, height);
    if (place !== null) {
      this.lay(place, seed, land);
      return;
    }
    this.stand(addPainting(scene, 'sky', paintSky(theme, width, height, seed)));
    for (const { picture, factor, drift } of paintBackdrop(theme, height, seed, land))
      this.pass(addPainting(scene, `strip:${this.strips.length}`, picture), {
        width: STRIP_WIDTH,
        factor,
        drift,
        start: 0,
        fixed: false,
      });
  }

  private stand(key: string): void {
    this.still.push(addPicture(this.scene, key).setOrigin(0).setScrollFactor(0).setDepth(-100));
  }

  private pass(key: string, strip: Omit<Strip, 'images'>): void {
    const depth = FIRST + this.strips.length;
    const images: Phaser.GameObjects.Image[] = [];
    for (let x = 0; x < this.width + strip.width; x += strip.width)
      images.push(addPicture(this.scene, key).setOrigin(0).setScrollFactor(0).setDepth(depth));
    this.strips.push({ ...strip, images });
  }

  private lay({ manifest, sky, layers }: Place, seed: number, land: number): void {
    const tall = this.height * DENSITY;
    if (sky !== null) {
      const [canvas, ink] = sheet(this.width * DENSITY, tall);
      ink.fillStyle = manifest.zenith ?? '#000000';
      ink.fillRect(0, 0, canvas.width, tall);
      ink.drawImage(sky, 0, tall - sky.height);
      this.stand(texture(this.scene, 'sky', canvas));
    }
    manifest.layers.forEach(({ name, anchor, split, lift: share, speed, drift, foot }, i) => {
      const picture = layers[i] as HTMLImageElement;
      const lift = Math.round(land * DENSITY * share);
      const [canvas, ink] = sheet(picture.width, tall);
      for (const { from, to, at, flip } of slices(anchor, picture.height, tall, lift, split)) {
        ink.setTransform(1, 0, 0, flip ? -1 : 1, 0, flip ? 2 * at + to - from : 0);
        ink.drawImage(picture, 0, from, picture.width, to - from, 0, at, picture.width, to - from);
      }
      ink.setTransform(1, 0, 0, 1, 0, 0);
      foot?.forEach((color, k) => {
        const [a, b] = [k, k + 1].map((n) => Math.floor((n * lift) / foot.length)) as [number, number];
        ink.fillStyle = color;
        ink.fillRect(0, tall - lift + a, picture.width, b - a);
      });
      this.pass(texture(this.scene, `strip:${i}`, canvas), {
        width: picture.width / DENSITY,
        factor: speed,
        drift,
        start: begin(seed, i) / DENSITY,
        fixed: name === 'wall',
      });
    });
  }

  /** @param x,y top left of what is seen. */
  update(x: number, y: number, seconds: number): void {
    this.drifted += seconds;
    // Who climbs out of a deep shaft leaves the horizon below.
    const bottom = this.level.height * this.level.tile;
    const climbed = bottom > this.height * 2.5 ? bottom - this.height - y : 0;
    for (const { images, width, factor, drift, start, fixed } of this.strips) {
      const shift = Math.round((x * factor - this.drifted * drift + start) * DENSITY) / DENSITY;
      const left = -(((shift % width) + width) % width);
      const sink = fixed ? 0 : Math.min(this.height * 0.8, Math.max(0, climbed) * factor * 0.5);
      for (let i = 0; i < images.length; i++) images[i]?.setPosition(left + i * width, Math.round(sink));
    }
  }

  destroy(): void {
    for (const image of this.still) image.destroy();
    for (const { images } of this.strips) for (const image of images) image.destroy();
  }
}

function sheet(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ink = canvas.getContext('2d') as CanvasRenderingContext2D;
  ink.imageSmoothingEnabled = false;
  return [canvas, ink];
}

function texture(scene: Phaser.Scene, key: string, canvas: HTMLCanvasElement): string {
  if (scene.textures.exists(key)) scene.textures.remove(key);
  scene.textures.addCanvas(key, canvas);
  return key;
}
