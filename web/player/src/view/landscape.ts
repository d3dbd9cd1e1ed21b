/** The level's ground and what lies behind it: terrain painted in chunks as the camera comes near, strips that pass by. */
import type Phaser from 'phaser';
import type { Materials } from '../art/material';
import { Pixmap } from '../art/pixmap';
import { paintPlace } from '../art/place';
import { liquidFrames, SWELL, type TileGrid } from '../art/terrain';
import type { Theme } from '../art/theme';
import type { LevelData } from '../engine';
import { Distance, type Place } from './distance';
import type { Perspective } from './perspective';
import { addPainting, addPicture, addTexture, updateTexture } from './textures';

/** Edge of a chunk, px. */
const CHUNK = 256;
/** Characters that move or come and go; drawn as sprites above the painted ground. */
const LIVE_TOP = '^vw';

export class Landscape {
  private readonly chunks = new Map<string, Phaser.GameObjects.Image>();
  /** Chunks that show the ground as it was. */
  private readonly stale = new Set<string>();
  private readonly liquids: Phaser.GameObjects.Image[] = [];
  private readonly changes = new Map<number, string>();
  private readonly grid: TileGrid;
  private readonly live: [number, number][] = [];
  private readonly liveImages: Phaser.GameObjects.Image[] = [];
  /** Texture keys by place in the swell, then by frame. */
  private readonly liquidKeys: { body: string[][]; surface: string[][] };
  private distance: Distance;

  constructor(
    private readonly scene: Phaser.Scene,
    private readonly level: LevelData,
    private readonly theme: Theme,
    private readonly perspective: Perspective,
    private readonly width: number,
    private readonly height: number,
    private materials: Materials | null,
    place: Place | null,
  ) {
    const level_ = level;
    this.grid = {
      tile: level.tile,
      width: level.width,
      height: level.height,
      at: (x, y) => this.changes.get(y * level_.width + x) ?? level_.rows[y]?.[x] ?? '.',
    };
    this.distance = this.behind(place);
    const make = (w: number, h: number): Pixmap => new Pixmap(w, h);
    const swell = (surface: boolean): string[][] =>
      Array.from({ length: SWELL }, (_, column) =>
        liquidFrames(theme, level.tile, surface, column, make).map((p, i) => addPainting(scene, `liquid:${surface}:${column}:${i}`, p)),
      );
    this.liquidKeys = { body: swell(false), surface: swell(true) };
    if (perspective !== 'top') return;
    for (let y = 0; y < level.height; y++)
      for (let x = 0; x < level.width; x++) if (LIVE_TOP.includes(level.rows[y]?.[x] ?? '.')) this.live.push([x, y]);
  }

