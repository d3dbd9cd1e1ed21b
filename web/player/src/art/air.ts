/** What every painter of the distance needs: the colour of its layer, the haze, and ground that rolls. */
import { darken, lighten, mix, type Rgb } from './color';
import { bayer, hash, noise } from './noise';
import type { Strip } from './strip';

export interface Air {
  /** Main colour of the layer. */
  color: Rgb;
  /** What the distance fades into. */
  haze: Rgb;
  /** 0 far, 1 near. */
  depth: number;
  night: boolean;
  accent: Rgb;
  seed: number;
}

export type Painter = (s: Strip, a: Air) => void;

export const TAU = Math.PI * 2;

/** Rolling height that repeats with the strip: waves of whole periods plus noise. */
export function roll(s: Strip, a: Air, height: number, swing: number, waves: number): (x: number) => number {
  const p1 = hash(1, 0, a.seed) * TAU;
  const p2 = hash(2, 0, a.seed) * TAU;
  return (x) =>
    s.height -
    height -
    swing * (0.6 * Math.sin((x / s.width) * TAU * waves + p1) + 0.4 * Math.sin((x / s.width) * TAU * (waves * 2 + 1) + p2));
}

/** Body colour with a lit edge and haze rising from below, dithered. */
export function land(a: Air, rim = 2): (x: number, y: number, depth: number) => Rgb {
  const light = lighten(a.color, 0.05);
  const dark = darken(a.color, 0.035);
  const foot = mix(a.color, a.haze, 0.45);
  return (x, y, d) => {
    if (d < rim) return light;
    const f = (d - 26) / 60;
    if (f > bayer(x, y)) return foot;
    return noise(x / 13, y / 9, a.seed + 5) > 0.68 ? dark : a.color;
  };
}
