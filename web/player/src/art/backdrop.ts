/** The picture behind a level: a sky that stands still and strips that pass at their own speeds. */
import { lighten, mix, type Rgb } from './color';
import { bayer, hash, sequence } from './noise';
import { Pixmap } from './pixmap';
import { SCENERY } from './scenery';
import { Strip } from './strip';
import type { Theme } from './theme';

export interface BackdropLayer {
  picture: Pixmap;
  /** Share of the camera's movement the layer follows, 0 fixed, 1 like the ground. */
  factor: number;
  /** px/s the layer moves by itself (clouds). */
  drift: number;
}

export const STRIP_WIDTH = 512;

export function paintSky(theme: Theme, width: number, height: number, seed: number): Pixmap {
  const out = new Pixmap(width, height);
  const bands = 9;
  const colors: Rgb[] = [];
  for (let i = 0; i <= bands; i++) colors.push(mix(theme.sky[0], theme.sky[1], i / bands));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // Most of each band is flat; only its lower part is dithered into the next.
      const v = Math.min(bands, (y / height) * 1.12 * bands);
      const f = v - Math.floor(v);
      const step = f > 0.62 && (f - 0.62) / 0.38 > bayer(x, y) ? 1 : 0;
      out.set(x, y, colors[Math.min(bands, Math.floor(v) + step)] as Rgb);
    }
  if (theme.night)
    for (let i = 0; i < 90; i++) {
      const [x, y] = [Math.floor(hash(i, 1, seed) * width), Math.floor(hash(i, 2, seed) ** 1.3 * height * 0.8)];
      const bright = hash(i, 3, seed);
      out.blend(x, y, [255, 250, 230], 0.35 + bright * 0.6);
      if (bright > 0.9)
        for (const [dx, dy] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const)
          out.blend(x + dx, y + dy, [255, 250, 230], 0.4);
    }
  if (!theme.closed && theme.biome !== 'space') luminary(out, theme, width, height, seed);
  if (theme.biome === 'underwater') rays(out, width, height);
  return out;
}

/** Sun or moon with a dithered halo. */
function luminary(out: Pixmap, theme: Theme, width: number, height: number, seed: number): void {
  const low = theme.time === 'dawn' || theme.time === 'dusk';
  const cx = Math.floor(width * (0.2 + hash(1, 5, seed) * 0.6));
  const cy = Math.floor(height * (low ? 0.46 : 0.2));
  const r = low ? 17 : 12;
  const disc: Rgb = theme.time === 'night' ? [244, 242, 226] : low ? [255, 214, 150] : [255, 246, 200];
  for (let y = cy - r * 3; y <= cy + r * 3; y++)
    for (let x = cx - r * 3; x <= cx + r * 3; x++) {
      const d = Math.hypot(x - cx, y - cy);
      if (d <= r)
        out.set(
          x,
          y,
          theme.time === 'night' && Math.hypot(x - cx + 5, y - cy + 3) < 3.4
            ? [222, 218, 206]
            : theme.time === 'night' && Math.hypot(x - cx - 4, y - cy - 4) < 2.4
              ? [222, 218, 206]
              : disc,
        );
      else {
        const glow = 1 - (d - r) / (r * 2);
        if (glow > 0 && Math.floor(glow * 3) / 3 + 0.12 > bayer(x, y)) out.blend(x, y, disc, 0.1 + Math.floor(glow * 3) * 0.05);
      }
    }
}

function rays(out: Pixmap, width: number, height: number): void {
  for (let k = 0; k < 6; k++)
    for (let y = 0; y < height * 0.8; y++) {
      const x0 = k * 64 + 20 - y * 0.35;
      for (let i = 0; i < 14 + y * 0.08; i++) {
        const x = Math.floor(x0 + i);
        if ((1 - y / (height * 0.8)) * 0.7 > bayer(x, y)) out.blend(((x % width) + width) % width, y, [150, 220, 240], 0.16);
      }
    }
}

