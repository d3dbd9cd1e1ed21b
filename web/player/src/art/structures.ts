/** Things that fill their box exactly, because one stands on them or bumps into them: ledges, gate columns, a rising flood. */
import { darken, mix, type Ramp, type Rgb, ramp } from './color';
import type { Point } from './figure';
import { bayer, hash, noise } from './noise';
import { Pixmap } from './pixmap';
import type { SpriteSheet } from './sprite';
import type { Theme } from './theme';

const TAU = 2 * Math.PI;
const INK: Rgb = [27, 20, 38];
/** A column is painted this long and shown by its open end; the rest lies outside the level. */
const COLUMN_LENGTH = 240;
/** What rises is painted this deep: farther down than any view shows. */
const FLOOD_DEPTH = 240;
/** How far a column's head stands out to either side, px. */
const HEAD = 2;

const LIQUIDS: Readonly<Record<Theme['liquid'], Rgb>> = {
  water: [54, 132, 214],
  lava: [240, 96, 38],
  slime: [126, 190, 58],
  sweet: [236, 120, 176],
};
const SPECK: readonly Point[] = [[0, 0]];
const BUBBLE: readonly Point[] = [
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
];
/** Own shots wider than this are no shots but a field around the hero, px. */
const FIELD = 24;

export interface StructureLook {
  role: string;
  w: number;
  h: number;
  /** Gates: hangs from above. */
  flip: boolean;
  properties: Readonly<Record<string, unknown>>;
}

/** The picture of a structure, or null for things that a body plan draws. */
export function structureOf(look: StructureLook, theme: Theme): SpriteSheet | null {
  const w = Math.max(4, Math.round(look.w));
  const h = Math.max(4, Math.round(look.h));
  if (look.role === 'platform') return ledge(theme, w, h, look.properties.crumbles === true);
  if (look.role === 'projectile' && look.properties.owner === 'hero' && w >= FIELD) return aura(w);
  if (look.role !== 'hazard') return null;
  if (look.properties.form === 'gate') return column(theme, w, look.flip);
  return look.properties.form === 'rising' ? flood(theme, w) : null;
}

/** What two structures must share to share a picture. */
export function structureKey(look: StructureLook): string {
  if (look.role === 'hazard' && look.properties.form === 'gate') return `${Math.round(look.w)}${look.flip ? 'down' : 'up'}`;
  return `${Math.round(look.w)}x${Math.round(look.h)}`;
}

function ledge(theme: Theme, w: number, h: number, crumbles: boolean): SpriteSheet {
  const hang = h <= 8 ? 3 : 2;
  const out = new Pixmap(w, h + hang);
  const airy = theme.style === 'cloud' || theme.style === 'candy' || theme.style === 'snow';
  const earth = crumbles ? ramp(mix(theme.body[2], [196, 164, 120], 0.6)) : theme.body;
  const turf = crumbles ? earth : theme.cap;
  const cap = Math.max(2, Math.min(4, Math.round(h * 0.45)));
  const depth = (x: number): number => {
    // Rounded below: deepest in the middle, with the raggedness of torn-out ground.
    const rim = Math.min(x, w - 1 - x);
    return Math.min(h + hang - 1, h - 2 + Math.min(hang + 1, Math.floor(rim / 2)) - (noise(x / 3, 5, w) > 0.6 ? 1 : 0));
  };
  for (let x = 0; x < w; x++) {
    const bottom = depth(x);
    const edge = x === 0 || x === w - 1;
    for (let y = edge ? 1 : 0; y <= bottom; y++) {
      const fringe = cap + (hash(x >> 1, 3, 7) > 0.55 ? 1 : 0);
      let color: Rgb = y < fringe ? (turf[y === 0 ? 4 : y === fringe - 1 ? 1 : airy ? 3 : 2] as Rgb) : (earth[x > w * 0.7 ? 1 : 2] as Rgb);
      if (edge || y === bottom || (y > 0 && y > depth(x - 1)) || (y > 0 && y > depth(x + 1))) color = INK;
      out.set(x, y, color);
    }
  }
  if (crumbles)
    for (let x = 5; x < w - 3; x += 8) for (let y = 1; y < depth(x); y++) out.set(x + ((y >> 1) % 2), y, darken(earth[1], 0.12));
  return { frames: { idle: [out] }, width: w, height: h + hang, pivot: [w / 2, h / 2], stands: false };
}

type Stuff = 'tower' | 'trunk' | 'cane' | 'blocks';

function stuffOf(theme: Theme): Stuff {
  if (['city', 'cyber', 'lab', 'factory', 'indoor'].includes(theme.biome)) return 'tower';
  if (['forest', 'jungle', 'swamp', 'garden', 'haunted', 'island'].includes(theme.biome)) return 'trunk';
  return theme.style === 'candy' ? 'cane' : 'blocks';
}

