/** Small signs of the heads-up display. */
import { type Rgb, ramp } from './color';
import { Pixmap } from './pixmap';

function icon(rows: readonly string[], colors: Readonly<Record<string, Rgb>>): Pixmap {
  const out = new Pixmap((rows[0] as string).length, rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const c = colors[row[x] as string];
      if (c !== undefined) out.set(x, y, c);
    }
  });
  return out;
}

const INK: Rgb = [30, 20, 40];
const HEART = ['.kkk.kkk.', 'kwrrkrrrk', 'kwrrrrrdk', 'krrrrrrdk', '.krrrrdk.', '..krrdk..', '...kdk...', '....k....'];

export const ICONS = {
  heart: icon(HEART, { k: INK, r: [232, 58, 80], w: [255, 196, 200], d: [176, 34, 70] }),
  heartEmpty: icon(HEART, { k: INK, r: [70, 58, 84], w: [92, 80, 106], d: [56, 46, 70] }),
  key: icon(['.kkkk.....', 'kyyyyk....', 'kykkyykkkk', 'kykkyyyyyk', 'kyyyykykyk', '.kkkk.k.k.'], { k: INK, y: [248, 204, 74] }),
  clock: icon(['..kkkk..', '.kwwwwk.', 'kwwkwwwk', 'kwwkwwwk', 'kwwkkkwk', 'kwwwwwwk', '.kwwwwk.', '..kkkk..'], {
    k: INK,
    w: [240, 240, 248],
  }),
  flag: icon(['k.......', 'kkkkk...', 'krrrrkk.', 'krrrrrrk', 'krrrrkk.', 'kkkkk...', 'k.......', 'k.......'], {
    k: INK,
    r: [240, 90, 80],
  }),
  bomb: icon(['....ky..', '...k....', '.kkkkk..', 'kwkkkkk.', 'kkkkkkk.', 'kkkkkkk.', '.kkkkk..'], {
    k: [46, 40, 62],
    w: [170, 170, 190],
    y: [255, 190, 70],
  }),
} as const;

/** A bar with a frame: hit points of a boss, experience, progress. */
export function bar(out: Pixmap, x: number, y: number, w: number, h: number, share: number, color: Rgb): void {
  const r = ramp(color);
  out.rect(x, y, w, h, INK);
  out.rect(x + 1, y + 1, w - 2, h - 2, [58, 48, 74]);
  const full = Math.round((w - 2) * Math.max(0, Math.min(1, share)));
  if (full > 0) {
    out.rect(x + 1, y + 1, full, h - 2, r[2]);
    out.rect(x + 1, y + 1, full, 1, r[3]);
    if (h > 4) out.rect(x + 1, y + h - 2, full, 1, r[1]);
  }
}
