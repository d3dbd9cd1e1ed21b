import { describe, expect, test } from 'vitest';
import { toLch } from '../src/art/color';
import { dyed, type GroundManifest, type Materials, materialsOf, SURFACES } from '../src/art/material';
import { Pixmap } from '../src/art/pixmap';
import { paintPlace } from '../src/art/place';
import { DENSITY } from '../src/art/smooth';
import type { TileGrid } from '../src/art/terrain';
import { themeOf } from '../src/art/theme';

const SIZE = 8;

/** Every surface in a checker of two tones of its own. */
function materials(over: string | null = null): Materials {
  const tones = new Uint8Array(SIZE * SIZE * SURFACES.length).map((_, i) => ((i + Math.floor(i / SIZE)) % 2) + 2);
  const surfaces = Object.fromEntries(SURFACES.map((name) => [name, { material: name, over }])) as GroundManifest['surfaces'];
  return materialsOf({ size: SIZE, surfaces }, tones);
}

function gridOf(...rows: string[]): TileGrid {
  return { tile: 8, width: rows[0]?.length ?? 0, height: rows.length, at: (x, y) => rows[y]?.[x] ?? '.' };
}

const side = gridOf('......', '.##...', '.##.^.', '######', '######');
const above = gridOf('######', '#..~.#', '#.::.#', '#_.T.#', '######');
const column = (p: Pixmap, x: number): number[] => Array.from({ length: p.height }, (_, y) => p.alpha(x, y));

describe('materials', () => {
  test('tones that do not fill the surfaces are refused', () => {
    const surfaces = Object.fromEntries(SURFACES.map((name) => [name, { material: name, over: null }])) as GroundManifest['surfaces'];
    expect(() => materialsOf({ size: SIZE, surfaces }, new Uint8Array(10))).toThrow('another size');
  });

  test('a cloth repeats, gets lighter tone by tone, and its second layer has a colour of its own', () => {
    const theme = themeOf({ biome: 'castle' });
    const cloth = dyed(materials().body, theme.body, theme);
    for (let i = -9; i < 9; i++) expect(cloth.at(i, 3)).toEqual(cloth.at(i + SIZE, 3 - SIZE));
    const lightness = cloth.tones.map((tone) => toLch(tone)[0]);
    for (let i = 1; i < 6; i++) expect(lightness[i] as number).toBeGreaterThan(lightness[i - 1] as number);
    const mossy = { size: 1, tones: Uint8Array.of(9), over: '#5a9a3a' };
    const [r, g] = dyed(mossy, theme.body, theme).at(0, 0);
    expect(g).toBeGreaterThan(r + 20);
  });
});

describe('places of materials', () => {
  test.each(['forest', 'sky', 'castle', 'food', 'body', 'cyber'])(
    '%s: earth fills its cells but for round corners, air stays clear',
    (biome) => {
      const place = { grid: side, theme: themeOf({ biome }), seed: 4, top: false, materials: materials() };
      const out = paintPlace(place, 0, 0, 6, 5);
      expect([out.width, out.height]).toEqual([6 * 8 * DENSITY, 5 * 8 * DENSITY]);
      const middle = column(out, 2 * 8 * DENSITY);
      expect(middle.slice(8 * DENSITY + 5)).toEqual(middle.slice(8 * DENSITY + 5).fill(255));
      expect(out.alpha(8 * DENSITY, 8 * DENSITY)).toBe(0);
      expect(out.alpha(4, 4)).toBe(0);
      // Spikes stand as they are painted without materials.
      expect(
        column(out, (4 * 8 + 4) * DENSITY)
          .slice(2 * 8 * DENSITY, 3 * 8 * DENSITY)
          .some((a) => a === 255),
      ).toBe(true);
    },
  );

  test.each(['garden', 'dungeon', 'island', 'lab', 'volcano'])('%s: the floor has no holes', (biome) => {
    const out = paintPlace({ grid: above, theme: themeOf({ biome }), seed: 4, top: true, materials: materials() }, 0, 0, 6, 5);
    for (let y = 0; y < out.height; y++) for (let x = 0; x < out.width; x++) expect(out.alpha(x, y)).toBe(255);
  });

  test('neighbouring rectangles meet as one', () => {
    for (const top of [false, true]) {
      const place = { grid: top ? above : side, theme: themeOf({ biome: 'haunted' }), seed: 4, top, materials: materials('#6a9040') };
      const whole = paintPlace(place, 0, 0, 6, 5);
      const out = new Pixmap(whole.width, whole.height);
      out.draw(paintPlace(place, 0, 0, 3, 5), 0, 0);
      out.draw(paintPlace(place, 3, 0, 3, 5), 3 * 8 * DENSITY, 0);
      let differing = 0;
      for (let i = 0; i < whole.data.length; i += 4) if (whole.data[i] !== out.data[i]) differing++;
      // Decoration and furniture may be cut at a border, the ground may not.
      expect(differing / (whole.data.length / 4)).toBeLessThan(0.02);
    }
  });

  test('without materials the place is painted here and looks otherwise', () => {
    const place = { grid: side, theme: themeOf({ biome: 'castle' }), seed: 4, top: false };
    const [own, laid] = [
      paintPlace({ ...place, materials: null }, 0, 0, 6, 5),
      paintPlace({ ...place, materials: materials() }, 0, 0, 6, 5),
    ];
    expect([own.width, own.height]).toEqual([laid.width, laid.height]);
    let differing = 0;
    for (let i = 0; i < own.data.length; i++) if (own.data[i] !== laid.data[i]) differing++;
    expect(differing).toBeGreaterThan(2000);
  });
});
