/** Distances that were built: towns, castles, halls, works, and what is left of them. */
import { type Air, land, type Painter, roll } from './air';
import { darken, lighten, mix, type Rgb } from './color';
import { hash, sequence } from './noise';
import type { Strip } from './strip';

function towers(s: Strip, a: Air, neon: boolean): void {
  const rnd = sequence(a.seed + 6);
  const lit: Rgb = neon
    ? mix(a.accent, [120, 250, 255], rnd() > 0.5 ? 0.7 : 0.1)
    : a.night
      ? [255, 222, 130]
      : mix(a.color, [255, 255, 255], 0.35);
  const dark = darken(a.color, 0.045);
  const light = lighten(a.color, 0.035);
  let x = 0;
  while (x < s.width) {
    const w = 14 + Math.floor(rnd() * 20);
    const h = 28 + rnd() * 62 + (1 - a.depth) * 30;
    const y = Math.floor(s.height - h);
    s.rect(x, y, w, h, a.color);
    s.rect(x, y, 2, h, light);
    s.rect(x + w - 3, y, 3, h, dark);
    const crown = Math.floor(rnd() * 4);
    if (crown === 0) s.rect(x + w / 2, y - 10, 1, 10, dark);
    else if (crown === 1) s.rect(x + 3, y - 4, w - 7, 4, a.color);
    else if (crown === 2) for (let k = 0; k < 5; k++) s.rect(x + k * 2, y - k - 1, w - k * 4, 1, a.color);
    for (let j = y + 5; j < s.height - 4; j += 6)
      for (let i = x + 4; i < x + w - 5; i += 5) {
        const on = rnd();
        if (on > (a.night || neon ? 0.5 : 0.35)) s.rect(i, j, 2, 3, on > 0.72 ? lit : dark);
      }
    if (neon && rnd() > 0.4) {
      const sign = rnd() > 0.5 ? a.accent : ([90, 240, 255] as Rgb);
      s.rect(x + w - 6, y + 8, 2, 14 + rnd() * 14, mix(sign, a.color, (1 - a.depth) * 0.6));
    }
    x += w + (rnd() > 0.75 ? 4 : 0);
  }
}

export const castle: Painter = (s, a) => {
  const rnd = sequence(a.seed + 11);
  const light = lighten(a.color, 0.05);
  const dark = darken(a.color, 0.06);
  const glow: Rgb = a.night ? [255, 210, 110] : dark;
  const ground = roll(s, a, 26, 8, 2);
  for (let i = 0; i < 3; i++) {
    const x0 = Math.round(((i + 0.2 + rnd() * 0.3) / 3) * s.width);
    for (const [dx, w, h, roof] of [
      [0, 16, 66, true],
      [16, 30, 44, false],
      [46, 20, 84, true],
      [66, 24, 40, false],
      [90, 14, 60, true],
    ] as const) {
      const y = Math.floor(s.height - 18 - h - (1 - a.depth) * 12);
      s.rect(x0 + dx, y, w, h + 24, a.color);
      s.rect(x0 + dx, y, 2, h + 24, light);
      s.rect(x0 + dx + w - 3, y, 3, h + 24, dark);
      if (roof) {
        s.triangle(x0 + dx + w / 2, y - w - 3, w / 2 + 2, w + 3, mix(dark, a.accent, 0.25), mix(a.color, a.accent, 0.25));
        s.rect(x0 + dx + w / 2, y - w - 9, 1, 6, dark);
        s.rect(x0 + dx + w / 2 + 1, y - w - 9, 5, 3, a.accent);
      } else for (let k = 0; k < w; k += 6) s.rect(x0 + dx + k, y - 3, 3, 3, a.color);
      for (let k = 0; k < 2; k++) s.rect(x0 + dx + w / 2 - 1, y + 10 + k * 16, 3, 5, glow);
    }
  }
  s.below(ground, land(a, 1));
};

