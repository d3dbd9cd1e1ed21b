/** Colours in OKLCH: ramps from one colour, mixing, and the grading of a whole scene for a time of day. */

export type Rgb = readonly [number, number, number];
/** Perceptual lightness 0-1, chroma 0-0.4, hue in radians. */
export type Lch = readonly [number, number, number];

export function parseHex(text: string): Rgb {
  const match = /^#?([0-9a-f]{6})$/i.exec(text.trim());
  if (match === null) return [128, 128, 128];
  const value = Number.parseInt(match[1] as string, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function toHex([r, g, b]: Rgb): string {
  return `#${[r, g, b].map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')}`;
}

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const gamma = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** Björn Ottosson's OKLab (2020), in polar form. */
export function toLch([r8, g8, b8]: Rgb): Lch {
  const r = linear(r8 / 255);
  const g = linear(g8 / 255);
  const b = linear(b8 / 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(x, y), Math.atan2(y, x)];
}

function labToLinear(L: number, x: number, y: number): Rgb {
  const l = (L + 0.3963377774 * x + 0.2158037573 * y) ** 3;
  const m = (L - 0.1055613458 * x - 0.0638541728 * y) ** 3;
  const s = (L - 0.0894841775 * x - 1.291485548 * y) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Out-of-gamut colours lose chroma, never hue. */
export function fromLch([L, C, h]: Lch): Rgb {
  const lightness = Math.min(1, Math.max(0, L));
  let chroma = Math.max(0, C);
  for (let i = 0; i < 12; i++) {
    const rgb = labToLinear(lightness, chroma * Math.cos(h), chroma * Math.sin(h));
    if (rgb.every((v) => v >= -0.002 && v <= 1.002)) break;
    chroma *= 0.86;
  }
  const [r, g, b] = labToLinear(lightness, chroma * Math.cos(h), chroma * Math.sin(h));
  const byte = (v: number): number => Math.round(255 * Math.min(1, Math.max(0, gamma(Math.min(1, Math.max(0, v))))));
  return [byte(r), byte(g), byte(b)];
}

/** Bytes of a colour as one number. */
const packed = ([r, g, b]: Rgb): number => (r << 16) | (g << 8) | b;
/** Answers kept at most, per function: pixels ask the same few questions over and over. */
const KEPT = 50_000;

/** `make`, remembering what it answered. `share` and the colours (whole bytes) are all that it may depend on. */
function remembered<T>(make: (a: Rgb, b: Rgb, share: number) => T): (a: Rgb, b: Rgb, share: number) => T {
  const answers = new Map<number, Map<number, T>>();
  let kept = 0;
  return (a, b, share) => {
    let own = answers.get(share);
    if (own === undefined) {
      own = new Map();
      answers.set(share, own);
    }
    const key = packed(a) * 0x1000000 + packed(b);
    let answer = own.get(key);
    if (answer === undefined) {
      answer = make(a, b, share);
      if (++kept > KEPT) {
        answers.clear();
        kept = 0;
      } else own.set(key, answer);
    }
    return answer;
  };
}

export const mix = remembered((a, b, t): Rgb => {
  const p = toLch(a);
  const q = toLch(b);
  const x = p[1] * Math.cos(p[2]) * (1 - t) + q[1] * Math.cos(q[2]) * t;
  const y = p[1] * Math.sin(p[2]) * (1 - t) + q[1] * Math.sin(q[2]) * t;
  return fromLch([p[0] * (1 - t) + q[0] * t, Math.hypot(x, y), Math.atan2(y, x)]);
});

const DEG = Math.PI / 180;
/** Hue of cold shadow (blue-violet) and of warm light (yellow). */
const COOL = 285 * DEG;
const WARM = 95 * DEG;

/** Turn `hue` toward `target` by at most `limit`, the short way round. */
function lean(hue: number, target: number, limit: number): number {
  const d = Math.atan2(Math.sin(target - hue), Math.cos(target - hue));
  return hue + Math.max(-limit, Math.min(limit, d));
}

/** Tones of one material, darkest first: [outline, shadow, base, light, highlight]. */
export type Ramp = readonly [Rgb, Rgb, Rgb, Rgb, Rgb];

/** Shadows lean to blue and lights to yellow by a bounded angle; greys get a slight tint instead of turning mauve. */
export function ramp(base: Rgb, contrast = 1): Ramp {
  return rampOf(base, base, contrast);
}

const rampOf = remembered((base, _, contrast): Ramp => {
  const [L0, C, h] = toLch(base);
  // Very dark or pale bases still need room for shade and light on both sides.
  const L = Math.min(0.9, Math.max(0.34, L0));
  const tone = (dL: number, dC: number, target: number, limit: number): Rgb => {
    const tint = C < 0.02 ? 0.012 : 0;
    return fromLch([L + dL * contrast, Math.max(tint, C * dC), C < 0.02 ? target : lean(h, target, limit * DEG)]);
  };
  return [
    tone(-Math.max(0.24, L - 0.24), 0.75, COOL, 24),
    tone(-0.14, 0.98, COOL, 16),
    fromLch([L, C, h]),
    tone(Math.min(0.1, 0.97 - L), 0.96, WARM, 12),
    tone(Math.min(0.19, 0.985 - L), 0.7, WARM, 20),
  ];
});

export function darken(color: Rgb, by: number): Rgb {
  return darkened(color, color, by);
}

const darkened = remembered((color, _, by): Rgb => {
  const [L, C, h] = toLch(color);
  return fromLch([L - by, C, lean(h, COOL, by * 60 * DEG)]);
});

export function lighten(color: Rgb, by: number): Rgb {
  return lightened(color, color, by);
}

const lightened = remembered((color, _, by): Rgb => {
  const [L, C, h] = toLch(color);
  return fromLch([L + by, C * (1 - by * 0.5), lean(h, WARM, by * 40 * DEG)]);
});

export type TimeOfDay = 'day' | 'night' | 'dawn' | 'dusk';

/** The light of a time of day, laid over a colour of the daytime scene. `depth` 0 near, 1 far away. */
export function grade(color: Rgb, time: TimeOfDay, depth = 0): Rgb {
  const [L, C, h] = toLch(color);
  switch (time) {
    case 'night':
      return mix(fromLch([L * 0.62 + 0.02, C * 0.72, lean(h, 275 * DEG, 22 * DEG)]), [26, 30, 78], 0.26 + depth * 0.2);
    case 'dusk':
      return mix(fromLch([L * 0.82, C * 0.95, lean(h, 30 * DEG, 10 * DEG)]), [196, 84, 96], 0.16 + depth * 0.24);
    case 'dawn':
      return mix(fromLch([L * 0.95, C * 0.88, h]), [255, 176, 158], 0.12 + depth * 0.22);
    default:
      return color;
  }
}

/** Like `grade`, gentler: terrain and actors must stay readable at night. */
export function gradeNear(color: Rgb, time: TimeOfDay): Rgb {
  return time === 'day' ? color : mix(color, grade(color, time), time === 'night' ? 0.84 : 0.62);
}
