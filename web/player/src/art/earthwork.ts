/**
 * Ground seen from the side, laid of the server's textures at the density of the view: one mass with something growing on it,
 * lit from the upper left, dark where it ends.
 */
import type { GroundStyle } from './biome';
import { type Rgb, ramp } from './color';
import { type Cloth, dyed, type Materials } from './material';
import { bayer, hash, noise } from './noise';
import type { Pixmap } from './pixmap';
import { DENSITY } from './smooth';
import { solidAt, type TileGrid } from './terrain';
import type { Theme } from './theme';

const FAR = 999;
const BUILT: readonly GroundStyle[] = ['brick', 'metal', 'tech', 'plank'];
/** Pixels of an edge that are lit or in shade. */
const BEVEL = 3;

interface Depths {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Cells of ground in a direction, up to `reach`; -1 when the surface is farther. */
function cover(grid: TileGrid, x: number, y: number, dx: number, dy: number, reach: number): number {
  for (let n = 0; n < reach; n++) if (!solidAt(grid, x + dx * (n + 1), y + dy * (n + 1))) return n;
  return -1;
}

/** How far what lies on top reaches down at a column. */
function capDepth(style: GroundStyle, x: number, seed: number): number {
  switch (style) {
    case 'grass':
    case 'moss':
      return 5 + Math.round(noise(x / 6, 3, seed) * 5) + (hash(x >> 1, 5, seed) > 0.58 ? 3 : 0);
    case 'snow':
    case 'sand':
    case 'cloud':
      return 7 + Math.round(noise(x / 9, 3, seed) * 6);
    case 'candy':
      return 7 + Math.round(Math.max(0, Math.sin(x / 6.2 + noise(x / 18, 1, seed) * 6)) * 9);
    case 'rock':
      return 4 + Math.round(noise(x / 7, 3, seed) * 3) + (hash(x >> 2, 5, seed) > 0.6 ? 1 : 0);
    case 'flesh':
      return 5 + Math.round(noise(x / 8, 2, seed) * 5);
    default:
      return 6;
  }
}

/** Convex corners are round, a cloud's edges scalloped: hard right angles look like placeholders. */
function cutAway(style: GroundStyle, d: Depths, x: number, y: number): boolean {
  const side = Math.min(d.left, d.right);
  if (style === 'cloud') {
    const puff = (v: number, span: number): number => Math.round(4 * (1 - Math.abs(Math.sin((v / span) * Math.PI)) ** 0.7));
    if (d.top < puff(x, 22) || d.bottom < puff(x + 7, 18) || side < puff(y, 20)) return true;
  }
  const r = style === 'cloud' ? 9 : BUILT.includes(style) ? 2 : 5;
  const across = r - side - 0.5;
  const round = (end: number): boolean => end < r && side < r && Math.hypot(r - end - 0.5, across) > r;
  return round(d.top) || (round(d.bottom) && style !== 'metal' && style !== 'tech');
}

interface Stuff {
  theme: Theme;
  seed: number;
  cap: Cloth;
  body: Cloth;
  line: Rgb;
}

function earthPixel(s: Stuff, x: number, y: number, d: Depths): Rgb {
  const { cap, body, seed } = s;
  const { style } = s.theme;
  const side = Math.min(d.left, d.right);
  const depth = capDepth(style, x, seed);
  const built = BUILT.includes(style);
  if (d.top < depth) {
    if (d.top === 0) return cap.tones[5] as Rgb;
    if (side === 0) return cap.tones[0] as Rgb;
    if (d.top >= depth - 2) return cap.at(x, y, -2);
    if (built && (x % 32 === 0 || x % 32 === 31)) return cap.at(x, y, x % 32 === 0 ? -2 : 1);
    return cap.at(x, y, d.top < 3 || d.left < BEVEL ? 1 : d.right < BEVEL ? -1 : 0);
  }
  if (Math.min(side, d.bottom) === 0) return style === 'cloud' ? (body.tones[1] as Rgb) : s.line;
  if (d.top < depth + 3) return body.at(x, y, d.top < depth + 2 ? -2 : -1);
  // Deep earth darkens in dithered bands, so that the surface is what is looked at.
  const deep = (d.top === FAR ? 110 : d.top) / 44 + (noise(x / 15, y / 15, seed) - 0.5) * 0.9 + (bayer(x, y) - 0.5) * 0.3;
  const shade = style === 'cloud' ? Math.min(1, Math.floor(deep / 1.6)) : deep > 2.1 ? 2 : deep > 1.05 ? 1 : 0;
  const bevel = d.left < BEVEL ? 1 : Math.min(d.right, d.bottom) < BEVEL ? -1 : 0;
  return body.at(x, y, bevel - shade);
}

/** Blades that stand out above the ground. */
function blades(out: Pixmap, s: Stuff, x: number, px: number, py: number, t: number): void {
  for (let i = 1; i < t - 1; i++) {
    const v = hash((x + i) >> 1, 17, s.seed);
    const tall = v > 0.86 ? 3 : v > 0.7 ? 2 : v > 0.5 ? 1 : 0;
    for (let k = 1; k <= tall; k++) out.set(px + i, py - k, s.cap.tones[k === tall ? 5 : (x + i) % 2 === 0 ? 4 : 3] as Rgb);
  }
}

/** Lay the solid cells of a rectangle (in tiles) on a picture of the view's density whose origin is the rectangle's corner. */
export function layEarth(
  out: Pixmap,
  grid: TileGrid,
  theme: Theme,
  materials: Materials,
  seed: number,
  x0: number,
  y0: number,
  w: number,
  h: number,
): void {
  const t = grid.tile * DENSITY;
  const s: Stuff = {
    theme,
    seed,
    cap: dyed(materials.cap, theme.cap, theme),
    body: dyed(materials.body, theme.body, theme, 0.85),
    line: ramp(theme.body[2])[0],
  };
  const grows = theme.style === 'grass' || theme.style === 'moss';
  for (let cy = y0; cy <= y0 + h; cy++)
    for (let cx = x0; cx < x0 + w; cx++) {
      if (!solidAt(grid, cx, cy) || cy >= grid.height || cx < 0 || cx >= grid.width) continue;
      const [px, py] = [(cx - x0) * t, (cy - y0) * t];
      const up = cover(grid, cx, cy, 0, -1, 8);
      if (grows && up === 0 && grid.at(cx, cy - 1) !== '~') blades(out, s, cx * t, px, py, t);
      if (cy === y0 + h) continue;
      const down = cover(grid, cx, cy, 0, 1, 1);
      const west = cover(grid, cx, cy, -1, 0, 1);
      const east = cover(grid, cx, cy, 1, 0, 1);
      for (let j = 0; j < t; j++)
        for (let i = 0; i < t; i++) {
          const d: Depths = {
            top: up < 0 ? FAR : up * t + j,
            bottom: down < 0 ? FAR : t - 1 - j,
            left: west < 0 ? FAR : i,
            right: east < 0 ? FAR : t - 1 - i,
          };
          const [x, y] = [cx * t + i, cy * t + j];
          if (!cutAway(theme.style, d, x, y)) out.set(px + i, py + j, earthPixel(s, x, y, d));
        }
    }
}
