/** A five-pixel-high capital font of our own, for what is written on the picture itself. */
import type { Rgb } from './color';
import { Pixmap } from './pixmap';

/** Rows of each glyph from top to bottom, '#' = ink. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '.##./#..#/####/#..#/#..#',
  B: '###./#..#/###./#..#/###.',
  C: '.###/#.../#.../#.../.###',
  D: '###./#..#/#..#/#..#/###.',
  E: '####/#.../###./#.../####',
  F: '####/#.../###./#.../#...',
  G: '.###/#.../#.##/#..#/.###',
  H: '#..#/#..#/####/#..#/#..#',
  I: '###/.#./.#./.#./###',
  J: '..##/...#/...#/#..#/.##.',
  K: '#..#/#.#./##../#.#./#..#',
  L: '#.../#.../#.../#.../####',
  M: '#...#/##.##/#.#.#/#...#/#...#',
  N: '#..#/##.#/#.##/#..#/#..#',
  O: '.##./#..#/#..#/#..#/.##.',
  P: '###./#..#/###./#.../#...',
  Q: '.##./#..#/#..#/#.#./.#.#',
  R: '###./#..#/###./#.#./#..#',
  S: '.###/#.../.##./...#/###.',
  T: '###/.#./.#./.#./.#.',
  U: '#..#/#..#/#..#/#..#/.##.',
  V: '#...#/#...#/.#.#./.#.#./..#..',
  W: '#...#/#...#/#.#.#/##.##/#...#',
  X: '#...#/.#.#./..#../.#.#./#...#',
  Y: '#.#/#.#/.#./.#./.#.',
  Z: '####/..#./.#../#.../####',
  '0': '.##./#..#/#..#/#..#/.##.',
  '1': '.#/##/.#/.#/.#',
  '2': '###./...#/.##./#.../####',
  '3': '###./...#/.##./...#/###.',
  '4': '#..#/#..#/####/...#/...#',
  '5': '####/#.../###./...#/###.',
  '6': '.##./#.../###./#..#/.##.',
  '7': '####/...#/..#./.#../.#..',
  '8': '.##./#..#/.##./#..#/.##.',
  '9': '.##./#..#/.###/...#/.##.',
  '.': '././././#',
  ',': './././#/#',
  ':': './#/./#/.',
  ';': './#/./#/#',
  '!': '#/#/#/./#',
  '?': '##./..#/.#./.../.#.',
  "'": '#/#/././.',
  '"': '#.#/#.#/.../.../...',
  '-': '.../.../###/.../...',
  '+': '.../.#./###/.#./...',
  '/': '..#/..#/.#./#../#..',
  '%': '#..#/..#./.#../#.../#..#',
  '(': '.#/#./#./#./.#',
  ')': '#./.#/.#/.#/#.',
  '&': '.#../#.#./.#../#.##/.##.',
  '×': '.../#.#/.#./#.#/...',
  '#': '.#.#./#####/.#.#./#####/.#.#.',
  '*': '.../#.#/.#./#.#/...',
  _: '.../.../.../.../###',
  '=': '.../###/.../###/...',
  '>': '#../.#./..#/.#./#..',
  '<': '..#/.#./#../.#./..#',
};

export const LINE_HEIGHT = 7;
const SPACE = 3;

/** Capitals without accents, as far as the font knows them. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').toUpperCase();
}

/** Whether every letter can be written. */
export function writable(text: string): boolean {
  return [...plain(text)].every((c) => c === ' ' || GLYPHS[c] !== undefined);
}

export function textWidth(text: string): number {
  let w = 0;
  for (const c of plain(text)) w += c === ' ' ? SPACE : ((GLYPHS[c] ?? (GLYPHS['?'] as string)).split('/')[0] as string).length + 1;
  return Math.max(0, w - 1);
}

/** Write a line; with a `shadow` it is outlined in that colour. */
export function write(out: Pixmap, text: string, x: number, y: number, ink: Rgb, shadow?: Rgb): void {
  const pass = (dx: number, dy: number, color: Rgb): void => {
    let at = x + dx;
    for (const c of plain(text)) {
      if (c === ' ') {
        at += SPACE;
        continue;
      }
      const rows = (GLYPHS[c] ?? (GLYPHS['?'] as string)).split('/');
      rows.forEach((row, j) => {
        for (let i = 0; i < row.length; i++) if (row[i] === '#') out.set(at + i, y + dy + j, color);
      });
      at += (rows[0] as string).length + 1;
    }
  };
  if (shadow !== undefined)
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
      [1, 1],
      [-1, 1],
      [0, 2],
      [1, 2],
      [-1, 2],
      [1, -1],
      [-1, -1],
    ] as const)
      pass(dx, dy, shadow);
  pass(0, 0, ink);
}

/** A line as a picture of its own, with room for its outline. */
export function label(text: string, ink: Rgb, shadow: Rgb): Pixmap {
  const out = new Pixmap(textWidth(text) + 2, LINE_HEIGHT + 1);
  write(out, text, 1, 1, ink, shadow);
  return out;
}
