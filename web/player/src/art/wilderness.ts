/** Distances that grew: hills, woods, water, caves, stars. */
import { land, type Painter, roll, TAU } from './air';
import { darken, lighten, mix, type Rgb } from './color';
import { bayer, hash, noise, sequence } from './noise';

export const hills: Painter = (s, a) => {
  s.below(roll(s, a, 40 + (1 - a.depth) * 34, 13, 2), land(a));
};

export const mountains: Painter = (s, a) => {
  const rnd = sequence(a.seed + 7);
  const light = lighten(a.color, 0.07);
  const dark = darken(a.color, 0.05);
  const snow = mix([248, 250, 255], a.color, a.night ? 0.5 : 0.16);
  const count = 6;
  const foot = mix(a.color, a.haze, 0.5);
  for (let pass = 0; pass < 2; pass++)
    for (let i = 0; i < count; i++) {
      const cx = ((i + (pass === 0 ? 0 : 0.5) + rnd() * 0.3) / count) * s.width;
      const height = (pass === 0 ? 92 : 62) * (0.7 + rnd() * 0.5) - a.depth * 22;
      const half = height * (0.72 + rnd() * 0.3);
      const top = s.height - 14 - height;
      for (let j = 0; j < height + 14; j++) {
        const w = (half * j) / height;
        const ridge = (noise(j / 6, i, a.seed) - 0.5) * 9;
        for (let k = -Math.floor(w); k <= w; k++) {
          const lit = k < ridge;
          const capped = j < height * 0.26 + (noise((cx + k) / 4, i, a.seed + 3) - 0.5) * 12;
          const f = (j - height * 0.55) / (height * 0.7);
          const rock = f > bayer(Math.floor(cx + k), j) ? foot : lit ? light : dark;
          s.set(cx + k, top + j, capped && height > 50 ? (lit ? snow : mix(snow, dark, 0.4)) : rock);
        }
      }
    }
};

export const trees: Painter = (s, a) => {
  const rnd = sequence(a.seed);
  const ground = roll(s, a, 24 + (1 - a.depth) * 18, 5, 3);
  const trunk = mix(darken(a.color, 0.14), [90, 60, 50], 0.35);
  const light = lighten(a.color, 0.07);
  const dark = darken(a.color, 0.06);
  for (let i = 0; i < 22; i++) {
    const x = ((i + rnd() * 0.8) / 22) * s.width;
    const y = ground(x) + 3;
    const h = 22 + rnd() * 22;
    s.rect(x - 1, y - h * 0.6, 3, h * 0.7, trunk);
    const r = 8 + rnd() * 6;
    s.ellipse(x - r * 0.6, y - h * 0.62, r * 0.8, r * 0.7, a.color, light, dark);
    s.ellipse(x + r * 0.7, y - h * 0.66, r * 0.75, r * 0.65, a.color, light, dark);
    s.ellipse(x, y - h * 0.95, r, r * 0.85, a.color, light, dark);
  }
  s.below(ground, land({ ...a, color: darken(a.color, 0.03) }, 1));
};

export const pines: Painter = (s, a) => {
  const rnd = sequence(a.seed + 2);
  const ground = roll(s, a, 22 + (1 - a.depth) * 16, 5, 2);
  const light = lighten(a.color, 0.07);
  for (let i = 0; i < 30; i++) {
    const x = ((i + rnd()) / 30) * s.width;
    const y = ground(x) + 3;
    const h = 26 + rnd() * 26;
    s.rect(x - 1, y - 5, 2, 6, darken(a.color, 0.15));
    for (let k = 0; k < 4; k++) s.triangle(Math.round(x), Math.round(y - h + k * h * 0.2), 3 + k * 2.2, h * 0.3, a.color, light);
  }
  s.below(ground, land(a, 1));
};

