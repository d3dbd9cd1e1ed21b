/**
 * Ground seen from the side. Painted pixel by pixel from how deep each pixel lies under a surface, so that one level's
 * earth is one mass with grass on it, not a grid of stamps.
 */
import { gradeNear, mix, type Ramp, type Rgb, ramp } from './color';
import { bayer, hash, noise } from './noise';
import type { Pixmap } from './pixmap';
import type { Theme } from './theme';

export interface TileGrid {
  /** Pixels per tile. */
  tile: number;
  width: number;
  height: number;
  at(x: number, y: number): string;
}

const FAR = 99;

/** Characters that are part of the ground mass. */
export function solid(char: string): boolean {
  return char === '#';
}

/** Outside the level the ground goes on, so that no edge shows at its borders; above it is air. */
export function solidAt(grid: TileGrid, x: number, y: number): boolean {
  if (y < 0) return false;
  return solid(grid.at(Math.max(0, Math.min(grid.width - 1, x)), Math.min(grid.height - 1, y)));
}

/** Cells of ground above this one, up to `reach`; FAR when the surface is farther. */
function cover(grid: TileGrid, x: number, y: number, dx: number, dy: number, reach: number): number {
  for (let n = 0; n < reach; n++) if (!solidAt(grid, x + dx * (n + 1), y + dy * (n + 1))) return n;
  return FAR;
}