  /** Tiles that differ from the rows now. Repaints only chunks whose painted ground changed. */
  setChanges(changes: readonly [number, number, string][]): void {
    const fresh = new Map<number, string>(changes.map(([x, y, c]) => [y * this.level.width + x, c]));
    const dirty = new Set<string>();
    const touch = (index: number): void => {
      const x = index % this.level.width;
      const y = Math.floor(index / this.level.width);
      if (this.perspective === 'top' && LIVE_TOP.includes(this.level.rows[y]?.[x] ?? '.')) return;
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ] as const) {
        dirty.add(`${Math.floor(((x + dx) * this.level.tile) / CHUNK)},${Math.floor(((y + dy) * this.level.tile) / CHUNK)}`);
      }
    };
    for (const [index, c] of fresh) if (this.changes.get(index) !== c) touch(index);
    for (const index of this.changes.keys()) if (!fresh.has(index)) touch(index);
    this.changes.clear();
    for (const [index, c] of fresh) this.changes.set(index, c);
    for (const key of dirty) {
      const [cx, cy] = key.split(',').map(Number) as [number, number];
      if (this.chunks.has(key)) updateTexture(this.scene, `chunk:${key}`, this.paint(cx, cy));
    }
  }

  /** A chunk at the view's density. */
  private paint(cx: number, cy: number): Pixmap {
    const n = CHUNK / this.level.tile;
    const { grid, theme, materials } = this;
    return paintPlace({ grid, theme, seed: this.level.seed | 0, top: this.perspective === 'top', materials }, cx * n, cy * n, n, n);
  }

  private behind(place: Place | null): Distance {
    return new Distance(this.scene, this.level, this.theme, this.perspective !== 'top', this.width, this.height, place);
  }

  /** From now on the ground is laid of these: what was painted before is painted again as it comes into sight. Behind it lies this place. */
  dress(materials: Materials | null, place: Place | null): void {
    if (materials !== null) {
      this.materials = materials;
      for (const key of this.chunks.keys()) this.stale.add(key);
    }
    if (place === null) return;
    this.distance.destroy();
    this.distance = this.behind(place);
  }

  /** @param x,y top left of what is seen. */
  update(x: number, y: number, tick: number, seconds: number, all: boolean): void {
    let budget = all ? 99 : 1;
    const [x0, x1] = [Math.floor(x / CHUNK), Math.floor((x + this.width - 1) / CHUNK)];
    const [y0, y1] = [Math.floor(y / CHUNK), Math.floor((y + this.height - 1) / CHUNK)];
    for (let cy = y0; cy <= y1; cy++)
      for (let cx = x0 - 1; cx <= x1 + 1; cx++) {
        const key = `${cx},${cy}`;
        if (this.chunks.has(key) && !this.stale.has(key)) continue;
        const visible = cx >= x0 && cx <= x1;
        if (!visible && budget <= 0) continue;
        if (!visible && all) continue;
        budget--;
        if (this.stale.delete(key)) {
          updateTexture(this.scene, `chunk:${key}`, this.paint(cx, cy));
          continue;
        }
        addTexture(this.scene, `chunk:${key}`, this.paint(cx, cy));
        this.chunks.set(
          key,
          addPicture(this.scene, `chunk:${key}`)
            .setPosition(cx * CHUNK, cy * CHUNK)
            .setOrigin(0)
            .setDepth(0),
        );
      }
    this.distance.update(x, y, seconds);
    this.drawLiquids(x, y, tick);
    this.drawLive(x, y);
  }

  private drawLiquids(x: number, y: number, tick: number): void {
    if (this.perspective === 'top') return;
    const t = this.level.tile;
    const frame = Math.floor(tick / 10) % 4;
    let used = 0;
    const [tx0, ty0] = [Math.floor(x / t), Math.floor(y / t)];
    for (let ty = ty0; ty <= ty0 + this.height / t + 1; ty++)
      for (let tx = tx0; tx <= tx0 + this.width / t + 1; tx++) {
        if (this.grid.at(tx, ty) !== '~') continue;
        const image =
          this.liquids[used] ??
          addPicture(this.scene, this.liquidKeys.body[0]?.[0] as string)
            .setOrigin(0)
            .setDepth(25);
        this.liquids[used++] = image;
        const surface = this.grid.at(tx, ty - 1) !== '~';
        const keys = surface ? this.liquidKeys.surface : this.liquidKeys.body;
        image.setTexture(keys[((tx % SWELL) + SWELL) % SWELL]?.[frame] as string);
        image.setPosition(tx * t, ty * t).setVisible(true);
      }
    for (let i = used; i < this.liquids.length; i++) this.liquids[i]?.setVisible(false);
  }

  private drawLive(x: number, y: number): void {
    const t = this.level.tile;
    let used = 0;
    for (const [tx, ty] of this.live) {
      if (tx * t < x - t || ty * t < y - t || tx * t > x + this.width || ty * t > y + this.height) continue;
      const char = this.grid.at(tx, ty);
      const image = this.liveImages[used] ?? addPicture(this.scene, 'spikes:up').setOrigin(0).setDepth(1);
      this.liveImages[used++] = image;
      image
        .setTexture(char === 'v' ? 'spikes:down' : char === 'w' ? 'spikes:tell' : 'spikes:up')
        .setPosition(tx * t, ty * t)
        .setVisible(true);
    }
    for (let i = used; i < this.liveImages.length; i++) this.liveImages[i]?.setVisible(false);
  }

  destroy(): void {
    this.distance.destroy();
    for (const [key, image] of this.chunks) {
      image.destroy();
      this.scene.textures.remove(`chunk:${key}`);
    }
    for (const i of [...this.liquids, ...this.liveImages]) i.destroy();
  }
}