export const palms: Painter = (s, a) => {
  const rnd = sequence(a.seed + 3);
  const ground = roll(s, a, 18, 4, 2);
  const trunk = mix(a.color, [140, 100, 70], 0.5);
  const light = lighten(a.color, 0.07);
  for (let i = 0; i < 9; i++) {
    const x = ((i + rnd()) / 9) * s.width;
    const y = ground(x) + 2;
    const h = 34 + rnd() * 26;
    const bend = (rnd() - 0.5) * 22;
    for (let j = 0; j <= h; j++)
      s.rect(x + bend * (j / h) ** 2 - 1, y - j, j % 5 === 0 ? 4 : 3, 1, j % 5 === 0 ? darken(trunk, 0.06) : trunk);
    for (let f = 0; f < 7; f++) {
      const angle = -0.3 - (f / 6) * (Math.PI - 0.6);
      for (let k = 0; k < 17; k++)
        s.rect(
          x + bend + Math.cos(angle) * k,
          y - h + Math.sin(angle) * k * 0.7 + (k * k) / 26,
          2,
          k > 12 ? 1 : 2,
          f % 2 ? a.color : light,
        );
    }
  }
  s.below(ground, land(a, 1));
};

export const jungle: Painter = (s, a) => {
  const rnd = sequence(a.seed + 4);
  const light = lighten(a.color, 0.06);
  const dark = darken(a.color, 0.06);
  const ground = roll(s, a, 30 + (1 - a.depth) * 22, 8, 3);
  for (let i = 0; i < 44; i++) {
    const x = (i / 44) * s.width;
    s.ellipse(x, ground(x) + rnd() * 8, 9 + rnd() * 7, 7 + rnd() * 6, a.color, light, dark);
  }
  s.below((x) => ground(x) + 6, land(a, 0));
  for (let i = 0; i < 12; i++) {
    const x = rnd() * s.width;
    const long = 14 + rnd() * 40;
    for (let j = 0; j < long; j++) s.set(x + Math.sin(j / 7) * 2, j, dark);
    for (let j = 4; j < long; j += 5) s.rect(x + Math.sin(j / 7) * 2 - 1, j, 3, 2, a.color);
  }
};

export const dunes: Painter = (s, a) => {
  const top = roll(s, a, 30 + (1 - a.depth) * 26, 11, 2);
  const light = lighten(a.color, 0.045);
  const dark = darken(a.color, 0.05);
  s.below(top, (x, y, d) =>
    d < 2 ? light : top(x + 3) > top(x) && d < 16 - (x % 3) ? dark : (y + Math.round(Math.sin(x / 11) * 2)) % 9 === 0 ? dark : a.color,
  );
};

export const mesas: Painter = (s, a) => {
  const rnd = sequence(a.seed + 5);
  const light = lighten(a.color, 0.05);
  const dark = darken(a.color, 0.06);
  for (let i = 0; i < 7; i++) {
    const x = Math.floor(((i + rnd() * 0.6) / 7) * s.width);
    const w = 22 + rnd() * 36;
    const h = 34 + rnd() * 40;
    for (let j = 0; j < h; j++) {
      const grow = j > h * 0.6 ? (j - h * 0.6) * 0.8 : Math.floor(j / 9);
      for (let k = Math.floor(-grow); k < w + grow; k++)
        s.set(x + k, s.height - 26 - h + j, k < w * 0.35 - grow ? light : Math.floor(j / 6) % 3 === 1 || k > w * 0.75 ? dark : a.color);
    }
  }
  s.below(() => s.height - 27, land(a, 1));
};

export const cavern: Painter = (s, a) => {
  const light = lighten(a.color, 0.05);
  const dark = darken(a.color, 0.05);
  const period = 32;
  const floor = (x: number): number => s.height - 16 - noise((x / s.width) * period, 1, a.seed, period) * 36 - (1 - a.depth) * 16;
  const roof = (x: number): number => 10 + noise((x / s.width) * period, 9, a.seed, period) * 32 + (1 - a.depth) * 6;
  s.below(floor, (x, y, d) => (d < 2 ? light : noise(x / 8, y / 8, a.seed) > 0.6 ? dark : a.color));
  for (let x = 0; x < s.width; x++)
    for (let y = 0; y < roof(x); y++) s.set(x, y, y > roof(x) - 2 ? dark : noise(x / 8, y / 8, a.seed) > 0.62 ? light : a.color);
  const rnd = sequence(a.seed + 8);
  for (let i = 0; i < 20; i++) {
    const x = Math.round(rnd() * s.width);
    const h = 12 + rnd() * 30;
    if (rnd() > 0.45)
      for (let j = 0; j < h; j++) s.rect(x - (4 * (h - j)) / h, roof(x) + j - 3, (8 * (h - j)) / h, 1, j % 7 === 0 ? light : a.color);
    else for (let j = 0; j < h; j++) s.rect(x - (5 * j) / h, floor(x) - h + j + 3, (10 * j) / h, 1, j % 8 === 0 ? light : a.color);
  }
  for (let i = 0; i < 9; i++) {
    const x = rnd() * s.width;
    const glow = mix(a.accent, a.color, 0.45);
    s.triangle(Math.round(x), Math.round(floor(x) - 8), 2, 11, glow, lighten(glow, 0.1));
    s.triangle(Math.round(x + 4), Math.round(floor(x) - 4), 1.6, 8, glow, lighten(glow, 0.1));
  }
};