interface Depths {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Paint the earth of a rectangle (in tiles) of the level onto a picture whose origin is the rectangle's corner. */
export function paintEarth(out: Pixmap, grid: TileGrid, theme: Theme, seed: number, x0: number, y0: number, w: number, h: number): void {
  const t = grid.tile;
  for (let cy = y0; cy < y0 + h; cy++)
    for (let cx = x0; cx < x0 + w; cx++)
      if (solid(grid.at(cx, cy))) paintSolid(out, grid, theme, seed, cx, cy, (cx - x0) * t, (cy - y0) * t);
}

/** Likewise what is fixed to it: ledges and spikes. */
export function paintFixtures(
  out: Pixmap,
  grid: TileGrid,
  theme: Theme,
  _seed: number,
  x0: number,
  y0: number,
  w: number,
  h: number,
): void {
  const t = grid.tile;
  for (let cy = y0; cy < y0 + h; cy++)
    for (let cx = x0; cx < x0 + w; cx++) {
      const char = grid.at(cx, cy);
      const [px, py] = [(cx - x0) * t, (cy - y0) * t];
      if (char === '=') paintLedge(out, grid, theme, cx, cy, px, py);
      else if (char === '^') paintSpikes(out, theme, t, px, py, solidAt(grid, cx, cy + 1) || !solidAt(grid, cx, cy - 1), cx);
    }
}

function paintSolid(out: Pixmap, grid: TileGrid, theme: Theme, seed: number, cx: number, cy: number, px: number, py: number): void {
  const t = grid.tile;
  const up = cover(grid, cx, cy, 0, -1, 4);
  const down = cover(grid, cx, cy, 0, 1, 2);
  const west = cover(grid, cx, cy, -1, 0, 2);
  const east = cover(grid, cx, cy, 1, 0, 2);
  for (let j = 0; j < t; j++)
    for (let i = 0; i < t; i++) {
      const d: Depths = {
        top: up === FAR ? FAR : up * t + j,
        bottom: down === FAR ? FAR : down * t + t - 1 - j,
        left: west === FAR ? FAR : west * t + i,
        right: east === FAR ? FAR : east * t + t - 1 - i,
      };
      const side = Math.min(d.left, d.right);
      // Convex corners lose a pixel or two: hard right angles look like placeholders.
      if (d.top === 0 && side === 0) continue;
      if (d.bottom === 0 && side === 0 && theme.style !== 'metal' && theme.style !== 'tech') continue;
      out.set(px + i, py + j, earth(theme, seed, cx * t + i, cy * t + j, d));
    }
}

function earth(theme: Theme, seed: number, x: number, y: number, d: Depths): Rgb {
  const { cap, body } = theme;
  const side = Math.min(d.left, d.right);
  const rim = Math.min(side, d.bottom);
  const n = noise(x / 7, y / 7, seed);
  // Deep earth darkens in two dithered bands.
  const deep = d.top === FAR ? 40 : d.top;
  const shade = deep / 26 + (n - 0.5) * 0.9;
  const base = shade > 1.15 + (bayer(x, y) - 0.5) * 0.3 ? 1 : 2;
  const tone = (r: Ramp, v: number): Rgb => r[Math.max(0, Math.min(4, v))] as Rgb;
  switch (theme.style) {
    case 'grass':
    case 'moss':
    case 'snow':
    case 'sand': {
      const ragged = theme.style === 'snow' || theme.style === 'sand' ? 3 + noise(x / 5, 3, seed) * 2.6 : 2 + noise(x / 2.3, 3, seed) * 3.4;
      if (d.top < ragged) return tone(cap, d.top === 0 ? 3 : d.top >= ragged - 1.2 ? 1 : 2);
      if (rim === 0) return tone(body, 0);
      if (theme.style === 'moss') return stone(body, x, y, base, seed, rim);
      if (theme.style === 'sand') return tone(body, (y + Math.round(Math.sin(x / 6 + y / 9) * 1.6)) % 6 === 0 ? base - 1 : base);
      const pebble = speck(x, y, seed);
      if (pebble !== 0) return tone(body, base + pebble);
      return rim === 1 ? tone(body, base - 1) : tone(body, base);
    }
    case 'rock': {
      if (d.top < 2) return tone(cap, d.top === 0 ? 3 : 2);
      if (d.top < 3.4 && hash(x >> 1, 5, seed) > 0.45) return tone(cap, 1);
      if (rim === 0) return tone(body, 0);
      return stone(body, x, y, base, seed, rim);
    }
    case 'brick': {
      if (d.top < 3) return tone(cap, d.top === 0 ? 3 : x % 12 === 0 || d.top === 2 ? 1 : 2);
      if (rim === 0) return tone(body, 0);
      const row = Math.floor(y / 4);
      const bx = (x + (row % 2) * 4) % 8;
      if (y % 4 === 3 || bx === 7) return tone(body, base - 1);
      const lit = hash(Math.floor((x + (row % 2) * 4) / 8), row, seed);
      return tone(body, y % 4 === 0 && bx < 6 && lit > 0.4 ? base + 1 : lit < 0.12 ? base - 1 : base);
    }
    case 'metal': {
      if (d.top < 3) return d.top === 0 ? tone(cap, 3) : (x + y) % 8 < 4 ? tone(cap, 2) : tone(body, 0);
      if (rim === 0) return tone(body, 0);
      const [u, v] = [x % 16, y % 16];
      if (u === 15 || v === 15) return tone(body, base - 1);
      if (u === 0 || v === 0) return tone(body, base + 1);
      if ((u === 2 || u === 12) && (v === 2 || v === 12)) return tone(body, base + 2);
      return tone(body, base);
    }
    case 'tech': {
      if (d.top < 2) return d.top === 0 ? tone(cap, 3) : tone(cap, 1);
      if (rim === 0) return tone(body, 0);
      const [u, v] = [x % 16, y % 16];
      const trace = (v === 5 && u < 11) || (u === 11 && v >= 5) || (u === 4 && v > 9);
      if (trace && hash(x >> 4, y >> 4, seed) > 0.55) return tone(cap, u === 11 && v === 5 ? 3 : 0);
      return u === 0 || v === 0 ? tone(body, base - 1) : tone(body, base);
    }
    case 'candy': {
      const drip = 3 + Math.max(0, Math.sin(x / 3.1 + noise(x / 9, 1, seed) * 6)) * 4;
      if (d.top < drip) return tone(cap, d.top === 0 ? 4 : d.top < 2 ? 3 : d.top >= drip - 1.2 ? 1 : 2);
      if (rim === 0) return tone(body, 0);
      if (hash(x, y, seed) > 0.985) return theme.accent;
      return tone(body, Math.floor(y / 5) % 3 === 0 ? base + 1 : base);
    }
    case 'cloud': {
      if (rim === 0 || d.top === 0) return tone(body, rim === 0 ? 1 : 4);
      const puff = noise(x / 6, y / 5, seed);
      return d.top < 4 + puff * 4 ? tone(cap, 3) : tone(body, puff > 0.6 ? 3 : 2);
    }
    case 'plank': {
      if (d.top < 3) return tone(cap, d.top === 0 ? 3 : d.top === 2 ? 1 : 2);
      if (rim === 0) return tone(body, 0);
      const row = Math.floor(y / 6);
      const joint = (x + row * 11) % 22;
      if (y % 6 === 5 || joint === 0) return tone(body, base - 1);
      if (joint === 2 && y % 6 === 2) return tone(body, 0);
      return tone(body, noise(x / 9, y * 1.4, seed) > 0.62 ? base + 1 : base);
    }
    case 'flesh': {
      if (d.top < 2 + noise(x / 4, 2, seed) * 2) return tone(cap, d.top === 0 ? 4 : 2);
      if (rim === 0) return tone(body, 0);
      const vein = Math.abs(noise(x / 9, y / 9, seed + 4) - 0.5);
      return vein < 0.03 ? tone(body, base - 1) : n > 0.66 ? tone(body, base + 1) : tone(body, base);
    }
  }
}

/** Small stones in earth: +1 light top, -1 shadow below, 0 none. */
function speck(x: number, y: number, seed: number): number {
  const [gx, gy] = [Math.floor(x / 9), Math.floor(y / 7)];
  const h = hash(gx, gy, seed + 11);
  if (h < 0.5) return 0;
  const cx = gx * 9 + 2 + Math.floor(hash(gx, gy, seed + 12) * 5);
  const cy = gy * 7 + 2 + Math.floor(hash(gx, gy, seed + 13) * 3);
  const r = h > 0.86 ? 2 : 1;
  const [dx, dy] = [x - cx, y - cy];
  if (Math.abs(dx) > r || dy < 0 || dy > r) return 0;
  return dy === r ? -1 : 1;
}

/** Rubble: irregular cells with a light upper and a dark lower edge (nearest of jittered points). */
function stone(body: Ramp, x: number, y: number, base: number, seed: number, rim: number): Rgb {
  const size = 7;
  let best = 1e9;
  let second = 1e9;
  let by = 0;
  const [gx, gy] = [Math.floor(x / size), Math.floor(y / size)];
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const px = (gx + i + 0.2 + hash(gx + i, gy + j, seed + 1) * 0.6) * size;
      const py = (gy + j + 0.2 + hash(gx + i, gy + j, seed + 2) * 0.6) * size;
      const d = (x - px) * (x - px) * 0.8 + (y - py) * (y - py) * 1.3;
      if (d < best) {
        second = best;
        best = d;
        by = y - py;
      } else if (d < second) second = d;
    }
  const edge = Math.sqrt(second) - Math.sqrt(best);
  const v = edge < 0.9 ? base - 1 : by < -1.6 && edge > 1.2 ? base + 1 : base;
  return body[Math.max(0, Math.min(4, rim === 1 ? v - 1 : v))] as Rgb;
}