function clouds(theme: Theme, height: number, seed: number, far: boolean): Pixmap {
  const s = new Strip(STRIP_WIDTH, height);
  const rnd = sequence(seed + (far ? 71 : 72));
  const white: Rgb = mix(theme.sky[1], [255, 255, 255], theme.night ? 0.12 : theme.time === 'day' ? 0.75 : 0.34);
  const body = far ? mix(white, theme.sky[1], 0.4) : white;
  const shade = mix(body, theme.sky[0], 0.28);
  const count = far ? 7 : 5;
  for (let i = 0; i < count; i++) {
    const x = ((i + rnd() * 0.6) / count) * STRIP_WIDTH;
    const y = height * (far ? 0.24 + rnd() * 0.3 : 0.08 + rnd() * 0.28);
    const size = (far ? 6 : 9) + rnd() * 6;
    const puffs = 4 + Math.floor(rnd() * 3);
    for (let k = 0; k < puffs; k++) {
      const dx = (k - (puffs - 1) / 2) * size * 0.95;
      const r = size * (1 - Math.abs(k - (puffs - 1) / 2) / puffs) * (0.8 + rnd() * 0.4);
      s.ellipse(x + dx, y - r * 0.35, r, r * 0.75, body, lighten(body, 0.03), shade);
    }
    for (let k = 0; k < size * puffs * 0.95; k++) s.rect(x - size * puffs * 0.5 + k, y + 1, 1, 2, shade);
  }
  return s.picture;
}

/** Characters one stands on. */
const SOLID = '#';
/** Hills may rise at most this share of the view's height. */
const HIGHEST = 0.42;

/** How far above the bottom edge of the view the land lies, px: what is behind should begin there, not below the ground. */
export function horizon(level: { rows: readonly string[]; tile: number }, height: number): number {
  const rows = level.rows;
  const depths: number[] = [];
  for (let x = 0; x < (rows[0]?.length ?? 0); x++) {
    let depth = 0;
    while (depth < rows.length && SOLID.includes(rows[rows.length - 1 - depth]?.[x] ?? '.')) depth++;
    if (depth > 0) depths.push(depth);
  }
  depths.sort((a, b) => a - b);
  return Math.min(Math.round(height * HIGHEST), (depths[depths.length >> 2] ?? 0) * level.tile);
}

/** The strip moved up by `lift` px; the valley under it lies in haze that thickens downwards. */
function lifted(picture: Pixmap, lift: number, color: Rgb, haze: Rgb): Pixmap {
  if (lift <= 0) return picture;
  const out = new Pixmap(picture.width, picture.height);
  out.draw(picture, 0, -lift);
  const bands = 4;
  const tones = Array.from({ length: bands + 1 }, (_, i) => mix(color, haze, (0.62 * i) / bands));
  const start = picture.height - lift;
  const foot = picture.data.subarray((picture.height - 1) * picture.width * 4);
  for (let x = 0; x < picture.width; x++) {
    // Where water or gaps reach the strip's foot there is nothing to go on with.
    if ((foot[x * 4 + 3] as number) === 0) continue;
    for (let y = start; y < picture.height; y++) {
      const v = Math.min(bands, ((y - start) / Math.max(40, lift)) * (bands + 1) + 0.8);
      const step = v - Math.floor(v) > 0.55 + 0.45 * bayer(x, y) ? 1 : 0;
      out.set(x, y, tones[Math.min(bands, Math.floor(v) + step)] as Rgb);
    }
  }
  return out;
}

/** @param land px above the bottom edge where the ground begins; closed places fill the view anyway. */
export function paintBackdrop(theme: Theme, height: number, seed: number, land = 0): BackdropLayer[] {
  const out: BackdropLayer[] = [];
  const lift = theme.closed ? 0 : land;
  if (theme.clouds) out.push({ picture: clouds(theme, height, seed, true), factor: 0.06, drift: -2 });
  theme.layers.forEach((layer, i) => {
    const strip = new Strip(STRIP_WIDTH, height);
    SCENERY[layer.scenery](strip, {
      color: layer.color,
      haze: theme.sky[1],
      depth: layer.depth,
      night: theme.night,
      accent: theme.accent,
      seed: seed + i * 101,
    });
    out.push({ picture: lifted(strip.picture, lift, layer.color, theme.sky[1]), factor: 0.1 + 0.34 * layer.depth, drift: 0 });
    if (i === 0 && theme.clouds) out.push({ picture: clouds(theme, height, seed, false), factor: 0.14, drift: -4 });
  });
  return out;
}