export const waves: Painter = (s, a) => {
  const light = lighten(a.color, 0.1);
  const top = s.height - 26 - (1 - a.depth) * 26;
  s.below(
    (x) => top + Math.sin((x / s.width) * TAU * 16) * 1.6,
    (x, y, d) => (d < 1 ? light : hash(x >> 3, y, a.seed) > 0.965 ? light : d > 10 + bayer(x, y) * 12 ? darken(a.color, 0.04) : a.color),
  );
};

export const kelp: Painter = (s, a) => {
  const rnd = sequence(a.seed + 9);
  const light = lighten(a.color, 0.05);
  s.below(roll(s, a, 16 + (1 - a.depth) * 20, 6, 3), land(a, 1));
  for (let i = 0; i < 26; i++) {
    const x = rnd() * s.width;
    const h = 30 + rnd() * 70;
    const ph = rnd() * TAU;
    for (let j = 0; j < h; j++) {
      const dx = Math.sin(j / 9 + ph) * 3;
      s.rect(x + dx, s.height - 10 - j, 2, 1, a.color);
      if (j % 6 < 3) s.rect(x + dx + (j % 12 < 6 ? 2 : -3), s.height - 10 - j, 3, 1, light);
    }
  }
};

export const islands: Painter = (s, a) => {
  const rnd = sequence(a.seed + 10);
  const grass = mix(a.color, [120, 190, 110], 0.35);
  for (let i = 0; i < 7; i++) {
    const x = ((i + rnd() * 0.7) / 7) * s.width;
    const y = s.height * (0.36 + rnd() * 0.4);
    const w = 14 + rnd() * 24;
    for (let j = 0; j < w * 0.8; j++) {
      const half = w * (1 - (j / (w * 0.8)) ** 1.4) + (hash(j, i, a.seed) - 0.5) * 3;
      for (let k = Math.round(-half); k <= half; k++)
        s.set(x + k, y + j, j < 3 ? (j === 0 ? lighten(grass, 0.06) : grass) : k > half * 0.3 ? darken(a.color, 0.06) : a.color);
    }
    if (rnd() > 0.4) s.ellipse(x, y - 5, 5, 5, grass, lighten(grass, 0.06), darken(grass, 0.05));
  }
};

export const deadwood: Painter = (s, a) => {
  const rnd = sequence(a.seed + 13);
  const ground = roll(s, a, 20 + (1 - a.depth) * 14, 5, 3);
  const branch = (x: number, y: number, angle: number, length: number, thick: number): void => {
    const ex = x + Math.cos(angle) * length;
    const ey = y + Math.sin(angle) * length;
    s.line(x, y, ex, ey, thick, a.color);
    if (length < 6) return;
    branch(ex, ey, angle - 0.35 - rnd() * 0.35, length * 0.68, Math.max(1, thick - 1));
    branch(ex, ey, angle + 0.35 + rnd() * 0.35, length * 0.66, Math.max(1, thick - 1));
  };
  for (let i = 0; i < 9; i++) {
    const x = ((i + rnd() * 0.7) / 9) * s.width;
    branch(x, ground(x) + 3, -Math.PI / 2 + (rnd() - 0.5) * 0.3, 20 + rnd() * 12, 4);
  }
  for (let i = 0; i < 10; i++) {
    const x = rnd() * s.width;
    s.rect(x, ground(x) - 7, 6, 10, a.color);
    s.rect(x + 1, ground(x) - 8, 4, 1, lighten(a.color, 0.05));
  }
  s.below(ground, land(a, 1));
};