/** One-way ledges: a board of the place's own stuff with struts. */
function paintLedge(out: Pixmap, grid: TileGrid, theme: Theme, cx: number, cy: number, px: number, py: number): void {
  const t = grid.tile;
  const r =
    theme.style === 'cloud' || theme.style === 'candy' || theme.style === 'snow' || theme.style === 'tech'
      ? theme.cap
      : ramp(mix(theme.body[2], [164, 110, 62], 0.55));
  const first = grid.at(cx - 1, cy) !== '=';
  const last = grid.at(cx + 1, cy) !== '=';
  for (let i = 0; i < t; i++)
    for (let j = 0; j < 4; j++) {
      if ((first && i === 0) || (last && i === t - 1)) if (j === 0 || j === 3) continue;
      const joint = (cx * t + i) % 8 === 7;
      out.set(px + i, py + j, r[j === 0 ? 3 : j === 3 ? 0 : joint ? 1 : 2] as Rgb);
    }
  if (first) for (let j = 4; j < Math.min(7, t); j++) out.set(px + 1 + (j - 4), py + j, r[1]);
  if (last) for (let j = 4; j < Math.min(7, t); j++) out.set(px + t - 2 - (j - 4), py + j, r[1]);
}

export function paintSpikes(out: Pixmap, theme: Theme, t: number, px: number, py: number, upright: boolean, cx = 0): void {
  const metal: Ramp =
    theme.style === 'snow'
      ? ramp([150, 205, 240])
      : theme.style === 'grass' || theme.style === 'moss'
        ? ramp([176, 170, 168])
        : theme.style === 'candy'
          ? ramp([250, 240, 246])
          : ramp(mix([200, 206, 222], theme.body[3], 0.2));
  const teeth = t >= 12 ? 3 : 2;
  const w = t / teeth;
  for (let k = 0; k < teeth; k++) {
    const tall = t - 1 - ((k + cx) % 2);
    for (let j = 0; j < tall; j++) {
      const half = ((j + 1) / tall) * (w / 2);
      for (let i = 0; i < t; i++) {
        const dx = i + 0.5 - (k + 0.5) * w;
        if (Math.abs(dx) > half) continue;
        const tone = Math.abs(dx) > half - 0.9 && dx > 0 ? 0 : dx < -0.2 ? 4 : 2;
        const y = t - tall + j;
        out.set(px + i, py + (upright ? y : t - 1 - y), metal[tone] as Rgb);
      }
    }
  }
}

