/** What every body plan draws with: a figure in the body's own units, its colours, its traits, and the pose of the frame. */
import { darken, lighten, parseHex, type Rgb, toHex, toLch } from './color';
import type { Figure, PartOptions, Point } from './figure';
import { hashText, sequence } from './noise';

/** How a config names a picture: `entities[].properties.sprite`. */
export interface SpriteSpec {
  prompt: string;
  body: string;
  colors?: readonly string[];
  size?: readonly [number, number];
}

export type Motion = 'idle' | 'walk' | 'jump' | 'fall' | 'attack' | 'hurt' | 'fly' | 'open' | 'sleep';

/** Frames of each motion; poses run through `phase` 0..1. */
export const FRAME_COUNTS: Readonly<Record<Motion, number>> = {
  idle: 2,
  walk: 4,
  jump: 1,
  fall: 1,
  attack: 2,
  hurt: 1,
  fly: 4,
  open: 1,
  sleep: 2,
};

export interface Pose {
  motion: Motion;
  /** 0..1 through the motion. */
  phase: number;
}

const INK: Rgb = [27, 20, 38];
const WHITE: Rgb = [255, 252, 244];

export class Rig {
  readonly words: ReadonlySet<string>;
  readonly random: () => number;
  /** Main, second and third colour as `#rrggbb`. */
  readonly colors: readonly [string, string, string];

  constructor(
    readonly figure: Figure,
    readonly spec: SpriteSpec,
    readonly pose: Pose,
    /** Pixels per unit. */
    readonly k: number,
    private readonly ox: number,
    private readonly oy: number,
    /** Enemies look cross. */
    readonly mean: boolean,
  ) {
    this.words = new Set(
      spec.prompt
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .flatMap((w) => (w.endsWith('s') ? [w, w.slice(0, -1)] : [w])),
    );
    this.random = sequence(hashText(`${spec.prompt}/${spec.body}`));
    const main = spec.colors?.[0] ?? '#8a8f9c';
    const second = spec.colors?.[1] ?? toHex(lighten(parseHex(main), 0.2));
    this.colors = [main, second, spec.colors?.[2] ?? toHex(darken(parseHex(main), 0.16))];
  }

  /** Whether the prompt holds one of the words. */
  is(...words: string[]): boolean {
    return words.some((w) => this.words.has(w));
  }

  of(color: string, contrast = 1): number {
    return this.figure.of(color, contrast);
  }

  private x(x: number): number {
    return this.ox + x * this.k;
  }

  private y(y: number): number {
    return this.oy + y * this.k;
  }

  private at(p: Point): Point {
    return [this.x(p[0]), this.y(p[1])];
  }

  ellipse(x: number, y: number, rx: number, ry: number, material: number, o: PartOptions = {}): void {
    this.figure.ellipse(this.x(x), this.y(y), rx * this.k, ry * this.k, material, this.scaled(o));
  }

  limb(a: Point, b: Point, ra: number, rb: number, material: number, o: PartOptions = {}): void {
    const least = 0.5;
    this.figure.limb(this.at(a), this.at(b), Math.max(least, ra * this.k), Math.max(least, rb * this.k), material, this.scaled(o));
  }

  /** A limb through several points. */
  spine(points: readonly Point[], ra: number, rb: number, material: number, o: PartOptions = {}): void {
    const n = points.length - 1;
    for (let i = 0; i < n; i++) {
      const s = i / n;
      const e = (i + 1) / n;
      this.limb(points[i] as Point, points[i + 1] as Point, ra + (rb - ra) * s, ra + (rb - ra) * e, material, { line: false, ...o });
    }
  }

  polygon(points: readonly Point[], material: number, o: PartOptions = {}): void {
    this.figure.polygon(
      points.map((p) => this.at(p)),
      material,
      this.scaled(o),
    );
  }

