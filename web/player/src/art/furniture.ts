/** What stands on the floor of top-down levels: trees, hedges, houses, pillars, shelves, rocks, crates, fences, tall grass. */
import { darken, gradeNear, lighten, mix, type Rgb, ramp } from './color';
import { hash } from './noise';
import type { Pixmap } from './pixmap';
import { inSeason } from './season';
import type { Theme } from './theme';

interface Place {
  out: Pixmap;
  px: number;
  py: number;
  /** The cell's corner in the level, px. */
  gx: number;
  gy: number;
  t: number;
  theme: Theme;
  v: number;
  same: (dx: number, dy: number) => boolean;
}

function ball(p: Place, cx: number, cy: number, rx: number, ry: number, color: Rgb): void {
  const r = ramp(color);
  for (let y = Math.floor(cy - ry); y <= cy + ry; y++)
    for (let x = Math.floor(cx - rx); x <= cx + rx; x++) {
      const nx = (x + 0.5 - cx) / rx;
      const ny = (y + 0.5 - cy) / ry;
      const d = nx * nx + ny * ny;
      if (d > 1) continue;
      const v = -nx * 0.5 - ny * 0.75 + (hash(x, y, 5) - 0.5) * 0.25;
      p.out.set(x, y, d > 0.82 && v < 0.1 ? r[0] : v > 0.5 ? r[3] : v < -0.3 ? r[1] : r[2]);
    }
}

function ground(p: Place, rx: number): void {
  const { px, py, t } = p;
  for (let y = -2; y <= 2; y++)
    for (let x = -rx; x <= rx; x++)
      if ((x / rx) ** 2 + (y / 2.5) ** 2 <= 1) p.out.blend(Math.round(px + t / 2 + x), py + t - 2 + y, [16, 12, 30], 0.28);
}

function block(p: Place, color: Rgb, height: number): void {
  const { px, py, t, out, same } = p;
  const r = ramp(color);
  const face = Math.round(t * 0.4);
  for (let y = -height; y < t; y++)
    for (let x = 0; x < t; x++) {
      const front = y >= t - face && !same(0, 1);
      if (y < 0 && same(0, -1)) continue;
      const edge = (x === 0 && !same(-1, 0)) || (y === -height && !same(0, -1));
      const rim = x === t - 1 && !same(1, 0);
      out.set(px + x, py + y, front ? (y === t - face ? r[2] : y === t - 1 ? r[0] : r[1]) : edge ? r[3] : rim ? r[1] : r[2]);
    }
}

/** A colour that no biome names, in the place's season and light. */
function lit(theme: Theme, color: Rgb): Rgb {
  return gradeNear(inSeason(color, theme.season), theme.time);
}

function tree(p: Place): void {
  const { px, py, t, theme, v, out } = p;
  const cold = theme.style === 'snow';
  const dry = theme.style === 'sand';
  const plain = mix(lit(theme, cold ? [74, 130, 120] : dry ? [120, 168, 76] : [70, 150, 74]), theme.cap[2], 0.3);
  const [bark, shade] = [lit(theme, [140, 94, 62]), lit(theme, [104, 68, 50])];
  // No two trees of a row are alike.
  const own = hash(p.gx, p.gy, 29);
  const leaf = own > 0.66 ? lighten(plain, 0.025) : own < 0.33 ? darken(plain, 0.03) : plain;
  const [cx, base] = [px + t / 2 + Math.round((own - 0.5) * 4), py + t - 2];
  const s = (t / 16) * (0.86 + 0.3 * hash(p.gx, p.gy, 31));
  ground(p, t * 0.42);
  for (let y = 0; y < 7 * s; y++)
    for (let x = -1.6 * s; x < 1.6 * s; x++) out.set(Math.round(cx + x), Math.round(base - y), x < -0.4 ? bark : shade);
  if (cold || (theme.biome === 'mountain' && v > 0.4)) {
    const r = ramp(leaf);
    for (let k = 0; k < 3; k++)
      for (let j = 0; j < 8 * s; j++) {
        const half = (2 + j / s) * s * (0.7 + k * 0.16);
        for (let x = -half; x <= half; x++)
          out.set(
            Math.round(cx + x),
            Math.round(base - 22 * s + k * 5 * s + j),
            j < 2 * s && cold ? [244, 248, 255] : x < -half * 0.3 ? r[3] : x > half * 0.5 ? r[1] : r[2],
          );
      }
    return;
  }

  ball(p, cx - 4 * s, base - 9 * s, 5 * s, 4.6 * s, leaf);
  ball(p, cx + 4 * s, base - 9.6 * s, 5 * s, 4.6 * s, leaf);
  ball(p, cx, base - 13 * s, 6.6 * s, 6 * s, leaf);
  if (v > 0.66)
    for (let i = 0; i < 4; i++)
      out.set(
        Math.round(cx - 5 * s + hash(i, 1, Math.floor(v * 999)) * 10 * s),
        Math.round(base - 15 * s + hash(i, 2, Math.floor(v * 999)) * 7 * s),
        theme.accent,
      );
}

