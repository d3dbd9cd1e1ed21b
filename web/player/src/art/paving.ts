/** Ground seen from above, laid of the server's textures at the density of the view: floors, paths, liquids, walls with a front face. */
import type { GroundStyle } from './biome';
import { darken, lighten, mix, type Ramp, type Rgb, ramp } from './color';
import { charAt, isWall, pathRamp, tintOf } from './ground';
import { type Cloth, deeper, dyed, type Materials } from './material';
import { bayer, hash, noise } from './noise';
import type { Pixmap } from './pixmap';
import { DENSITY } from './smooth';
import type { TileGrid } from './terrain';
import type { Theme } from './theme';

const BUILT: readonly GroundStyle[] = ['brick', 'plank', 'tech', 'metal', 'candy'];
const PIT: Rgb = [14, 10, 22];
/** Pixels of a wall's shadow on the floor. */
const SHADOW = 6;

interface Site {
  grid: TileGrid;
  theme: Theme;
  seed: number;
  /** Edge of a tile, pixels of the view. */
  t: number;
  green: boolean;
  built: boolean;
  floor: Cloth;
  path: Cloth;
  face: Cloth;
  crown: Cloth;
  liquid: Cloth;
}

function siteOf(grid: TileGrid, theme: Theme, materials: Materials, seed: number): Site {
  const green = theme.style === 'grass' || theme.style === 'moss';
  const built = BUILT.includes(theme.style);
  const leaf = ramp(darken(mix(theme.cap[2], theme.wall[2], 0.45), 0.07));
  // At night walls would otherwise be holes.
  const stuff = theme.night ? ramp(lighten(theme.wall[2], 0.09)) : theme.wall;
  // In the open the tops of boulders are lit; indoors tops are dark, so that walls never read as floor.
  const sunlit = !theme.closed && !built && !theme.night;
  const top: Ramp = green ? leaf : sunlit ? ramp(lighten(theme.wall[2], 0.03)) : deeper(stuff, built ? 0.15 : 0.11);
  return {
    grid,
    theme,
    seed,
    t: grid.tile * DENSITY,
    green,
    built,
    floor: dyed(materials.floor, theme.floor, theme, green ? 0.45 : 0.5),
    path: dyed(materials.path, pathRamp(theme), theme, 0.5),
    face: dyed(materials.wall, green ? deeper(leaf, 0.09) : stuff, theme, 0.9),
    crown: dyed(materials.crown, top, theme, green ? 0.9 : sunlit ? 0.7 : 0.5),
    liquid: dyed(materials.liquid, ramp(tintOf(theme)), theme, 0.7),
  };
}

function floorPixel(s: Site, x: number, y: number): Rgb {
  // Wide lighter patches keep the eye from the texture's period.
  const patch = noise(x / 44, y / 44, s.seed) + (bayer(x, y) - 0.5) * 0.1 > 0.6;
  return s.floor.at(x, y, patch ? 1 : 0);
}

function pathPixel(s: Site, cx: number, cy: number, i: number, j: number): Rgb {
  const { grid, t, seed } = s;
  const [x, y] = [cx * t + i, cy * t + j];
  const open = (dx: number, dy: number): boolean => {
    const c = charAt(grid, cx + dx, cy + dy);
    return c !== ':' && !isWall(c);
  };
  const [north, south, west, east] = [open(0, -1), open(0, 1), open(-1, 0), open(1, 0)];
  const [n, o, v, e] = [north ? j : 99, south ? t - 1 - j : 99, west ? i : 99, east ? t - 1 - i : 99];
  const r = 8;
  const [across, down] = [Math.min(v, e), Math.min(n, o)];
  // Corners are round, edges ragged.
  const d = across < r && down < r ? r - Math.hypot(r - across, r - down) : Math.min(across, down);
  const edge = 1 + noise(x / 7, y / 7, seed + 21) * 5;
  if (d < edge) return floorPixel(s, x, y);
  if (d < edge + 1.6) return s.path.at(x, y, d === e || d === o ? -1 : -2);
  return s.path.at(x, y, noise(x / 34, y / 34, seed + 23) > 0.62 ? 1 : 0);
}

