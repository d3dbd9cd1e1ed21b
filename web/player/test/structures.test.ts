import { describe, expect, test } from 'vitest';
import { costume, costumeKey } from '../src/art/costume';
import type { Pixmap } from '../src/art/pixmap';
import { themeOf } from '../src/art/theme';

const theme = themeOf({ biome: 'forest' });
const first = (frames: Partial<Record<string, Pixmap[]>>): Pixmap => Object.values(frames)[0]?.[0] as Pixmap;

function inkOfRow(picture: Pixmap, y: number): [number, number] {
  let [low, high] = [picture.width, -1];
  for (let x = 0; x < picture.width; x++)
    if (picture.alpha(x, y) > 0) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  return [low, high];
}

describe('structures', () => {
  test('a ledge is as wide as what one stands on, and its top is the top of its box', () => {
    for (const w of [16, 23, 48]) {
      const sheet = costume({ type: 'platform', role: 'platform', w, h: 6, flip: false }, { crumbles: false }, theme);
      const [low, high] = inkOfRow(first(sheet.frames), 1);
      expect(high - low + 1).toBe(w);
      expect(inkOfRow(first(sheet.frames), 0)[1]).toBeGreaterThan(0);
      expect(sheet.pivot).toEqual([w / 2, 3]);
    }
  });

  test('a column shows its head at the open end, whichever way it stands', () => {
    const thing = { type: 'gate', role: 'hazard', w: 26, h: 70, flip: false };
    const standing = costume(thing, { form: 'gate' }, theme);
    const hanging = costume({ ...thing, flip: true }, { form: 'gate' }, theme);
    expect([standing.end, hanging.end]).toEqual(['top', 'bottom']);
    const heads = [inkOfRow(first(standing.frames), 4), inkOfRow(first(hanging.frames), hanging.height - 5)];
    const shafts = [inkOfRow(first(standing.frames), 60), inkOfRow(first(hanging.frames), hanging.height - 61)];
    for (const i of [0, 1]) {
      const width = ([low, high]: [number, number]): number => high - low + 1;
      expect(width(shafts[i] as [number, number])).toBe(26);
      expect(width(heads[i] as [number, number])).toBeGreaterThan(26);
    }
    // A gate that moves changes its length with every tick: that must not make a new picture.
    expect(costumeKey({ ...thing, h: 71 }, { form: 'gate' })).toBe(costumeKey(thing, { form: 'gate' }));
  });

  test('a flood fills its width and moves', () => {
    const sheet = costume({ type: 'rising', role: 'hazard', w: 320, h: 120, flip: false }, { form: 'rising' }, theme);
    const frames = sheet.frames.fly as Pixmap[];
    expect(inkOfRow(frames[0] as Pixmap, 40)).toEqual([0, 319]);
    expect(frames[0]?.data).not.toEqual(frames[1]?.data);
  });
});

describe('treasure', () => {
  test('stays about as wide as the box it is collected with, whatever its body', () => {
    for (const body of ['fish', 'coin', 'gem', 'food', 'bird', 'object']) {
      const properties = { sprite: { prompt: body, body, colors: ['#f0893a'] } };
      const sheet = costume({ type: 'fish', role: 'collectible', w: 8, h: 8, flip: false }, properties, theme);
      const picture = first(sheet.frames);
      let [low, high] = [picture.width, 0];
      for (let y = 0; y < picture.height; y++) {
        const [a, b] = inkOfRow(picture, y);
        low = Math.min(low, a);
        high = Math.max(high, b);
      }
      expect(high - low + 1).toBeLessThanOrEqual(14);
    }
  });
});
