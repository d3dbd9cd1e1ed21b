/** Hearts, bars and icons of the heads-up display as the server drew them, at the view's density. Pure. */
import { parseHex, type Rgb } from './color';
import { Pixmap } from './pixmap';

export interface SignManifest {
  size: readonly [number, number];
  colors: readonly string[];
  /** Base64 of a byte a pixel: 0 clear, else 1 + the colour's number. */
  pixels: string;
  /** Insets of a nine-slice: left, top, right, bottom. */
  slice?: readonly [number, number, number, number];
  /** Insets of what is laid inside, likewise. */
  content?: readonly [number, number, number, number];
}

type Box = readonly [number, number, number, number];

export interface Sign {
  picture: Pixmap;
  slice: Box;
  content: Box;
}

/** Fills of bars. */
export type Fill = 'health' | 'mana' | 'xp' | 'stamina';
export type Signs = ReadonlyMap<string, Sign>;

const NONE: Box = [0, 0, 0, 0];

export function signsOf(manifest: Readonly<Record<string, SignManifest>>): Signs {
  const out = new Map<string, Sign>();
  for (const [name, { size, colors, pixels, slice, content }] of Object.entries(manifest)) {
    const [width, height] = size;
    const picture = new Pixmap(width, height);
    const inks: Rgb[] = colors.map(parseHex);
    const bytes = atob(pixels);
    if (bytes.length !== width * height) throw new Error(`the sign ${name} has ${bytes.length} pixels`);
    for (let i = 0; i < bytes.length; i++) {
      const ink = inks[bytes.charCodeAt(i) - 1];
      if (ink !== undefined) picture.set(i % width, Math.floor(i / width), ink);
    }
    out.set(name, { picture, slice: slice ?? NONE, content: content ?? NONE });
  }
  return out;
}

/** Where each row or column of a stretched nine-slice comes from; what lies between the corners is of one colour along the way. */
function sources(own: number, first: number, last: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => (i < first ? i : i >= size - last ? own - (size - i) : Math.min(first, own - 1)));
}

/** A nine-slice drawn on `out` as large as asked. */
export function stretch(out: Pixmap, { picture, slice }: Sign, x: number, y: number, width: number, height: number): void {
  const [left, top, right, bottom] = slice;
  const across = sources(picture.width, left, right, width);
  const down = sources(picture.height, top, bottom, height);
  down.forEach((from, j) => {
    across.forEach((source, i) => {
      const at = (from * picture.width + source) * 4;
      const d = picture.data;
      if ((d[at + 3] as number) > 0) out.set(x + i, y + j, [d[at] as number, d[at + 1] as number, d[at + 2] as number]);
    });
  });
}

/** A bar in its frame, filled to `share` 0-1; something left is never nothing to see. */
export function gauge(out: Pixmap, signs: Signs, fill: Fill, x: number, y: number, width: number, share: number): void {
  const frame = signs.get('bar-frame');
  const ink = signs.get(`bar-${fill}`);
  if (frame === undefined || ink === undefined) return;
  const [left, top, right, bottom] = frame.content;
  const height = frame.picture.height;
  stretch(out, frame, x, y, width, height);
  const room = width - left - right;
  const long = Math.round(Math.max(0, Math.min(1, share)) * room);
  if (share > 0) stretch(out, ink, x + left, y + top, Math.max(Math.min(4, room), long), height - top - bottom);
}
