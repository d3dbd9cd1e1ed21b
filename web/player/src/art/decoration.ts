/** Small growth and things on the ground of side views. They mean nothing; they make a place. */

import type { Decoration } from './biome';
import { darken, lighten, mix, type Rgb } from './color';
import { hash } from './noise';
import type { Pixmap } from './pixmap';
import { solid, type TileGrid } from './terrain';
import type { Theme } from './theme';

interface Spot {
  out: Pixmap;
  /** Middle of the surface. */
  x: number;
  y: number;
  theme: Theme;
  /** 0..1, the spot's own chance. */
  v: number;
  n: number;
}

type Painter = (s: Spot) => void;

function dot(s: Spot, dx: number, dy: number, color: Rgb): void {
  s.out.set(s.x + dx, s.y + dy, color);
}

function rows(s: Spot, dx: number, art: readonly string[], colors: Readonly<Record<string, Rgb>>): void {
  art.forEach((row, j) => {
    for (let i = 0; i < row.length; i++) {
      const c = colors[row[i] as string];
      if (c !== undefined) dot(s, dx + i, j - art.length, c);
    }
  });
}

const BLOOMS: readonly Rgb[] = [
  [240, 98, 130],
  [250, 210, 80],
  [176, 130, 240],
  [250, 250, 250],
  [250, 150, 70],
];

function leafOf(s: Spot): Rgb {
  return mix(s.theme.cap[2], [80, 160, 70], s.theme.style === 'grass' || s.theme.style === 'moss' ? 0 : 0.5);
}

const grass: Painter = (s) => {
  const c = leafOf(s);
  for (let i = -3; i <= 3; i++) {
    const h = 1 + Math.floor(hash(s.n, i, 3) * 4);
    for (let j = 1; j <= h; j++) dot(s, i, -j, j === h ? lighten(c, 0.06) : c);
  }
};

const flower: Painter = (s) => {
  const stem = darken(leafOf(s), 0.05);
  const bloom = BLOOMS[Math.floor(s.v * 997) % BLOOMS.length] as Rgb;
  const h = 4 + Math.floor(hash(s.n, 9, 1) * 3);
  for (let j = 1; j <= h; j++) dot(s, 0, -j, stem);
  dot(s, 1, -2, stem);
  for (const [dx, dy] of [
    [0, -1],
    [-1, 0],
    [1, 0],
    [0, 1],
  ] as const)
    dot(s, dx, -h - 1 + dy, bloom);
  dot(s, 0, -h - 1, bloom[0] > 240 && bloom[1] > 200 ? [230, 140, 50] : [255, 226, 120]);
};

const bush: Painter = (s) => {
  const c = darken(leafOf(s), 0.03);
  const [light, dark] = [lighten(c, 0.07), darken(c, 0.12)];
  rows(s, -7, ['....aab..aa....', '..aabbbbabbbc..', '.abbbbbbbbbbbc.', 'abbbcbbbbcbbbcd', 'abbbbbbbbbbbccd', '.cbbcccbbcccdd.'], {
    a: light,
    b: c,
    c: darken(c, 0.05),
    d: dark,
  });
  for (let i = 0; i < 3; i++) if (hash(s.n, i, 8) > 0.55) dot(s, -4 + i * 4, -3, s.theme.accent);
};

const mushroom: Painter = (s) => {
  const cap = s.v > 0.5 ? ([214, 70, 70] as Rgb) : s.theme.accent;
  rows(s, -3, ['..aaa..', '.aawab.', 'aabaawb', '..sss..', '..sst..'], {
    a: cap,
    b: darken(cap, 0.1),
    w: [255, 244, 230],
    s: [240, 226, 200],
    t: [206, 186, 160],
  });
};

const pebble: Painter = (s) => {
  const c = mix(s.theme.body[3], [170, 170, 180], 0.4);
  rows(s, -3, ['..aa..', '.aabb.', 'aabbbc'], { a: lighten(c, 0.06), b: c, c: darken(c, 0.1) });
};