/** Clipped leaves: clumps lit from the upper left, a dark front where it ends, round where it is free. */
function hedge(p: Place): void {
  const { px, py, t, out, same, gx, gy } = p;
  const leaf = ramp(mix(lit(p.theme, [66, 140, 72]), p.theme.cap[2], 0.25));
  const rise = 3;
  const face = Math.round(t * 0.4);
  const [north, south, west, east] = [!same(0, -1), !same(0, 1), !same(-1, 0), !same(1, 0)];
  const size = 7;
  for (let y = north ? -rise : 0; y < t; y++)
    for (let x = 0; x < t; x++) {
      const [x0, y0] = [gx + x, gy + y];
      const n = north ? y + rise : 9;
      const o = south ? t - 1 - y : 9;
      const side = Math.min(west ? x : 9, east ? t - 1 - x : 9);
      const bump = hash(x0 >> 1, y0 >> 1, 23) > 0.6 ? 1 : 0;
      if (Math.min(n, side) < bump || (Math.min(n, o) + side < 3 && Math.min(n, o, side) < 2)) continue;
      let best = 1e9;
      let lean = 0;
      const [kx, ky] = [Math.floor(x0 / size), Math.floor(y0 / size)];
      for (let v = -1; v <= 1; v++)
        for (let u = -1; u <= 1; u++) {
          const dx = x0 - (kx + u + 0.2 + hash(kx + u, ky + v, 35) * 0.6) * size;
          const dy = y0 - (ky + v + 0.2 + hash(kx + u, ky + v, 36) * 0.6) * size;
          if (dx * dx + dy * dy < best) [best, lean] = [dx * dx + dy * dy, -dx * 0.5 - dy * 0.8];
        }
      const front = south && y >= t - face;
      const tone = best > 15 ? 1 : lean > 1.4 ? 3 : lean < -1.8 ? 1 : 2;
      out.set(
        px + x,
        py + y,
        o === 0 ? leaf[0] : (leaf[Math.max(0, front ? tone - 1 - (o < 2 ? 1 : 0) : n < 2 ? Math.max(tone, 3) : tone)] as Rgb),
      );
    }
}