function liquidPixel(s: Site, cx: number, cy: number, i: number, j: number): Rgb {
  const { grid, t } = s;
  const [x, y] = [cx * t + i, cy * t + j];
  const bank = (dx: number, dy: number): boolean => charAt(grid, cx + dx, cy + dy) !== '~';
  if (bank(0, -1) && j < 8) return j < 5 ? s.floor.at(x, y, j < 1 ? -1 : -3) : (s.liquid.tones[j < 7 ? 5 : 4] as Rgb);
  if ((bank(-1, 0) && i < 2) || (bank(1, 0) && i > t - 3) || (bank(0, 1) && j > t - 3)) return s.liquid.tones[4] as Rgb;
  return s.liquid.at(x, y);
}

/** Null where a round corner leaves the floor in sight. */
function wallPixel(s: Site, cx: number, cy: number, i: number, j: number): Rgb | null {
  const { grid, t, green, built } = s;
  const [x, y] = [cx * t + i, cy * t + j];
  const free = (dx: number, dy: number): boolean => !isWall(charAt(grid, cx + dx, cy + dy));
  const [north, south, west, east] = [free(0, -1), free(0, 1), free(-1, 0), free(1, 0)];
  const [n, o] = [north ? j : 99, south ? t - 1 - j : 99];
  const [v, e] = [west ? i : 99, east ? t - 1 - i : 99];
  const r = built ? 0 : green ? 9 : 7;
  const across = Math.min(v, e);
  if (across < r && Math.min(n, o) < r && Math.hypot(r - across - 0.5, r - Math.min(n, o) - 0.5) > r) return null;
  // Leaves and stones end unevenly.
  if (green && Math.min(across, n) < (hash(x >> 1, y >> 1, s.seed + 37) > 0.6 ? 1 : 0)) return null;
  const front = south ? j - Math.floor(t * (green ? 0.56 : 0.3)) : -99;
  if (front >= 0) {
    if (o < 2 || (!green && across === 0)) return s.face.tones[0] as Rgb;
    if (front < 2) return green ? s.crown.at(x, y, -2) : (s.face.tones[front === 0 ? 5 : 1] as Rgb);
    return s.face.at(x, y, o < 7 ? -1 : front < 5 && !green ? 1 : 0);
  }
  if (green) {
    // Round crowns side by side: light on their upper left.
    const size = 26;
    const [u, w] = [((x % size) + size) % size, (((y + (Math.floor(x / size) % 2) * 13) % size) + size) % size];
    const lit = (size / 2 - u) * 0.5 + (size / 2 - w) * 0.8;
    const gap = Math.hypot(u - size / 2, w - size / 2) > size * 0.56;
    return s.crown.at(x, y, (gap ? -2 : lit > 7 ? 1 : lit < -8 ? -1 : 0) + (Math.min(n, v) < 2 ? 1 : e < 2 ? -1 : 0));
  }
  if (Math.min(n, v, e) === 0) return s.face.tones[0] as Rgb;
  if (Math.min(n, v, e) < 4 || front === -1 || front === -2) return s.face.tones[n < 4 || v < 4 ? 4 : 3] as Rgb;
  if (Math.min(n, v, e) < 6) return s.crown.tones[0] as Rgb;
  return s.crown.at(x, y);
}

/** Lay the floor cells of a rectangle (in tiles) on a picture of the view's density whose origin is the rectangle's corner. */
export function layFloor(
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
  const s = siteOf(grid, theme, materials, seed);
  const { t } = s;
  for (let cy = y0; cy < y0 + h; cy++)
    for (let cx = x0; cx < x0 + w; cx++) {
      const char = charAt(grid, cx, cy);
      const [px, py] = [(cx - x0) * t, (cy - y0) * t];
      const [shadowed, beside] = [isWall(charAt(grid, cx, cy - 1)), isWall(charAt(grid, cx - 1, cy))];
      for (let j = 0; j < t; j++)
        for (let i = 0; i < t; i++) {
          const [x, y] = [cx * t + i, cy * t + j];
          let color: Rgb | null;
          if (isWall(char)) color = wallPixel(s, cx, cy, i, j) ?? floorPixel(s, x, y);
          else if (char === '~') color = liquidPixel(s, cx, cy, i, j);
          else if (char === '_')
            color = charAt(grid, cx, cy - 1) !== '_' && j < t * 0.4 ? s.face.at(x, y, j < 2 ? 1 : -1 - Math.floor(j / 6)) : PIT;
          else {
            color = char === ':' ? pathPixel(s, cx, cy, i, j) : floorPixel(s, x, y);
            // Walls throw a short shadow to the south and east.
            if (shadowed && j < SHADOW) color = darken(color, 0.1);
            else if (beside && i < SHADOW - 2) color = darken(color, 0.07);
          }
          out.set(px + i, py + j, color);
        }
    }
}