const cactus: Painter = (s) => {
  const c: Rgb = mix([92, 160, 84], s.theme.cap[2], 0.12);
  rows(
    s,
    -5,
    [
      '....ab.....',
      '....ab..a..',
      '.a..ab..ab.',
      '.ab.ab..ab.',
      '.ab.abaabb.',
      '.abaabbbb..',
      '..bbab.....',
      '....ab.....',
      '....ab.....',
      '....ab.....',
    ],
    { a: lighten(c, 0.07), b: darken(c, 0.05) },
  );
  if (s.v > 0.6) dot(s, -1, -11, [240, 110, 150]);
};

const bone: Painter = (s) =>
  rows(s, -4, ['.aa......', 'abba..a.a', 'akbkaaaba', '.bbb..a.a'], { a: [240, 232, 214], b: [214, 204, 186], k: [70, 58, 70] });

const crystal: Painter = (s) => {
  const c = mix(s.theme.accent, [150, 220, 255], s.theme.style === 'snow' ? 0.8 : 0.1);
  rows(s, -4, ['....a....', '...aab...', '...abb..a', '.a.abb.ab', 'aabab.bab', 'abbabbbab'], { a: lighten(c, 0.1), b: darken(c, 0.06) });
};

const grave: Painter = (s) =>
  rows(s, -4, ['..aaaaa..', '.aabbbbc.', '.abkkkbc.', '.abbkbbc.', '.abbkbbc.', '.abbbbbc.', '.abbbbbc.', 'gabgbbgcg'], {
    a: [176, 172, 190],
    b: [136, 132, 152],
    c: [96, 92, 116],
    k: [72, 68, 92],
    g: s.theme.cap[2],
  });

const lamp: Painter = (s) => {
  const glow: Rgb = s.theme.style === 'tech' ? s.theme.accent : [255, 226, 140];
  rows(s, -2, ['.kkk.', 'kgggk', 'kgwgk', 'kgggk', '.kkk.', '..k..', '..k..', '..k..', '..k..', '..k..', '..k..', '..k..', '.kkk.'], {
    k: [58, 54, 74],
    g: glow,
    w: [255, 252, 230],
  });
  for (let y = -18; y <= 0; y++)
    for (let x = -8; x <= 8; x++) {
      const d = Math.hypot(x, y + 10);
      if (d < 9 && s.out.alpha(s.x + x, s.y + y) < 255) s.out.blend(s.x + x, s.y + y, glow, d < 5 ? 0.2 : 0.09);
    }
};

const torch: Painter = (s) => {
  rows(s, -2, ['..y..', '.yoy.', '.oro.', '.oro.', '..k..', '..w..', '..w..', '..w..', '..w..', '.www.'], {
    y: [255, 232, 140],
    o: [255, 170, 66],
    r: [240, 96, 50],
    k: [60, 50, 60],
    w: [122, 84, 56],
  });
  for (let y = -16; y <= 0; y++)
    for (let x = -9; x <= 9; x++) {
      const d = Math.hypot(x, y + 8);
      if (d < 9 && s.out.alpha(s.x + x, s.y + y) < 255) s.out.blend(s.x + x, s.y + y, [255, 180, 80], d < 5 ? 0.22 : 0.1);
    }
};

const sprout: Painter = (s) => {
  const c = darken(leafOf(s), 0.06);
  for (const [dx, dy] of [
    [0, -1],
    [0, -2],
    [0, -3],
    [-1, -3],
    [-2, -4],
    [1, -4],
    [2, -5],
  ] as const)
    dot(s, dx, dy, c);
};

const candy: Painter = (s) => {
  const c = BLOOMS[Math.floor(s.v * 991) % 3] as Rgb;
  rows(s, -3, ['..aaa..', '.aawwa.', 'aawaawa', 'awaaawa', 'aawwaab', '.aaaab.', '...w...', '...w...', '...w...', '...w...'], {
    a: c,
    b: darken(c, 0.1),
    w: [255, 246, 240],
  });
};

