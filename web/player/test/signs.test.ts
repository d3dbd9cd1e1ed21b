import { describe, expect, it } from 'vitest';
import { Pixmap } from '../src/art/pixmap';
import { gauge, type SignManifest, signsOf, stretch } from '../src/art/signs';

const encoded = (rows: readonly (readonly number[])[]): string => btoa(String.fromCharCode(...rows.flat()));
const FRAME: SignManifest = {
  size: [3, 3],
  colors: ['#111111', '#222222', '#333333'],
  pixels: encoded([
    [0, 1, 1],
    [1, 2, 3],
    [1, 3, 3],
  ]),
  slice: [1, 1, 1, 1],
  content: [1, 1, 1, 1],
};
const FILL: SignManifest = { size: [1, 1], colors: ['#ff0000'], pixels: encoded([[1]]) };

const red = (p: Pixmap, x: number, y: number): number => p.data[(y * p.width + x) * 4] as number;

describe('signs', () => {
  it('keeps corners and stretches what lies between', () => {
    const frame = signsOf({ frame: FRAME }).get('frame');
    const out = new Pixmap(6, 4);
    if (frame !== undefined) stretch(out, frame, 0, 0, 6, 4);
    expect(out.alpha(0, 0)).toBe(0);
    expect([red(out, 1, 0), red(out, 4, 0), red(out, 5, 0)]).toEqual([0x11, 0x11, 0x11]);
    expect([red(out, 0, 2), red(out, 3, 2), red(out, 5, 2)]).toEqual([0x11, 0x22, 0x33]);
    expect(red(out, 3, 3)).toBe(0x33);
  });

  it.each([
    [0, 0],
    [0.01, 4],
    [0.5, 5],
    [1, 10],
    [2, 10],
  ])('fills a bar to %f: %i px', (share, long) => {
    const out = new Pixmap(12, 3);
    gauge(out, signsOf({ 'bar-frame': FRAME, 'bar-health': FILL }), 'health', 0, 0, 12, share);
    const filled = Array.from({ length: 12 }, (_, x) => red(out, x, 1)).filter((v) => v === 255);
    expect(filled.length).toBe(long);
  });

  it('refuses pixels that do not fill the picture', () => {
    expect(() => signsOf({ odd: { ...FILL, size: [2, 2] } })).toThrow('pixels');
  });
});