function building(p: Place): void {
  const { px, py, t, out, same, theme } = p;
  const south = same(0, 1);
  const roof = ramp(mix(theme.accent, theme.wall[2], 0.45));
  const wall = ramp(mix(theme.wall[2], [236, 222, 196], 0.5));
  for (let y = 0; y < t; y++)
    for (let x = 0; x < t; x++) {
      if (!south) {
        const board = (px + x) % t === 0;
        out.set(px + x, py + y, y === 0 ? wall[0] : y === t - 1 ? wall[0] : board ? wall[1] : wall[2]);
        continue;
      }
      const tileRow = y % 4 === 3;
      const joint = (px + x + (Math.floor(y / 4) % 2) * 3) % 6 === 0;
      out.set(
        px + x,
        py + y,
        !same(0, -1) && y < 2
          ? roof[3]
          : !same(-1, 0) && x === 0
            ? roof[3]
            : !same(1, 0) && x === t - 1
              ? roof[1]
              : tileRow || joint
                ? roof[1]
                : roof[2],
      );
    }
  if (!south && p.v > 0.35) {
    const s = Math.max(3, Math.round(t * 0.34));
    const [wx, wy] = [px + Math.round((t - s) / 2), py + Math.round(t * 0.3)];
    out.rect(wx - 1, wy - 1, s + 2, s + 2, wall[0]);
    out.rect(wx, wy, s, s, theme.night ? [255, 218, 130] : [160, 214, 238]);
    out.rect(wx + Math.floor(s / 2), wy, 1, s, wall[0]);
  }
}

function pillar(p: Place): void {
  const { px, py, t, theme, out } = p;
  const r = ramp(mix(theme.wall[3], [210, 206, 204], 0.4));
  ground(p, t * 0.4);
  const half = Math.round(t * 0.3);
  const cx = px + Math.floor(t / 2);
  for (let y = -Math.round(t * 0.9); y < t - 2; y++)
    for (let x = -half; x < half; x++) {
      const cap = y < -t * 0.65 || y > t * 0.62;
      out.set(cx + x, py + y, x < -half * 0.4 ? r[3] : x > half * 0.4 ? r[1] : x % 3 === 0 && !cap ? r[1] : r[2]);
    }
  for (const y of [-Math.round(t * 0.9), Math.round(t * 0.7)])
    for (let x = -half - 1; x <= half; x++) for (let j = 0; j < 3; j++) out.set(cx + x, py + y + j, j === 0 ? r[4] : r[2]);
}

function shelf(p: Place): void {
  const { px, py, t, theme, out } = p;
  if (theme.style === 'metal' || theme.style === 'tech') {
    block(p, mix(theme.wall[3], [150, 160, 180], 0.4), Math.round(t * 0.5));
    for (let k = 0; k < 3; k++) out.rect(px + 3 + k * 4, py + 2, 2, 2, k % 2 ? theme.accent : [120, 240, 160]);
    return;
  }
  const wood = ramp([140, 92, 58]);
  const top = -Math.round(t * 0.7);
  for (let y = top; y < t - 1; y++)
    for (let x = 0; x < t; x++) out.set(px + x, py + y, y < top + 2 ? wood[3] : x === 0 || x === t - 1 ? wood[0] : wood[1]);
  const books: Rgb[] = [
    [196, 76, 70],
    [72, 116, 176],
    [96, 156, 92],
    [222, 178, 86],
    [150, 96, 170],
  ];
  for (let row = 0; row < 3; row++) {
    const y = py + top + 4 + row * Math.round(t * 0.48);
    for (let x = 2, k = 0; x < t - 2; x += 2, k++) {
      const h = Math.round(t * 0.3) - (hash(k, row, Math.floor(p.v * 9999)) > 0.6 ? 1 : 0);
      if (y + h < py + t - 2 && hash(k, row, Math.floor(p.v * 7777)) > 0.12)
        out.rect(px + x, y + Math.round(t * 0.34) - h, 2, h, books[Math.floor(hash(k, row, Math.floor(p.v * 5555)) * 5)] as Rgb);
    }
    out.rect(px + 1, y + Math.round(t * 0.34), t - 2, 1, wood[3]);
  }
}

function rock(p: Place): void {
  const { px, py, t, theme, v } = p;
  ground(p, t * 0.42);
  const bush = (theme.style === 'grass' || theme.style === 'moss') && v > 0.45;
  const color: Rgb = bush ? mix([84, 160, 76], theme.cap[2], 0.4) : mix(theme.wall[3], [160, 158, 168], 0.4);
  if (bush) {
    ball(p, px + t * 0.32, py + t * 0.62, t * 0.3, t * 0.28, color);
    ball(p, px + t * 0.68, py + t * 0.62, t * 0.3, t * 0.28, color);
    ball(p, px + t * 0.5, py + t * 0.44, t * 0.34, t * 0.32, color);
    return;
  }
  ball(p, px + t * 0.5, py + t * 0.55, t * 0.44, t * 0.4, color);
}