export const houses: Painter = (s, a) => {
  const rnd = sequence(a.seed + 12);
  const ground = roll(s, a, 22, 4, 2);
  const glow: Rgb = a.night ? [255, 214, 120] : lighten(a.color, 0.14);
  for (let i = 0; i < 11; i++) {
    const x = Math.round(((i + rnd() * 0.5) / 11) * s.width);
    const w = 20 + Math.floor(rnd() * 12);
    const h = 16 + Math.floor(rnd() * 10);
    const y = Math.round(ground(x + w / 2)) - h + 3;
    const wall = mix(a.color, [250, 240, 220], 0.2 + rnd() * 0.3);
    const roof = mix(a.color, a.accent, 0.3 + rnd() * 0.35);
    s.rect(x, y, w, h + 4, wall);
    for (let j = 0; j < 11; j++) s.rect(x - 3 + j, y - j, w + 6 - j * 2, 1, j % 3 === 2 ? darken(roof, 0.05) : roof);
    s.rect(x + w - 8, y - 14, 4, 8, darken(wall, 0.08));
    for (const dx of [4, w - 8]) s.rect(x + dx, y + 5, 4, 5, glow);
    s.rect(x + w / 2 - 2, y + h - 8, 4, 10, darken(wall, 0.18));
  }
  s.below(ground, land(a, 1));
};

export const shelves: Painter = (s, a) => {
  const rnd = sequence(a.seed + 14);
  const dark = darken(a.color, 0.1);
  for (let x = 0; x < s.width; x += 64) {
    const top = 62 + Math.floor(rnd() * 20);
    s.rect(x + 4, top, 52, s.height - top, dark);
    s.rect(x + 4, top, 52, 3, lighten(a.color, 0.05));
    for (let y = top + 5; y < s.height - 6; y += 18) {
      for (let i = x + 7; i < x + 53; ) {
        const w = 2 + Math.floor(rnd() * 4);
        const h = 9 + Math.floor(rnd() * 5);
        const book = mix(
          a.color,
          (
            [
              [196, 70, 70],
              [70, 110, 170],
              [90, 150, 90],
              [214, 170, 80],
            ] as Rgb[]
          )[Math.floor(rnd() * 4)] as Rgb,
          0.42,
        );
        if (rnd() > 0.12) s.rect(i, y + 14 - h, Math.min(w, x + 53 - i), h, book);
        i += w + (rnd() > 0.8 ? 2 : 0);
      }
      s.rect(x + 4, y + 14, 52, 2, a.color);
    }
  }
};

export const hall: Painter = (s, a) => {
  const dark = darken(a.color, 0.04);
  const light = lighten(a.color, 0.05);
  s.below(
    () => 0,
    (x, y) =>
      y > s.height - 34
        ? y === s.height - 34
          ? light
          : x % 16 === 0
            ? darken(a.color, 0.1)
            : darken(a.color, 0.06)
        : x % 32 < 16
          ? a.color
          : dark,
  );
  for (let x = 30; x < s.width; x += 128) {
    const sky = a.night ? ([44, 50, 110] as Rgb) : ([170, 220, 245] as Rgb);
    s.rect(x, 44, 38, 58, darken(a.color, 0.16));
    s.rect(x + 3, 47, 32, 52, mix(sky, a.color, 0.2));
    s.rect(x + 18, 47, 2, 52, darken(a.color, 0.16));
    s.rect(x + 3, 72, 32, 2, darken(a.color, 0.16));
    s.ellipse(x + 12, 62, 7, 3, mix([255, 255, 255], sky, 0.3));
    s.rect(x + 74, 58, 20, 26, darken(a.color, 0.18));
    s.rect(x + 76, 60, 16, 22, mix(a.accent, a.color, 0.55));
  }
};

export const pipes: Painter = (s, a) => {
  const rnd = sequence(a.seed + 15);
  const light = lighten(a.color, 0.08);
  const dark = darken(a.color, 0.08);
  for (let i = 0; i < 7; i++) {
    const x = Math.round(((i + rnd() * 0.5) / 7) * s.width);
    const w = 9 + Math.floor(rnd() * 8);
    const top = Math.floor(s.height * (0.24 + rnd() * 0.4));
    s.rect(x, top, w, s.height - top, a.color);
    s.rect(x + 1, top, 2, s.height - top, light);
    s.rect(x + w - 3, top, 3, s.height - top, dark);
    s.rect(x - 2, top, w + 4, 4, a.color);
    s.rect(x - 2, top + 4, w + 4, 1, dark);
    for (let y = top + 20; y < s.height; y += 28) s.rect(x - 1, y, w + 2, 3, dark);
    if (rnd() > 0.4)
      for (let k = 0; k < 3; k++) s.ellipse(x + w / 2 + k * 7, top - 8 - k * 9, 5 + k * 2, 4 + k, mix(a.haze, [255, 255, 255], 0.25));
    const y = Math.round(s.height * (0.6 + rnd() * 0.25));
    s.rect(x + w, y, 46, 7, a.color);
    s.rect(x + w, y + 1, 46, 1, light);
    s.rect(x + w, y + 6, 46, 1, dark);
  }
  s.below(
    () => s.height - 12,
    () => dark,
  );
};