export const volcano: Painter = (s, a) => {
  const light = lighten(a.color, 0.05);
  const dark = darken(a.color, 0.06);
  for (let i = 0; i < 2; i++) {
    const cx = s.width * (0.28 + i * 0.5);
    const h = 104 - i * 30;
    for (let j = 0; j < h; j++) {
      const half = 12 + j * 0.95 + (noise(j / 5, i, a.seed) - 0.5) * 6;
      for (let k = Math.round(-half); k <= half; k++) {
        const lava = j < 4 || Math.abs(k - Math.sin(j / 9) * 6) < 2.4 - j / 44 || (j > 12 && Math.abs(k + 8 + j * 0.3) < 1.2);
        s.set(cx + k, s.height - 8 - h + j, lava ? (j % 3 ? [255, 138, 54] : [255, 208, 96]) : k < 0 ? light : dark);
      }
    }
    for (let k = 0; k < 7; k++)
      s.ellipse(cx + k * 6 - 6, s.height - 18 - h - k * 7, 9 + k * 2, 5 + k, mix(a.color, a.haze, 0.3 + k * 0.08));
  }
  s.below(
    () => s.height - 9,
    () => dark,
  );
};

export const planets: Painter = (s, a) => {
  const rnd = sequence(a.seed + 19);
  for (let i = 0; i < 4; i++) {
    const x = ((i + rnd() * 0.5) / 4) * s.width;
    const y = 26 + rnd() * 70;
    const r = 9 + rnd() * 20;
    const tint = mix(
      a.color,
      (
        [
          [232, 120, 100],
          [110, 190, 220],
          [240, 200, 120],
          [180, 120, 220],
        ] as Rgb[]
      )[i] as Rgb,
      0.55,
    );
    s.ellipse(x, y, r, r, tint, lighten(tint, 0.08), darken(tint, 0.12));
    for (let k = 0; k < 5; k++) {
      const [dx, dy] = [(rnd() - 0.5) * r, (rnd() - 0.5) * r];
      s.ellipse(x + dx, y + dy, 1.5 + rnd() * 2.5, 1 + rnd() * 1.6, darken(tint, 0.06));
    }
    if (i % 2 === 0)
      for (let t = 0; t < 200; t++) {
        const [u, v] = [Math.cos((t / 200) * TAU) * r * 1.7, Math.sin((t / 200) * TAU) * r * 0.4];
        if (v > 0 || Math.abs(u) > r) s.rect(x + u, y + v - u * 0.18, 2, 1, lighten(tint, 0.12));
      }
  }
};

export const cells: Painter = (s, a) => {
  const rnd = sequence(a.seed + 20);
  for (let i = 0; i < 26; i++) {
    const [x, y, r] = [rnd() * s.width, rnd() * s.height, 6 + rnd() * 14];
    const tint = mix(a.color, a.haze, rnd() * 0.4);
    s.ellipse(x, y, r, r * 0.72, tint, lighten(tint, 0.06), darken(tint, 0.06));
    s.ellipse(x, y, r * 0.46, r * 0.3, darken(tint, 0.05));
  }
};

export const flowers: Painter = (s, a) => {
  const rnd = sequence(a.seed + 21);
  const ground = roll(s, a, 20, 5, 3);
  for (let i = 0; i < 30; i++) {
    const x = rnd() * s.width;
    const h = 12 + rnd() * 20;
    const y = ground(x) + 2;
    s.rect(x, y - h, 1, h, darken(a.color, 0.04));
    const tint = mix(
      a.color,
      (
        [
          [240, 110, 150],
          [250, 210, 90],
          [170, 130, 230],
          [250, 250, 250],
        ] as Rgb[]
      )[i % 4] as Rgb,
      0.62,
    );
    for (let k = 0; k < 5; k++) s.ellipse(x + Math.cos((k * TAU) / 5) * 3 + 0.5, y - h + Math.sin((k * TAU) / 5) * 3, 2, 2, tint);
    s.rect(x, y - h, 2, 2, [250, 220, 110]);
  }
  s.below(ground, land(a, 1));
};