  rect(x: number, y: number, w: number, h: number, material: number, o: PartOptions = {}): void {
    this.figure.rect(this.x(x), this.y(y), w * this.k, h * this.k, material, this.scaled(o));
  }

  dot(x: number, y: number, material: number, tone = 2): void {
    this.figure.dot(this.x(x), this.y(y), material, tone);
  }

  mark(x: number, y: number, color: Rgb): void {
    this.figure.mark(this.x(x), this.y(y), color);
  }

  /** Clips are given in units. */
  private scaled(o: PartOptions): PartOptions {
    const clip = o.clip;
    return clip === undefined ? o : { ...o, clip: (px, py) => clip((px - this.ox) / this.k, (py - this.oy) / this.k) };
  }

  /** An eye on a surface of the given colour, looking right. Size follows the scale. */
  eye(x: number, y: number, on: string, size = 1): void {
    const px = Math.floor(this.x(x));
    const py = Math.floor(this.y(y));
    const dark = toLch(parseHex(on))[0] < 0.42;
    const f = this.figure;
    const hurt = this.pose.motion === 'hurt';
    const asleep = this.pose.motion === 'sleep';
    const n = this.k * size;
    if (hurt || asleep) {
      const ink = dark ? WHITE : INK;
      f.mark(px, py, ink);
      f.mark(px + 1, hurt ? py - 1 : py, ink);
      return;
    }
    const tall = n >= 1.6 ? 3 : 2;
    const wide = n >= 1.3 ? 2 : 1;
    const sclera = dark || n >= 1.6;
    if (sclera) for (let j = 0; j < tall; j++) for (let i = 0; i <= wide; i++) f.mark(px - 1 + i, py - j, WHITE);
    for (let j = 0; j < tall; j++) for (let i = 0; i < wide; i++) f.mark(px + (sclera ? i : i), py - j, INK);
    if (wide === 2) f.mark(px, py - tall + 1, WHITE);
    if (this.mean) {
      const brow = dark ? WHITE : INK;
      f.mark(px - 1, py - tall, brow);
      if (wide === 2) f.mark(px, py - tall, brow);
      if (!dark && !sclera) f.mark(px, py - tall + 1, brow);
    }
  }

  /** Up and down swing of a walk or breath, in units; whole pixels only. */
  get bob(): number {
    const { motion, phase } = this.pose;
    const s = Math.sin(phase * 2 * Math.PI);
    const px = motion === 'walk' ? (Math.abs(s) > 0.5 ? 1 : 0) : motion === 'idle' || motion === 'sleep' ? (phase >= 0.5 ? -0.6 : 0) : 0;
    return -Math.round(px * Math.max(1, this.k * 0.8)) / this.k;
  }

  /** Foot of a leg: swing in x and lift in y, at the leg's own offset in the cycle. */
  foot(offset: number, stride: number, lift: number): Point {
    const { motion, phase } = this.pose;
    if (motion === 'jump') return [offset > 0.4 && offset < 0.6 ? -stride * 0.9 : stride * 0.7, -lift * 0.5];
    if (motion === 'fall') return [offset > 0.4 && offset < 0.6 ? -stride * 0.4 : stride * 0.6, -lift * 0.2];
    if (motion !== 'walk') return [0, 0];
    const p = (phase + offset) % 1;
    return p < 0.5 ? [stride * (1 - 4 * p), 0] : [stride * (-1 + 4 * (p - 0.5)), -lift * Math.sin((p - 0.5) * 2 * Math.PI)];
  }
}

export interface BodyPlan {
  /** Room in units: half width, height above the ground, depth below it. */
  readonly half: number;
  readonly height: number;
  readonly below: number;
  /** Height in units of what collides, for fitting to a hitbox. */
  readonly solid: number;
  /** Stands on the ground (pivot at its feet) or floats (pivot at its middle). */
  readonly stands: boolean;
  readonly motions: readonly Motion[];
  draw(rig: Rig): void;
}
