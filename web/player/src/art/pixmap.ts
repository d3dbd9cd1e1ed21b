/** A small RGBA picture in memory; drawn by pure code, shown by whoever likes. */
import type { Rgb } from './color';

export class Pixmap {
  /** RGBA, row-major. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Uint8ClampedArray(width * height * 4);
  }

  set(x: number, y: number, [r, g, b]: Rgb, alpha = 255): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (y * this.width + x) * 4;
    this.data[at] = r;
    this.data[at + 1] = g;
    this.data[at + 2] = b;
    this.data[at + 3] = alpha;
  }

  /** Blend over what is there. */
  blend(x: number, y: number, [r, g, b]: Rgb, alpha: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height || alpha <= 0) return;
    const at = (y * this.width + x) * 4;
    const d = this.data;
    const under = (d[at + 3] as number) / 255;
    const out = alpha + under * (1 - alpha);
    d[at] = (r * alpha + (d[at] as number) * under * (1 - alpha)) / out;
    d[at + 1] = (g * alpha + (d[at + 1] as number) * under * (1 - alpha)) / out;
    d[at + 2] = (b * alpha + (d[at + 2] as number) * under * (1 - alpha)) / out;
    d[at + 3] = 255 * out;
  }

  alpha(x: number, y: number): number {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return 0;
    return this.data[(y * this.width + x) * 4 + 3] as number;
  }

  rect(x: number, y: number, w: number, h: number, color: Rgb): void {
    for (let j = y; j < y + h; j++) for (let i = x; i < x + w; i++) this.set(i, j, color);
  }

  /** Copy another picture onto this one; transparent pixels leave what is there. `flip` mirrors it. */
  draw(from: Pixmap, x: number, y: number, flip = false): void {
    for (let j = 0; j < from.height; j++)
      for (let i = 0; i < from.width; i++) {
        const at = (j * from.width + (flip ? from.width - 1 - i : i)) * 4;
        const a = from.data[at + 3] as number;
        if (a === 0) continue;
        const color: Rgb = [from.data[at] as number, from.data[at + 1] as number, from.data[at + 2] as number];
        if (a === 255) this.set(x + i, y + j, color);
        else this.blend(x + i, y + j, color, a / 255);
      }
  }
}
