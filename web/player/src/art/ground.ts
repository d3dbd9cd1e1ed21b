/** Ground seen from above: floors, walls with a front face, and the furniture of the top-down legend. */
import { darken, lighten, mix, type Ramp, type Rgb, ramp } from './color';
import { OBSTACLES } from './furniture';
import { bayer, hash, noise } from './noise';
import type { Pixmap } from './pixmap';
import type { TileGrid } from './terrain';
import type { Theme } from './theme';

const FURNITURE = 'THBpkocf"';

export function isWall(char: string): boolean {
  return char === '#';
}

/** Outside the level everything is wall. */
export function charAt(grid: TileGrid, x: number, y: number): string {
  return x < 0 || y < 0 || x >= grid.width || y >= grid.height ? '#' : grid.at(x, y);
}

/** Paint floor and walls of a rectangle (in tiles) of the level onto a picture whose origin is the rectangle's corner. */
export function paintFloor(out: Pixmap, grid: TileGrid, theme: Theme, seed: number, x0: number, y0: number, w: number, h: number): void {
  const t = grid.tile;
  const path = pathRamp(theme);
  const liquid = ramp(tintOf(theme));
  for (let cy = y0; cy < y0 + h; cy++)
    for (let cx = x0; cx < x0 + w; cx++) {
      const char = charAt(grid, cx, cy);
      for (let j = 0; j < t; j++)
        for (let i = 0; i < t; i++) {
          const [x, y] = [cx * t + i, cy * t + j];
          const [px, py] = [x - x0 * t, y - y0 * t];
          if (isWall(char)) out.set(px, py, wallPixel(grid, theme, seed, cx, cy, i, j));
          else if (char === '~') out.set(px, py, liquidPixel(grid, theme, liquid, seed, cx, cy, i, j));
          else if (char === '_')
            out.set(px, py, charAt(grid, cx, cy - 1) !== '_' && j < t * 0.4 ? (theme.floor[j < 2 ? 1 : 0] as Rgb) : [14, 10, 22]);
          else {
            let c = char === ':' ? pathPixel(grid, theme, path, seed, cx, cy, i, j) : floorPixel(theme, seed, x, y);
            // Walls throw a short shadow to the south and east.
            if (isWall(charAt(grid, cx, cy - 1)) && j < 3) c = darken(c, 0.09);
            else if (isWall(charAt(grid, cx - 1, cy)) && i < 2) c = darken(c, 0.06);
            out.set(px, py, c);
          }
        }
    }
}

/** Likewise what stands on the floor. */
export function paintFurniture(
  out: Pixmap,
  grid: TileGrid,
  theme: Theme,
  seed: number,
  x0: number,
  y0: number,
  w: number,
  h: number,
): void {
  const t = grid.tile;
  // Furniture stands higher than its cell, so rows are painted from the back to the front, from one row beyond each edge.
  for (let cy = y0 - 1; cy <= y0 + h + 1; cy++)
    for (let cx = x0 - 1; cx <= x0 + w; cx++) {
      const char = charAt(grid, cx, cy);
      const px = (cx - x0) * t;
      const py = (cy - y0) * t;
      if (FURNITURE.includes(char))
        OBSTACLES[char]?.({
          out,
          px,
          py,
          gx: cx * t,
          gy: cy * t,
          t,
          theme,
          v: hash(cx, cy, seed + 51),
          same: (dx, dy) => charAt(grid, cx + dx, cy + dy) === char,
        });
      else if (char === ',' || (char === '.' && hash(cx, cy, seed + 61) > 0.93)) scatter(out, theme, px, py, t, hash(cx, cy, seed + 62));
    }
}

/** Colour of what one swims in. */
export function tintOf(theme: Theme): Rgb {
  return ({ water: [58, 130, 206], lava: [236, 92, 38], slime: [110, 178, 60], sweet: [236, 120, 176] } as const)[theme.liquid];
}

export function pathRamp(theme: Theme): Ramp {
  const inside = theme.style === 'brick' || theme.style === 'plank' || theme.style === 'tech' || theme.style === 'metal';
  return ramp(inside ? mix(theme.floor[2], theme.accent, 0.5) : mix(theme.floor[2], [206, 172, 120], 0.72));
}

