import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { horizon, paintBackdrop, paintSky } from '../src/art/backdrop';
import { fromLch, mix, parseHex, ramp, toHex, toLch } from '../src/art/color';
import { textWidth, writable } from '../src/art/font';
import { Pixmap } from '../src/art/pixmap';
import { spriteSpecOf } from '../src/art/roles';
import { inSeason, seasonOf } from '../src/art/season';
import { BODY_PLANS, drawSprite } from '../src/art/sprite';
import { liquidFrames, SWELL } from '../src/art/terrain';
import { themeOf } from '../src/art/theme';

const BIOMES =
  'forest jungle desert snow mountain cave underwater ocean island swamp volcano sky space city cyber wasteland castle dungeon haunted indoor garden village factory lab food ruins body'.split(
    ' ',
  );
const hex = fc.integer({ min: 0, max: 0xffffff }).map((v) => `#${v.toString(16).padStart(6, '0')}`);

function painted(picture: Pixmap): number {
  let n = 0;
  for (let i = 3; i < picture.data.length; i += 4) if ((picture.data[i] as number) > 0) n++;
  return n;
}

function differing(a: Pixmap, b: Pixmap): number {
  let n = 0;
  for (let i = 0; i < a.data.length; i++) if (a.data[i] !== b.data[i]) n++;
  return n;
}

