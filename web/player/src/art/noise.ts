/** Seeded randomness for pictures: hashes of coordinates, value noise, a small generator. */

/** 0..1 from up to three integers. */
export function hash(x: number, y = 0, seed = 0): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** FNV-1a of a text. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** Value noise 0..1; with `period` it repeats in x (in lattice cells). */
export function noise(x: number, y: number, seed: number, period = 0): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const wrap = (i: number): number => (period > 0 ? ((i % period) + period) % period : i);
  const u = smooth(x - xi);
  const v = smooth(y - yi);
  const a = hash(wrap(xi), yi, seed);
  const b = hash(wrap(xi + 1), yi, seed);
  const c = hash(wrap(xi), yi + 1, seed);
  const d = hash(wrap(xi + 1), yi + 1, seed);
  return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v;
}

/** A sequence of numbers in 0..1. */
export function sequence(seed: number): () => number {
  let i = 0;
  return () => hash(i++, 7919, seed);
}

/** Bayer 4x4 threshold 0..1, for dithering. */
export function bayer(x: number, y: number): number {
  const m = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
  return ((m[(y & 3) * 4 + (x & 3)] as number) + 0.5) / 16;
}