function floorPixel(theme: Theme, seed: number, x: number, y: number): Rgb {
  const f = theme.floor;
  const n = noise(x / 19, y / 19, seed);
  const fine = hash(x, y, seed);
  const patch = n + (bayer(x, y) - 0.5) * 0.12 > 0.62;
  switch (theme.style) {
    case 'grass':
    case 'moss': {
      const blade = hash(x >> 1, y >> 2, seed + 3);
      if (blade > 0.965 && y % 4 < 2) return f[3];
      if (blade < 0.03 && y % 4 > 1) return f[1];
      return patch ? mix(f[2], f[3], 0.45) : f[2];
    }
    case 'sand':
      return (y + Math.round(Math.sin(x / 9 + n * 6) * 2)) % 8 === 0 && hash(x >> 3, y >> 3, seed) > 0.4
        ? f[1]
        : fine > 0.985
          ? f[3]
          : patch
            ? mix(f[2], f[3], 0.5)
            : f[2];
    case 'snow':
    case 'cloud':
      return fine > 0.99 ? [255, 255, 255] : patch ? f[3] : f[2];
    case 'brick': {
      const row = Math.floor(y / 12);
      const u = (x + (row % 2) * 9) % 18;
      if (y % 12 === 11 || u === 17) return f[1];
      const v = hash(Math.floor((x + (row % 2) * 9) / 18), row, seed);
      return y % 12 === 0 || u === 0 ? mix(f[2], f[3], 0.6) : v > 0.75 ? mix(f[2], f[3], 0.3) : v < 0.2 ? mix(f[2], f[1], 0.35) : f[2];
    }
    case 'plank': {
      const row = Math.floor(y / 8);
      if (y % 8 === 7 || (x + row * 13) % 32 === 0) return f[1];
      return noise(x / 11, y * 1.2, seed) > 0.66 ? mix(f[2], f[1], 0.3) : f[2];
    }
    case 'metal':
    case 'tech': {
      const [u, v] = [x % 24, y % 24];
      if (u === 23 || v === 23) return f[1];
      if (u === 0 || v === 0) return mix(f[2], f[3], 0.5);
      if (theme.style === 'tech' && v === 12 && hash(x >> 4, y >> 4, seed) > 0.8) return mix(f[2], theme.cap[2], 0.4);
      return (u === 3 || u === 20) && (v === 3 || v === 20) ? f[1] : f[2];
    }
    case 'candy':
      return (Math.floor(x / 12) + Math.floor(y / 12)) % 2 === 0 ? f[2] : mix(f[2], f[3], 0.45);
    default: {
      const crack = Math.abs(noise(x / 11, y / 11, seed + 9) - 0.5);
      return crack < 0.012 ? f[1] : patch ? mix(f[2], f[3], 0.35) : fine > 0.985 ? f[1] : f[2];
    }
  }
}

function pathPixel(grid: TileGrid, theme: Theme, path: Ramp, seed: number, cx: number, cy: number, i: number, j: number): Rgb {
  const t = grid.tile;
  const [x, y] = [cx * t + i, cy * t + j];
  const open = (dx: number, dy: number): boolean => charAt(grid, cx + dx, cy + dy) !== ':' && !isWall(charAt(grid, cx + dx, cy + dy));
  const d = Math.min(open(0, -1) ? j : 9, open(0, 1) ? t - 1 - j : 9, open(-1, 0) ? i : 9, open(1, 0) ? t - 1 - i : 9);
  if (d < noise(x / 3, y / 3, seed + 21) * 3 - 0.4) return floorPixel(theme, seed, x, y);
  if (d <= 1) return path[1];
  return hash(x, y, seed + 22) > 0.97 ? path[1] : noise(x / 8, y / 8, seed + 23) > 0.62 ? path[3] : path[2];
}

/** Dark tops and lit faces, so that walls never read as floor; in the open the tops are the crowns of a thicket. */
function wallPixel(grid: TileGrid, theme: Theme, seed: number, cx: number, cy: number, i: number, j: number): Rgb {
  const t = grid.tile;
  const w = theme.wall;
  const [x, y] = [cx * t + i, cy * t + j];
  const green = theme.style === 'grass' || theme.style === 'moss';
  const built =
    theme.style === 'brick' || theme.style === 'plank' || theme.style === 'tech' || theme.style === 'metal' || theme.style === 'candy';
  // Boulders under the open sky are lit from above; dark tops would read as pits there.
  const sunlit = !theme.closed && !built && !green && !theme.night;
  const south = isWall(charAt(grid, cx, cy + 1));
  const front = south ? -1 : j - Math.floor(t * 0.3);
  const edge = (dx: number, dy: number): boolean => !isWall(charAt(grid, cx + dx, cy + dy));
  if (green) return thicket(theme, seed, x, y, south ? t : t - 1 - j, edge(0, -1) && j === 0);
  if (front >= 0) {
    if (j === t - 1) return w[0];
    if (front === 0) return w[3];
    if (built) {
      const row = Math.floor(front / 4);
      const u = (x + (row % 2) * 4) % 8;
      if (front % 4 === 0 || u === 7) return w[1];
      const v = hash(Math.floor((x + (row % 2) * 4) / 8), row + cy * 5, seed);
      return front % 4 === 1 && v > 0.4 ? w[3] : v < 0.15 ? w[1] : w[2];
    }
    const n = noise(x / 4, y / 3, seed + 31);
    const shade = sunlit ? 1 : 0;
    return (n > 0.68 ? w[3 - shade] : n < 0.32 ? w[1] : w[2 - shade]) as Rgb;
  }
  if ((edge(0, -1) && j === 0) || (edge(-1, 0) && i === 0) || (edge(1, 0) && i === t - 1)) return sunlit ? w[4] : w[2];
  const n = noise(x / 6, y / 6, seed + 33);
  if (sunlit) {
    if (front === -1 && edge(0, 1)) return w[4];
    return n > 0.66 ? w[3] : n < 0.3 ? mix(w[2], w[3], 0.3) : mix(w[2], w[3], 0.65);
  }
  const top = mix(w[0], w[1], 0.35);
  return n > 0.66 ? lighten(top, 0.025) : n < 0.3 ? darken(top, 0.025) : top;
}

