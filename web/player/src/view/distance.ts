/** What lies behind the level as the server drew it: layers that repeat sideways and pass by at their own speeds. */
import type Phaser from 'phaser';
import type { ArtManifest } from '../art/atlas';
import { DENSITY } from '../art/smooth';
import { BACKDROP } from './artwork';
import { addPicture, snap } from './textures';

export class Distance {
  private readonly layers: { images: Phaser.GameObjects.Image[]; speed: number; width: number }[] = [];
  private readonly above: Phaser.GameObjects.Image;
  private readonly top: number;

  constructor(
    scene: Phaser.Scene,
    { width, height, speeds }: NonNullable<ArtManifest['backdrop']>,
    view: { width: number; height: number },
  ) {
    const [w, h] = [width / DENSITY, height / DENSITY];
    // Views higher than the picture see more of its uppermost sky.
    this.top = view.height - h;
    this.above = addPicture(scene, BACKDROP, '0').setOrigin(0).setScrollFactor(0).setDepth(-96).setCrop(0, 0, width, 1);
    this.above.setScale(1 / DENSITY, Math.max(0, this.top)).setVisible(this.top > 0);
    speeds.forEach((speed, i) => {
      const images: Phaser.GameObjects.Image[] = [];
      for (let x = 0; x < view.width + w; x += w)
        images.push(
          addPicture(scene, BACKDROP, String(i))
            .setOrigin(0)
            .setScrollFactor(0)
            .setDepth(-95 + i),
        );
      this.layers.push({ images, speed, width: w });
    });
  }

  /** @param sink how far the horizon lies below its place, px, for the nearest layer. */
  update(x: number, sink: number): void {
    for (const { images, speed, width } of this.layers) {
      const start = -((((x * speed) % width) + width) % width);
      images.forEach((image, i) => {
        image.setPosition(snap(start + i * width), snap(this.top + sink * speed));
      });
    }
  }

  destroy(): void {
    this.above.destroy();
    for (const { images } of this.layers) for (const image of images) image.destroy();
  }
}
