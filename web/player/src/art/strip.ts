/** A picture that repeats sideways: what backdrops are painted on. */
import type { Rgb } from './color';
import { Pixmap } from './pixmap';

export class Strip {
  readonly picture: Pixmap;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.picture = new Pixmap(width, height);
  }

  set(x: number, y: number, color: Rgb, alpha = 255): void {
    this.picture.set(((Math.floor(x) % this.width) + this.width) % this.width, Math.floor(y), color, alpha);
  }

  rect(x: number, y: number, w: number, h: number, color: Rgb): void {
    for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) this.set(x + i, y + j, color);
  }

  /** Lit from the upper left: `light` on that rim, `dark` on the other. */
  ellipse(cx: number, cy: number, rx: number, ry: number, color: Rgb, light = color, dark = color): void {
    for (let y = Math.floor(cy - ry); y <= cy + ry; y++)
      for (let x = Math.floor(cx - rx); x <= cx + rx; x++) {
        const nx = (x + 0.5 - cx) / rx;
        const ny = (y + 0.5 - cy) / ry;
        if (nx * nx + ny * ny > 1) continue;
        const v = -nx * 0.5 - ny * 0.8;
        this.set(x, y, v > 0.48 ? light : v < -0.42 ? dark : color);
      }
  }

  /** From a height down to the bottom, column by column. `paint` gets the depth below the top. */
  below(top: (x: number) => number, paint: (x: number, y: number, depth: number) => Rgb): void {
    for (let x = 0; x < this.width; x++) {
      const t = Math.floor(top(x));
      for (let y = Math.max(0, t); y < this.height; y++) this.set(x, y, paint(x, y, y - t));
    }
  }

  triangle(cx: number, top: number, half: number, height: number, color: Rgb, light: Rgb): void {
    for (let j = 0; j < height; j++) {
      const w = (half * (j + 1)) / height;
      for (let i = Math.round(-w); i <= Math.round(w); i++) this.set(cx + i, top + j, i < -w * 0.2 ? light : color);
    }
  }

  line(x0: number, y0: number, x1: number, y1: number, thick: number, color: Rgb): void {
    const n = Math.ceil(Math.hypot(x1 - x0, y1 - y0)) || 1;
    for (let i = 0; i <= n; i++) {
      const x = x0 + ((x1 - x0) * i) / n;
      const y = y0 + ((y1 - y0) * i) / n;
      this.rect(
        Math.round(x - thick / 2),
        Math.round(y - thick / 2),
        Math.max(1, Math.round(thick)),
        Math.max(1, Math.round(thick)),
        color,
      );
    }
  }
}