/** Round crowns side by side; `foot` is how far the wood's southern edge is. */
function thicket(theme: Theme, seed: number, x: number, y: number, foot: number, rim: boolean): Rgb {
  const leaf = ramp(darken(mix(theme.cap[2], theme.wall[2], 0.5), 0.05));
  if (foot < 3) return foot === 0 ? leaf[0] : ramp(mix(theme.body[1], leaf[0], 0.4))[1];
  const size = 11;
  let best = 1e9;
  let [bx, by] = [0, 0];
  const [gx, gy] = [Math.floor(x / size), Math.floor(y / size)];
  for (let v = -1; v <= 1; v++)
    for (let u = -1; u <= 1; u++) {
      const px = (gx + u + 0.25 + hash(gx + u, gy + v, seed + 35) * 0.5) * size;
      const py = (gy + v + 0.25 + hash(gx + u, gy + v, seed + 36) * 0.5) * size;
      const d = (x - px) ** 2 + (y - py) ** 2;
      if (d < best) [best, bx, by] = [d, x - px, y - py];
    }
  if (rim) return leaf[3];
  const lit = -bx * 0.5 - by * 0.8 + (hash(x, y, seed) - 0.5) * 2.4;
  return best > 42 ? leaf[0] : lit > 2.6 ? leaf[3] : lit < -2 ? leaf[1] : leaf[2];
}

function liquidPixel(grid: TileGrid, theme: Theme, liquid: Ramp, seed: number, cx: number, cy: number, i: number, j: number): Rgb {
  const t = grid.tile;
  const [x, y] = [cx * t + i, cy * t + j];
  const bank = (dx: number, dy: number): boolean => charAt(grid, cx + dx, cy + dy) !== '~';
  if (bank(0, -1) && j < 3) return j < 2 ? mix(theme.floor[1], theme.floor[0], j / 2) : liquid[4];
  if ((bank(-1, 0) && i === 0) || (bank(1, 0) && i === t - 1) || (bank(0, 1) && j === t - 1)) return liquid[3];
  const v = noise(x / 9, y / 4, seed + 41);
  return v > 0.7 && y % 3 === 0 ? liquid[3] : noise(x / 15, y / 11, seed + 42) > 0.6 ? liquid[1] : liquid[2];
}

/** A tuft, flower or chip on open floor. */
function scatter(out: Pixmap, theme: Theme, px: number, py: number, t: number, v: number): void {
  const [x, y] = [px + 2 + Math.floor(v * (t - 6)), py + Math.floor(t * 0.7)];
  const soft = theme.style === 'grass' || theme.style === 'moss';
  if (soft && v > 0.6) {
    const bloom = (
      [
        [240, 98, 130],
        [250, 214, 90],
        [250, 250, 250],
      ] as Rgb[]
    )[Math.floor(v * 100) % 3] as Rgb;
    for (const [dx, dy] of [
      [0, -1],
      [-1, 0],
      [1, 0],
      [0, 1],
    ] as const)
      out.set(x + dx, y + dy, bloom);
    out.set(x, y, [255, 236, 160]);
  } else if (soft)
    for (const [dx, h] of [
      [0, 3],
      [2, 4],
      [4, 2],
    ] as const)
      for (let k = 0; k < h; k++) out.set(x + dx, y - k, theme.floor[k === h - 1 ? 3 : 1] as Rgb);
  else {
    const stone = theme.style === 'snow' ? theme.body : theme.floor;
    for (const [dx, dy, tone] of [
      [0, 0, 3],
      [1, 0, 3],
      [2, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
      [5, 2, 3],
      [5, 3, 1],
    ] as const)
      out.set(x + dx, y + dy, stone[tone] as Rgb);
  }
}