const coral: Painter = (s) => {
  const c = s.v > 0.5 ? s.theme.accent : ([250, 170, 90] as Rgb);
  rows(s, -5, ['a...a...a..', 'ab.ab..ab.a', '.bab.a.b.ab', '..bb.ab.bb.', '...bbb.bb..', '....bbbb...', '....abb....'], {
    a: lighten(c, 0.07),
    b: darken(c, 0.04),
  });
};

const bolt: Painter = (s) =>
  rows(s, -4, ['.aaaa....', 'abbbbc.aa', 'abkkbcabc', 'abbbbcabc', '.cccc..cc'], {
    a: [186, 194, 210],
    b: [134, 142, 162],
    c: [88, 94, 114],
    k: [60, 62, 80],
  });

const snowlump: Painter = (s) =>
  rows(s, -6, ['....aaaa....', '..aaaabbb...', '.aaaabbbbbc.', 'aaaabbbbbbcc'], {
    a: [255, 255, 255],
    b: [222, 236, 250],
    c: [184, 206, 232],
  });

const pot: Painter = (s) => {
  const c: Rgb = mix([190, 112, 74], s.theme.body[3], 0.2);
  rows(s, -4, ['..kkkkk..', '..abbbc..', '.abbbbbc.', '.aowowoc.', '.abbbbbc.', '..abbbc..', '..ccccc..'], {
    k: darken(c, 0.14),
    a: lighten(c, 0.08),
    b: c,
    c: darken(c, 0.1),
    o: s.theme.accent,
    w: c,
  });
};

const fern: Painter = (s) => {
  const c = darken(leafOf(s), 0.02);
  for (const side of [-1, 1])
    for (let k = 0; k < 6; k++) {
      const y = -1 - Math.round(Math.sin((k / 5) * 2.2) * 5);
      dot(s, side * k, y, c);
      if (k % 2) dot(s, side * k, y + 1, lighten(c, 0.06));
    }
  for (let j = 1; j < 7; j++) dot(s, 0, -j, lighten(c, 0.05));
};

const shell: Painter = (s) => rows(s, -3, ['..aba..', '.ababa.', 'abababa', '.bbbbb.'], { a: [255, 226, 206], b: [240, 150, 140] });

const PAINTERS: Readonly<Record<Decoration, Painter>> = {
  grass,
  flower,
  bush,
  mushroom,
  pebble,
  cactus,
  bone,
  crystal,
  grave,
  lamp,
  sprout,
  candy,
  coral,
  bolt,
  snowlump,
  torch,
  pot,
  fern,
  shell,
};

/** Chance that a surface cell of 8 px carries something. */
const CHANCE = 0.3;

export function paintDecorations(
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
  for (let cy = y0 - 1; cy <= y0 + h + 2; cy++)
    for (let cx = x0 - 2; cx <= x0 + w + 2; cx++) {
      if (cy < 1 || cx < 0 || cx >= grid.width || !solid(grid.at(cx, cy)) || grid.at(cx, cy - 1) !== '.') continue;
      const v = hash(cx, cy, seed + 91);
      if (v > (CHANCE * t) / 8) continue;
      const kind = theme.decorations[Math.floor(hash(cx, cy, seed + 92) * theme.decorations.length)] as Decoration;
      const wide = kind === 'bush' || kind === 'cactus' || kind === 'coral' || kind === 'snowlump';
      if (
        wide &&
        !(solid(grid.at(cx - 1, cy)) && solid(grid.at(cx + 1, cy)) && grid.at(cx - 1, cy - 1) === '.' && grid.at(cx + 1, cy - 1) === '.')
      )
        continue;
      PAINTERS[kind]({ out, x: (cx - x0) * t + Math.floor(t / 2), y: (cy - y0) * t, theme, v: hash(cx, cy, seed + 93), n: cx * 131 + cy });
    }
}