function crate(p: Place): void {
  const { px, py, t, out } = p;
  const r = ramp([168, 112, 66]);
  const h = Math.round(t * 0.3);
  for (let y = -h; y < t; y++)
    for (let x = 0; x < t; x++) {
      const face = y >= t - h - Math.round(t * 0.34);
      const border = x === 0 || x === t - 1 || y === -h || y === t - 1 || y === t - h - Math.round(t * 0.34);
      const slash = face && Math.abs(((y + h) % t) - x) < 2;
      out.set(px + x, py + y, border ? (y === -h || x === 0 ? r[3] : r[0]) : face ? (slash ? r[2] : r[1]) : x % 5 === 4 ? r[1] : r[2]);
    }
}

function fence(p: Place): void {
  const { px, py, t, out, same } = p;
  const r = ramp([176, 128, 82]);
  const across = same(-1, 0) || same(1, 0) || !(same(0, 1) || same(0, -1));
  const bar = (x: number, y: number, w: number, h: number): void => {
    for (let j = 0; j < h; j++)
      for (let i = 0; i < w; i++)
        out.set(px + x + i, py + y + j, j === 0 || (w <= 3 && i === 0) ? r[3] : i === w - 1 || j === h - 1 ? r[1] : r[2]);
  };
  if (across) {
    bar(0, Math.round(t * 0.28), t, Math.max(2, Math.round(t * 0.16)));
    bar(0, Math.round(t * 0.62), t, Math.max(2, Math.round(t * 0.16)));
    for (const x of [Math.round(t * 0.14), Math.round(t * 0.62)]) bar(x, 0, Math.max(2, Math.round(t * 0.2)), t - 1);
  } else bar(Math.round(t * 0.38), -2, Math.max(2, Math.round(t * 0.24)), t + 1);
}

function tall(p: Place): void {
  const { px, py, t, theme, out, gx, gy } = p;
  const indoors = theme.style === 'plank' || theme.style === 'brick' || theme.style === 'tech' || theme.style === 'metal';
  const color = indoors ? mix(theme.accent, [120, 60, 80], 0.3) : mix(theme.cap[2], [80, 150, 60], 0.4);
  const r = ramp(color);
  if (indoors) {
    for (let x = 0; x < t; x++)
      for (let y = 0; y < t + 2; y++) out.set(px + x, py + t - 1 - y, x % 4 === 0 ? r[1] : x % 4 === 2 ? r[3] : r[2]);
    return;
  }
  // Three rows of tufts, the nearest last; single straight blades would read as a fence.
  for (let row = 0; row < 3; row++) {
    const foot = py + Math.round((t * (row + 1)) / 3) - 1;
    for (let k = 0; k < t; k += 4) {
      const v = hash(gx + k, gy + row, 7);
      const x = px + k + Math.floor(v * 3) + (row % 2);
      const h = Math.round(t * (0.26 + 0.22 * hash(gx + k, gy + row, 8)));
      for (let y = 0; y < h; y++) {
        const f = y / h;
        for (const [lean, tone] of [
          [-0.35, 1],
          [0.4, 2],
          [0, 3],
        ] as const)
          out.set(Math.round(x + lean * f * h), foot - y, (f > 0.7 ? r[tone + 1] : f < 0.25 ? r[tone - 1] : r[tone]) as Rgb);
      }
    }
  }
}

export const OBSTACLES: Readonly<Record<string, (p: Place) => void>> = {
  T: tree,
  H: hedge,
  B: building,
  p: pillar,
  k: shelf,
  o: rock,
  c: crate,
  f: fence,
  '"': tall,
};
