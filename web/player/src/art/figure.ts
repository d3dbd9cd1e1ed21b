/**
 * A figure of shaded parts: each part is a simple shape with a material; light comes from the upper left; parts in front
 * throw a dark line on those behind; the whole gets an outline in the darkest tone of what it borders.
 */
import { parseHex, type Ramp, type Rgb, ramp } from './color';
import { Pixmap } from './pixmap';

export type Point = readonly [number, number];

export interface PartOptions {
  /** Fixed tone 0-4 instead of shading. */
  tone?: number;
  /** Added to the shaded tone. */
  bias?: number;
  /** Draw the dividing line against parts behind (default true for parts wider than 3 px). */
  line?: boolean;
  /** Pixels for which this is false are left out. */
  clip?: (x: number, y: number) => boolean;
  /** Only paint over pixels that are already painted (markings). */
  within?: boolean;
}

const LIGHT = (() => {
  const v = [-0.48, -0.68, 0.56];
  const n = Math.hypot(...v);
  return v.map((c) => c / n) as [number, number, number];
})();

function toneOf(nx: number, ny: number): number {
  const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
  const v = nx * LIGHT[0] + ny * LIGHT[1] + nz * LIGHT[2];
  return v < 0.14 ? 1 : v < 0.83 ? 2 : 3;
}

export class Figure {
  private readonly ramps: Ramp[] = [];
  private readonly named = new Map<string, number>();
  private readonly material: Uint8Array;
  private readonly tone: Uint8Array;
  private readonly part: Uint16Array;
  private readonly lined: boolean[] = [false];
  private parts = 0;
  /** Pixels drawn after the outline, exact colours (eyes, glints). */
  private readonly marks: [number, number, Rgb][] = [];

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.material = new Uint8Array(width * height);
    this.tone = new Uint8Array(width * height);
    this.part = new Uint16Array(width * height);
  }

  /** A material for the colour (one per colour). */
  of(color: string, contrast = 1): number {
    const key = `${color}/${contrast}`;
    let index = this.named.get(key);
    if (index === undefined) {
      index = this.ramps.push(ramp(parseHex(color), contrast));
      this.named.set(key, index);
    }
    return index;
  }

  private begin(line: boolean): number {
    this.lined.push(line);
    return ++this.parts;
  }

  private put(x: number, y: number, material: number, tone: number, part: number, o: PartOptions): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    if (o.clip !== undefined && !o.clip(x + 0.5, y + 0.5)) return;
    const at = y * this.width + x;
    if (o.within && this.material[at] === 0) return;
    this.material[at] = material;
    this.tone[at] = Math.max(0, Math.min(4, o.tone ?? tone + (o.bias ?? 0)));
    // Markings belong to the part they lie on, or the dividing lines would follow them.
    if (!o.within) this.part[at] = part;
  }

  ellipse(cx: number, cy: number, rx: number, ry: number, material: number, o: PartOptions = {}): void {
    const part = this.begin(o.line ?? Math.min(rx, ry) > 1.6);
    for (let y = Math.floor(cy - ry); y <= cy + ry; y++)
      for (let x = Math.floor(cx - rx); x <= cx + rx; x++) {
        const nx = (x + 0.5 - cx) / rx;
        const ny = (y + 0.5 - cy) / ry;
        if (nx * nx + ny * ny <= 1) this.put(x, y, material, toneOf(nx, ny), part, o);
      }
  }

  /** A tapering limb. */
  limb(a: Point, b: Point, ra: number, rb: number, material: number, o: PartOptions = {}): void {
    const part = this.begin(o.line ?? Math.max(ra, rb) > 1.6);
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const length = dx * dx + dy * dy || 1e-6;
    const r = Math.max(ra, rb);
    for (let y = Math.floor(Math.min(a[1], b[1]) - r); y <= Math.max(a[1], b[1]) + r; y++)
      for (let x = Math.floor(Math.min(a[0], b[0]) - r); x <= Math.max(a[0], b[0]) + r; x++) {
        const t = Math.max(0, Math.min(1, ((x + 0.5 - a[0]) * dx + (y + 0.5 - a[1]) * dy) / length));
        const radius = ra + (rb - ra) * t;
        const nx = (x + 0.5 - a[0] - dx * t) / radius;
        const ny = (y + 0.5 - a[1] - dy * t) / radius;
        if (nx * nx + ny * ny <= 1) this.put(x, y, material, toneOf(nx * 0.9, ny * 0.9), part, o);
      }
  }

  polygon(points: readonly Point[], material: number, o: PartOptions = {}): void {
    const part = this.begin(o.line ?? true);
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    for (let y = Math.floor(y0); y <= y1; y++)
      for (let x = Math.floor(x0); x <= x1; x++) {
        if (!inside(points, x + 0.5, y + 0.5)) continue;
        const nx = ((x + 0.5 - x0) / Math.max(1, x1 - x0)) * 1.5 - 0.75;
        const ny = ((y + 0.5 - y0) / Math.max(1, y1 - y0)) * 1.5 - 0.75;
        this.put(x, y, material, toneOf(nx, ny), part, o);
      }
  }

  rect(x: number, y: number, w: number, h: number, material: number, o: PartOptions = {}): void {
    const part = this.begin(o.line ?? Math.min(w, h) > 3);
    const [x0, y0, x1, y1] = [Math.round(x), Math.round(y), Math.round(x + w), Math.round(y + h)];
    for (let j = y0; j < y1; j++)
      for (let i = x0; i < x1; i++) {
        const edge = j === y0 || (i === x0 && w > 3) ? 3 : (j === y1 - 1 && h > 2) || (i === x1 - 1 && w > 3) ? 1 : 2;
        this.put(i, j, material, edge, part, o);
      }
  }

  /** One pixel of a material's tone. */
  dot(x: number, y: number, material: number, tone = 2): void {
    this.put(Math.floor(x), Math.floor(y), material, tone, this.begin(false), { tone });
  }

  /** One pixel of an exact colour, above everything. */
  mark(x: number, y: number, color: Rgb): void {
    this.marks.push([Math.floor(x), Math.floor(y), color]);
  }

  filled(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.width && y < this.height && this.material[y * this.width + x] !== 0;
  }

  render(outline = true): Pixmap {
    const out = new Pixmap(this.width, this.height);
    const { width, height } = this;
    const around: Point[] = [
      [0, 1],
      [1, 0],
      [-1, 0],
      [0, -1],
    ];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = y * width + x;
        const material = this.material[at] as number;
        if (material === 0) {
          if (!outline) continue;
          for (const [dx, dy] of around) {
            if (!this.filled(x + dx, y + dy)) continue;
            const neighbour = this.material[(y + dy) * width + x + dx] as number;
            out.set(x, y, (this.ramps[neighbour - 1] as Ramp)[0]);
            break;
          }
          continue;
        }
        let tone = this.tone[at] as number;
        const part = this.part[at] as number;
        for (const [dx, dy] of around) {
          if (!this.filled(x + dx, y + dy)) continue;
          const other = this.part[(y + dy) * width + x + dx] as number;
          if (other > part && this.lined[other]) {
            tone = Math.max(0, Math.min(tone, 2) - 1);
            break;
          }
        }
        out.set(x, y, (this.ramps[material - 1] as Ramp)[tone] as Rgb);
      }
    for (const [x, y, color] of this.marks) if (this.filled(x, y)) out.set(x, y, color);
    return out;
  }
}

function inside(points: readonly Point[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [xi, yi] = points[i] as Point;
    const [xj, yj] = points[j] as Point;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}