/** Tiles after which a liquid's surface repeats. */
export const SWELL = 4;

/**
 * Four frames of one tile of liquid at place `column` (0 to SWELL - 1) of its swell; `surface` has the bright waterline.
 * Long low waves: short ones read as a row of teeth, which is what spikes are.
 */
export function liquidFrames(theme: Theme, t: number, surface: boolean, column: number, make: (w: number, h: number) => Pixmap): Pixmap[] {
  const color = ({ water: [54, 132, 214], lava: [240, 96, 38], slime: [126, 190, 58], sweet: [236, 120, 176] } as const)[theme.liquid];
  const glow = theme.liquid === 'lava';
  const r = ramp(glow ? color : gradeNear(color, theme.time), 1.1);
  const wide = SWELL * t;
  return [0, 1, 2, 3].map((f) => {
    const p = make(t, t);
    const turn = (f / 4) * Math.PI * 2;
    for (let x = 0; x < t; x++) {
      const u = ((column * t + x) / wide) * Math.PI * 2;
      const crest = surface ? Math.round(1.4 + Math.sin(u + turn) * 0.8 + Math.sin(3 * u - turn) * 0.45) : 0;
      for (let y = crest; y < t; y++) {
        const d = y - crest;
        const streak = Math.sin(2 * u + y * 2.1 + turn) + Math.sin(5 * u - y - turn) > 1.45;
        const tone = surface ? (d === 0 ? 4 : d === 1 ? 3 : streak && d > 2 ? 3 : d < 4 ? 2 : glow ? 2 : 1) : streak && y < t - 1 ? 2 : 1;
        p.set(x, y, r[tone] as Rgb, theme.liquid === 'water' && d > 0 ? 215 : 255);
      }
    }
    return p;
  });
}
