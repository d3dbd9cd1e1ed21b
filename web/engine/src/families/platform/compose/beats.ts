/** What a beat of a level is: a theme drawn once, gently or hard. */
import type { Canvas } from './canvas';

export type Phase = 'introduce' | 'develop' | 'twist' | 'mastery';

export interface Theme {
  readonly name: string;
  /** First level (0-based) that may use it. */
  readonly from: number;
  /** Mechanic it needs, if any; such themes are preferred when the mechanic is asked for. */
  readonly needs?: string;
  /** Whether these rules allow it. */
  fits(c: Canvas): boolean;
  draw(c: Canvas, phase: Phase): void;
}

export const INTENSITY: Readonly<Record<Phase, number>> = { introduce: 0.25, develop: 0.6, twist: 0.85, mastery: 1 };

/** Level ground to walk, with coins and room for a foe. */
export function stretch(c: Canvas, length: number, intensity: number): void {
  const g = c.ground(length);
  if (length >= 5) c.foe(g.x + (length >> 1), g.y - 1, 'ground', Math.max(2, (length >> 1) - 1), intensity);
  if (length >= 6 && c.rng.chance(55)) c.line(g.x + 1, g.y - 1, Math.min(5, length - 2));
}

/** A jump of the right size to a floor `up` tiles higher, and a landing. */
export function leap(c: Canvas, up: number, intensity: number, landing: number, full = false): void {
  const rise = c.knobs.budget > 0 && up > 0 && !c.canGap(up) ? 0 : up;
  const width = c.gapFor(rise, intensity, full);
  const from = c.y;
  const x = c.x;
  const done = c.shift(rise);
  // The pit belongs to the lower side.
  const floor = c.y;
  c.y = Math.max(from, floor);
  c.pit(width);
  c.y = floor;
  c.arch(x, from, width, done);
  if (width >= 4) c.foe(x + (width >> 1), Math.min(from, floor) - 3, 'air', Math.max(2, width >> 1), intensity);
  stretch(c, landing, intensity);
}