export const columns: Painter = (s, a) => {
  const rnd = sequence(a.seed + 16);
  const light = lighten(a.color, 0.06);
  const dark = darken(a.color, 0.06);
  for (let i = 0; i < 8; i++) {
    const x = Math.round(((i + rnd() * 0.3) / 8) * s.width);
    const broken = rnd() > 0.6;
    const top = broken ? s.height - 40 - rnd() * 50 : s.height - 118;
    for (let y = Math.floor(top); y < s.height - 8; y++)
      for (let k = 0; k < 12; k++) {
        if (broken && y < top + hash(k, i, a.seed) * 7) continue;
        s.set(x + k, y, k < 2 ? light : k > 8 ? dark : k % 3 === 2 ? dark : a.color);
      }
    if (!broken) {
      s.rect(x - 3, top - 5, 18, 6, a.color);
      s.rect(x - 3, top - 5, 18, 1, light);
      if (i % 2 === 0) {
        s.rect(x - 6, top - 12, s.width / 8 + 18, 8, a.color);
        s.rect(x - 6, top - 12, s.width / 8 + 18, 1, light);
      }
    }
    s.rect(x - 3, s.height - 14, 18, 6, a.color);
  }
  s.below(roll(s, a, 12, 3, 3), land(a, 1));
};

export const sweets: Painter = (s, a) => {
  const rnd = sequence(a.seed + 17);
  const ground = roll(s, a, 22 + (1 - a.depth) * 18, 7, 3);
  for (let i = 0; i < 15; i++) {
    const x = ((i + rnd() * 0.6) / 15) * s.width;
    const y = ground(x);
    const tint = mix(
      a.color,
      (
        [
          [255, 120, 160],
          [130, 220, 210],
          [255, 214, 120],
          [190, 150, 240],
        ] as Rgb[]
      )[i % 4] as Rgb,
      0.5,
    );
    if (rnd() > 0.5) {
      const h = 24 + rnd() * 26;
      s.rect(x - 1, y - h, 3, h + 3, mix(a.color, [255, 255, 255], 0.55));
      const r = 8 + rnd() * 5;
      s.ellipse(x, y - h, r, r, tint);
      for (let t = 0; t < 40; t++)
        s.rect(x + Math.cos(t / 3.4) * t * r * 0.022, y - h + Math.sin(t / 3.4) * t * r * 0.022, 2, 2, mix(tint, [255, 255, 255], 0.6));
    } else {
      const r = 9 + rnd() * 7;
      for (let j = 0; j < r; j++) {
        const half = Math.sqrt(r * r - (r - j) * (r - j));
        for (let k = Math.round(-half); k <= half; k++) s.set(x + k, y - r + j + 3, k < -half * 0.4 && j > 1 ? lighten(tint, 0.06) : tint);
      }
    }
  }
  s.below(ground, land(a, 2));
};

export const wreck: Painter = (s, a) => {
  const rnd = sequence(a.seed + 18);
  const dark = darken(a.color, 0.08);
  const ground = roll(s, a, 22, 5, 2);
  for (let i = 0; i < 8; i++) {
    const x = ((i + rnd() * 0.6) / 8) * s.width;
    const y = ground(x) + 4;
    if (rnd() > 0.5) {
      const h = 30 + rnd() * 40;
      s.rect(x, y - h, 3, h, a.color);
      s.line(x, y - h + 4, x + 18, y - h + 9, 2, a.color);
      for (let j = 8; j < h; j += 8) s.line(x - 4, y - j, x + 7, y - j - 4, 1, dark);
    } else {
      const w = 26 + rnd() * 20;
      const h = 24 + rnd() * 34;
      for (let k = 0; k < w; k++) {
        const gap = hash(k >> 2, i, a.seed) * 16;
        s.rect(x + k, y - h + gap, 1, h - gap, k > w - 4 ? dark : a.color);
      }
      for (let j = 14; j < h - 4; j += 8) for (let k = 4; k < w - 5; k += 7) s.rect(x + k, y - h + j + 6, 3, 4, dark);
    }
  }
  s.below(ground, land(a, 1));
};

export const skyline: Painter = (s, a) => towers(s, a, false);
export const neon: Painter = (s, a) => towers(s, a, true);