/** A column whose open end is a head; shaded round, light from the left. */
function column(theme: Theme, w: number, hanging: boolean): SpriteSheet {
  const width = w + HEAD * 2;
  const out = new Pixmap(width, COLUMN_LENGTH);
  const stuff = stuffOf(theme);
  const body: Ramp =
    stuff === 'trunk' ? ramp(mix(theme.body[2], [120, 78, 48], 0.5)) : stuff === 'cane' ? ramp([244, 238, 240]) : theme.body;
  const head: Ramp = stuff === 'cane' ? ramp(theme.accent) : theme.cap;
  const lit: Rgb = theme.time === 'day' ? mix(theme.sky[0], [255, 255, 255], 0.3) : [255, 222, 130];
  const crown = stuff === 'trunk' ? 8 : 10;
  for (let i = 0; i < COLUMN_LENGTH; i++) {
    // `i` counts from the open end.
    const y = hanging ? COLUMN_LENGTH - 1 - i : i;
    const wide = i < crown;
    for (let x = wide ? 0 : HEAD; x < (wide ? width : width - HEAD); x++) {
      const across = (x - HEAD + 0.5) / w;
      const round = across < 0.12 ? 1 : across < 0.4 ? 3 : across < 0.72 ? 2 : 1;
      const rim = wide ? x === 0 || x === width - 1 || i === 0 || i === crown - 1 : x === HEAD || x === width - 1 - HEAD;
      if (wide && i === 0 && (x === 0 || x === width - 1)) continue;
      out.set(
        x,
        y,
        rim
          ? INK
          : wide
            ? (head[Math.min(4, round + (i < 3 ? 1 : 0))] as Rgb)
            : inside(stuff, theme, body, x - HEAD, i - crown, w, round, lit),
      );
    }
  }
  return {
    frames: { idle: [out] },
    width,
    height: COLUMN_LENGTH,
    pivot: [width / 2, hanging ? COLUMN_LENGTH : 0],
    stands: false,
    end: hanging ? 'bottom' : 'top',
  };
}

function inside(stuff: Stuff, theme: Theme, body: Ramp, x: number, i: number, w: number, round: number, lit: Rgb): Rgb {
  if (stuff === 'tower') {
    const margin = Math.floor((w % 7) / 2) + 1;
    const [wx, wy] = [(x - margin + 70) % 7, i % 10];
    const window = x >= margin && x < w - margin && wx >= 2 && wx < 5 && wy >= 3 && wy < 8;
    if (!window) return body[wy === 0 ? Math.max(0, round - 1) : round] as Rgb;
    const on = hash(Math.floor((x - margin) / 7), Math.floor(i / 10), 5) > (theme.time === 'day' ? 0.2 : 0.5);
    return on ? (wy === 3 ? mix(lit, [255, 255, 255], 0.4) : lit) : (body[0] as Rgb);
  }
  if (stuff === 'trunk') {
    const groove = noise(x / 2.2, i / 26, 9) > 0.6;
    return body[Math.max(0, round - (groove ? 1 : 0))] as Rgb;
  }
  if (stuff === 'cane') return (x + i) % 14 < 7 ? (ramp(theme.accent)[round] as Rgb) : (body[Math.min(4, round + 1)] as Rgb);
  const course = Math.floor(i / 9);
  const joint = (x + course * 7) % 14 === 0 || i % 9 === 8;
  const worn = hash(Math.floor((x + course * 7) / 14), course, 4) > 0.7 ? 1 : 0;
  return body[joint ? Math.max(0, round - 1) : Math.min(4, round + worn)] as Rgb;
}

/** A wide body of the place's liquid with a moving surface; darker and calmer with depth. */
function flood(theme: Theme, w: number): SpriteSheet {
  const r = ramp(LIQUIDS[theme.liquid], 1.1);
  const hot = theme.liquid === 'lava';
  const frames = [0, 1, 2, 3].map((f) => {
    const out = new Pixmap(w, FLOOD_DEPTH);
    for (let x = 0; x < w; x++) {
      const phase = (f / 4) * TAU;
      const crest = 4 + Math.sin((x / 32) * TAU + phase) * 2 + Math.sin((x / 53) * TAU - phase) * 1.5;
      for (let y = Math.floor(crest); y < FLOOD_DEPTH; y++) {
        const d = y - crest;
        // Sinking light, broken up along the waves.
        const reach = d + noise((x + f * 2) / 14, y / 5, 3) * 14 + bayer(x, y) * 8;
        const tone = d < 1.5 ? 4 : reach < 16 ? 3 : reach < 46 ? 2 : reach < 110 ? 1 : 0;
        out.set(x, y, r[hot ? Math.max(1, tone) : tone] as Rgb, theme.liquid === 'water' && d > 1.5 ? 222 : 255);
      }
    }
    // Bubbles rise a little with every frame.
    for (let n = 0; n < w / 9; n++) {
      const [bx, by] = [Math.floor(hash(n, 1, 8) * w), 14 + Math.floor(hash(n, 2, 8) * 90)];
      const y = by - f * 2;
      for (const [dx, dy] of hash(n, 3, 8) > 0.6 ? BUBBLE : SPECK) out.set((bx + dx) % w, y + dy, r[4]);
    }
    return out;
  });
  return { frames: { fly: frames }, width: w, height: FLOOD_DEPTH, pivot: [w / 2, 0], stands: false, end: 'top' };
}

/** A round field around the hero that burns what comes close. */
function aura(w: number): SpriteSheet {
  const out = new Pixmap(w, w);
  const half = w / 2;
  for (let y = 0; y < w; y++)
    for (let x = 0; x < w; x++) {
      const d = Math.hypot(x + 0.5 - half, y + 0.5 - half) / half;
      if (d > 1) continue;
      out.set(x, y, d > 0.94 ? [255, 244, 190] : d > 0.8 ? [255, 206, 96] : [255, 168, 66], d > 0.8 || bayer(x, y) < d ? 255 : 120);
    }
  return { frames: { idle: [out] }, width: w, height: w, pivot: [half, half], stands: false };
}
