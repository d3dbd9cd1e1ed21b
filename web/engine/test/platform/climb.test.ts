import { describe, expect, it } from 'vitest';
import { climb } from '../../src/systems/platform/climb';

/** Rows of `#` ground, `=` ledges one can rise through, `.` air and `G`, the target. */
function field(rows: readonly string[], rise: number): { cost: (x: number, y: number, risen?: number) => number } {
  const width = rows[0]!.length;
  const height = rows.length;
  const at = (x: number, y: number): string => rows[y]?.[x] ?? '#';
  const open = new Uint8Array(width * height);
  const carries = new Uint8Array(width * height);
  const targets: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      open[y * width + x] = at(x, y) === '#' ? 0 : 1;
      carries[y * width + x] = y + 1 < height && (at(x, y + 1) === '#' || at(x, y + 1) === '=') ? 1 : 0;
      if (at(x, y) === 'G') targets.push(y * width + x);
    }
  }
  const out = climb({ width, height, open, carries, rise }, targets);
  return { cost: (x, y, risen = 0) => out[(y * width + x) * (rise + 1) + risen] as number };
}

describe('the way of one who jumps', () => {
  it('counts steps on level ground and lets height be given back for little', () => {
    const { cost } = field(['......', '......', '.....G', '######'], 2);
    expect(cost(0, 2)).toBe(5 * 4);
    // High above the same ground it is hardly farther than on it.
    expect(cost(0, 0, 2)).toBeLessThan(5 * 4 + 4);
  });

  it('goes up no higher than a jump', () => {
    const wall = ['.....', '...G.', '...##', '...##', '...##', '#####'];
    expect(field(wall, 3).cost(0, 4)).toBeGreaterThan(0);
    expect(field(wall, 2).cost(0, 4)).toBe(-1);
  });

  it('takes the ledge aside when straight up is too high', () => {
    const stair = ['.....', '..G..', '..===', '.....', '==...', '.....', '.....', '#####'];
    const { cost } = field(stair, 3);
    // From under the upper ledge: over the lower one on the left, not through the air.
    expect(cost(3, 6)).toBeGreaterThan(cost(1, 3));
    expect(
      field(
        stair.map((row) => row.replace('==...', '.....')),
        3,
      ).cost(3, 6),
    ).toBe(-1);
  });

  it('does not start a jump from the air', () => {
    const { cost } = field(['....', '..G.', '..##', '....', '....'], 1);
    expect(cost(0, 1, 1)).toBe(4 * 2);
    expect(cost(0, 2, 1)).toBe(-1);
    expect(cost(0, 2, 0)).toBeGreaterThan(0);
  });
});