describe('colour', () => {
  test('OKLCH there and back keeps every colour', () => {
    fc.assert(
      fc.property(hex, (text) => {
        const rgb = parseHex(text);
        const back = fromLch(toLch(rgb));
        for (let i = 0; i < 3; i++) expect(Math.abs((back[i] as number) - (rgb[i] as number))).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('a ramp gets lighter tone by tone', () => {
    fc.assert(
      fc.property(hex, (text) => {
        const lightness = ramp(parseHex(text)).map((c) => toLch(c)[0]);
        for (let i = 1; i < lightness.length; i++)
          expect(lightness[i] as number).toBeGreaterThanOrEqual((lightness[i - 1] as number) - 0.001);
      }),
    );
  });

  test('mixing by 0 and 1 gives the ends', () => {
    expect(toHex(mix([200, 40, 60], [10, 90, 200], 0))).toBe(toHex([200, 40, 60]));
    expect(toHex(mix([200, 40, 60], [10, 90, 200], 1))).toBe(toHex([10, 90, 200]));
  });
});

describe('sprites', () => {
  test.each(Object.keys(BODY_PLANS))('%s is drawn whole, the same every time, and moves', (body) => {
    const spec = { prompt: `red ${body}`, body, colors: ['#c2452d', '#f2d0a4'] };
    const sheet = drawSprite(spec, { width: 12, height: 14 });
    const again = drawSprite(spec, { width: 12, height: 14 });
    for (const [motion, frames] of Object.entries(sheet.frames)) {
      frames.forEach((frame, i) => {
        expect(painted(frame), motion).toBeGreaterThan(20);
        expect(differing(frame, again.frames[motion as 'idle']?.[i] as Pixmap)).toBe(0);
      });
    }
    // Nothing is cut off at the frame's edge by more than a stray pixel of outline.
    const first = (sheet.frames.idle ?? sheet.frames.fly)?.[0] as Pixmap;
    let edge = 0;
    for (let x = 0; x < first.width; x++) edge += first.alpha(x, 0) > 0 ? 1 : 0;
    expect(edge).toBeLessThanOrEqual(3);
  });

  test('heroes of different bodies and words look different', () => {
    const specs = [
      ['tiny fox', 'quadruped'],
      ['white rabbit', 'quadruped'],
      ['brave knight', 'biped'],
      ['old wizard', 'biped'],
      ['sleepy owl', 'bird'],
      ['green slime', 'blob'],
    ] as const;
    const frames = specs.map(
      ([prompt, body]) =>
        drawSprite({ prompt, body, colors: ['#8a5a34', '#e0cba8'] }, { width: 12, height: 14 }).frames.idle?.[0] as Pixmap,
    );
    for (let i = 0; i < frames.length; i++)
      for (let j = i + 1; j < frames.length; j++) {
        const [a, b] = [frames[i] as Pixmap, frames[j] as Pixmap];
        if (a.width === b.width && a.height === b.height) expect(differing(a, b), `${specs[i]} / ${specs[j]}`).toBeGreaterThan(60);
      }
  });

  test('grows with its hitbox', () => {
    const area = (n: number): number =>
      painted(drawSprite({ prompt: 'dragon', body: 'dragon' }, { width: n, height: n }).frames.idle?.[0] as Pixmap);
    expect(area(32)).toBeGreaterThan(area(12) * 3);
  });

  test('an unknown body is an object, an entity without a picture gets one by its role', () => {
    expect(drawSprite({ prompt: 'thing', body: 'nonsense' }, { width: 8, height: 8 }).frames.idle).toHaveLength(2);
    expect(spriteSpecOf({ type: 'spring', role: 'spring', properties: {} }).prompt).toBe('spring');
  });
});

describe('places', () => {
  test.each(BIOMES)('%s fills its sky and shows its distance', (biome) => {
    const theme = themeOf({ biome, time_of_day: 'dusk' });
    expect(painted(paintSky(theme, 64, 180, 3))).toBe(64 * 180);
    for (const layer of paintBackdrop(theme, 180, 3)) expect(painted(layer.picture)).toBeGreaterThan(500);
  });

  test('night is darker than day', () => {
    const day = themeOf({ biome: 'forest', time_of_day: 'day' });
    const night = themeOf({ biome: 'forest', time_of_day: 'night' });
    expect(toLch(night.sky[0])[0]).toBeLessThan(toLch(day.sky[0])[0] - 0.2);
  });
});

describe('land and season', () => {
  const level = { tile: 8, rows: ['....', '#...', '#..#', '#.##', '#.##'] };

  test('the distance begins where the ground does, ledges and pits apart', () => {
    expect(horizon(level, 180)).toBe(16);
    expect(horizon({ tile: 8, rows: ['....', '....'] }, 180)).toBe(0);
    expect(horizon({ tile: 8, rows: Array.from({ length: 40 }, () => '####') }, 180)).toBeLessThan(90);
  });

  test('a lifted strip still reaches the bottom edge', () => {
    const theme = themeOf({ biome: 'forest' });
    const [low, high] = [paintBackdrop(theme, 180, 3), paintBackdrop(theme, 180, 3, 40)];
    const last = low.length - 1;
    const top = (picture: Pixmap): number => {
      for (let y = 0; y < picture.height; y++) for (let x = 0; x < picture.width; x++) if (picture.alpha(x, y) > 0) return y;
      return picture.height;
    };
    expect(top(high[last]?.picture as Pixmap)).toBe(top(low[last]?.picture as Pixmap) - 40);
    for (let x = 0; x < 512; x += 7) expect(high[last]?.picture.alpha(x, 179)).toBe(255);
  });

  test('the valley under a lifted strip has no columns in it', () => {
    const theme = themeOf({ biome: 'snow' });
    const near = paintBackdrop(theme, 180, 3, 70).at(-1)?.picture as Pixmap;
    const color = (x: number, y: number): string => [...near.data.subarray((y * 512 + x) * 4, (y * 512 + x) * 4 + 3)].join();
    for (let y = 120; y < 180; y++)
      expect(new Set(Array.from({ length: 512 }, (_, x) => color(x, y))).size, `row ${y}`).toBeLessThanOrEqual(2);
    expect(color(0, 179)).not.toBe(color(0, 118));
  });

  test('a liquid swells over several tiles and meets itself at their edges', () => {
    const theme = themeOf({ biome: 'haunted', time_of_day: 'night' });
    const crest = (x: number, frame: number): number => {
      const tile = liquidFrames(theme, 8, true, Math.floor(x / 8) % SWELL, (w, h) => new Pixmap(w, h))[frame] as Pixmap;
      let y = 0;
      while (tile.alpha(x % 8, y) === 0) y++;
      return y;
    };
    for (let frame = 0; frame < 4; frame++) {
      const line = Array.from({ length: 64 }, (_, x) => crest(x, frame));
      expect(line.slice(32)).toEqual(line.slice(0, 32));
      for (let x = 1; x < 33; x++) expect(Math.abs((line[x] as number) - (line[x - 1] as number))).toBeLessThanOrEqual(1);
      expect(new Set(line).size).toBeGreaterThan(1);
    }
  });

  test('leaves turn in autumn, and what is not green does not', () => {
    const hue = (place: string): number => (toLch(themeOf({ biome: 'forest', place }).cap[2])[2] * 180) / Math.PI;
    expect(hue('forest')).toBeGreaterThan(110);
    expect(hue('autumn forest')).toBeLessThan(85);
    expect(inSeason([190, 60, 40], 'autumn')).toEqual([190, 60, 40]);
    expect(seasonOf('waterfall')).toBeUndefined();
  });
});

describe('letters', () => {
  test('accents and dashes are written plain; other scripts are left to the page', () => {
    expect(writable('Café – “Über”!')).toBe(true);
    expect(writable('狐の冒険')).toBe(false);
    expect(textWidth('AB')).toBe(9);
  });
});
