import { describe, expect, it } from 'vitest';
import { begin, lookOf, slices } from '../src/art/layers';

/** Which row of the picture each row of the view shows. */
function shown(anchor: 'foot' | 'top' | 'both', own: number, height: number, lift: number): (number | null)[] {
  const out: (number | null)[] = Array.from({ length: height }, () => null);
  for (const { from, to, at, flip } of slices(anchor, own, height, lift))
    for (let i = 0; i < to - from; i++) if (at + i >= 0 && at + i < height) out[at + i] = flip ? to - 1 - i : from + i;
  return out;
}

describe('layers of a distance', () => {
  // The same table as in tests/games/artwork/test_distance.py: stills and the player agree.
  it.each([
    ['foot', 8, 0, [0, 1, 2, 3, 4, 5, 6, 7]],
    ['foot', 8, 2, [2, 3, 4, 5, 6, 7, null, null]],
    ['foot', 10, 0, [null, null, 0, 1, 2, 3, 4, 5, 6, 7]],
    ['top', 6, 0, [0, 1, 2, 3, 4, 5]],
    ['both', 6, 0, [0, 1, 2, 5, 6, 7]],
    ['both', 12, 0, [0, 1, 2, 3, 3, 2, 2, 3, 4, 5, 6, 7]],
    ['top', 12, 0, [0, 1, 2, 3, 3, 2, 2, 3, 4, 5, 6, 7]],
    ['both', 10, 2, [0, 1, 2, 3, 4, 5, 6, 7, null, null]],
  ] as const)('%s in %i rows, lifted by %i', (anchor, height, lift, rows) => {
    expect(shown(anchor, 8, height, lift)).toEqual(rows);
  });

  it('gives way from the split on', () => {
    expect(slices('both', 8, 6, 0, 1)).toEqual([
      { from: 0, to: 1, at: 0, flip: false },
      { from: 3, to: 8, at: 1, flip: false },
    ]);
  });

  it('begins elsewhere in every level and layer', () => {
    expect(begin(1, 0)).not.toBe(begin(2, 0));
    expect(begin(1, 0)).not.toBe(begin(1, 1));
    expect(begin(-1, 0)).toBe(begin(0xffffffff, 0));
  });

  it('finds a place by biome and hour', () => {
    expect(lookOf({ biome: 'cave', hour: 'night' })).toBe('cave night');
  });
});
