import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A, B, DOWN, INPUT_LIMIT, LEFT, RIGHT, UP } from '../../src/core/input';
import { Rng } from '../../src/core/rng';
import { E_STATE, ENTITIES, FREE, HP, HVX, HX, HY, STRIDE } from '../../src/core/state';
import type { State } from '../../src/core/types';
import { H_DASH, H_DOWN, HERO_HALF, TILE } from '../../src/families/topdown/layout';
import { BLOCK_HERO } from '../../src/families/topdown/legend';
import { init, step } from '../../src/families/topdown/step';
import { fits } from '../../src/systems/topdown';
import { ordinary } from './skeleton';
import { type Bench, bench, composed } from './stage';

function walk({ world, state }: Bench, ticks: number, input: number): void {
  for (let i = 0; i < ticks; i++) step(world, state, input, null);
}

function free(bench: Bench): boolean {
  return fits(bench.world, bench.state, bench.state[HX] as number, bench.state[HY] as number, HERO_HALF, BLOCK_HERO);
}

describe('walking', () => {
  it('reaches full speed and no more, along axes and diagonals', () => {
    const straight = bench(['..........', '..........', '..........', '..........'], [1, 1]);
    const from = straight.state[HX] as number;
    walk(straight, 30, RIGHT);
    const along = (straight.state[HX] as number) - from;
    expect(straight.state[HVX]).toBe(straight.world.n.heroSpeed);
    const slant = bench(['..........', '..........', '..........', '..........', '..........', '..........'], [1, 1]);
    const [x, y] = [slant.state[HX] as number, slant.state[HY] as number];
    walk(slant, 30, RIGHT | DOWN);
    const dx = (slant.state[HX] as number) - x;
    const dy = (slant.state[HY] as number) - y;
    expect(Math.abs(Math.hypot(dx, dy) - along) / along).toBeLessThan(0.05);
  });

  it('slides along walls', () => {
    const b = bench(['..........', '##########'], [1, 0]);
    const y = b.state[HY] as number;
    walk(b, 40, RIGHT | DOWN);
    expect(b.state[HX] as number).toBeGreaterThan(3 * TILE);
    expect((b.state[HY] as number) - y).toBeLessThan(TILE / 4);
  });

  it('slips round a corner it all but clears, and not round one it faces', () => {
    const nearly = bench(['....', '.##.', '....'], [0, 0]);
    nearly.state[HX] = TILE - HERO_HALF + 4 * 256;
    walk(nearly, 60, DOWN);
    expect(nearly.state[HY] as number).toBeGreaterThan(2 * TILE);
    const square = bench(['....', '.##.', '....'], [1, 0]);
    walk(square, 60, DOWN);
    expect(square.state[HY] as number).toBeLessThan(TILE);
  });

  it('never stands in anything solid, whatever is pressed', () => {
    const worlds = (['topdown', 'dungeon-crawler'] as const).flatMap((kind) => [1, 2, 3].map((seed) => composed(ordinary(kind, seed), 1)));
    fc.assert(
      fc.property(fc.integer(), fc.nat(worlds.length - 1), (seed, which) => {
        const world = worlds[which]!;
        const state = init(world);
        const rng = new Rng(seed);
        let input = 0;
        for (let t = 0; t < 900; t++) {
          if (t % 11 === 0) input = rng.int(INPUT_LIMIT);
          step(world, state, input, null);
          if (!fits(world, state, state[HX] as number, state[HY] as number, HERO_HALF, BLOCK_HERO))
            throw new Error(`inside a solid at tick ${t}`);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stops at the edge of the level and at closed doors', () => {
    const b = bench(['....', '....'], [0, 0]);
    walk(b, 90, LEFT | UP);
    expect(free(b)).toBe(true);
    expect(b.state[HX]).toBe(HERO_HALF);
  });
});

describe('dash', () => {
  it('carries over a pit that walking falls into', () => {
    const rows = ['..........', '...__.....', '..........'];
    const walker = bench(rows, [1, 1]);
    const hp = walker.state[HP] as number;
    walk(walker, 50, RIGHT);
    expect(walker.state[HP]).toBe(hp - 1);
    expect((walker.state[HX] as number) < 3 * TILE).toBe(true);
    const dasher = bench(rows, [1, 1], { mechanics: ['dash'] });
    walk(dasher, 14, RIGHT);
    step(dasher.world, dasher.state, RIGHT | B, null);
    expect(dasher.state[H_DASH] as number).toBeGreaterThan(0);
    walk(dasher, 20, RIGHT);
    expect(dasher.state[HP]).toBe(hp);
    expect(dasher.state[HX] as number).toBeGreaterThan(5 * TILE);
  });

  it('is not there unless asked for', () => {
    const b = bench(['..........'], [1, 0]);
    step(b.world, b.state, RIGHT | B, null);
    expect(b.state[H_DASH]).toBe(0);
  });
});

describe('strike', () => {
  const foe = (state: State): number => state[ENTITIES] as number;

  it('reaches ahead, not behind, and throws back what it does not kill', () => {
    const rows = ['............', '............', '............'];
    const ahead = bench(rows, [3, 1], {}, [{ type: 'beetle', x: 4.2, y: 1, hp: 2, facing: 0 }]);
    step(ahead.world, ahead.state, RIGHT, null);
    const before = ahead.state[ENTITIES + 1] as number;
    walk(ahead, 1, A);
    walk(ahead, 24, 0);
    expect(ahead.state[ENTITIES + 5]).toBe(1);
    expect((ahead.state[ENTITIES + 1] as number) - before).toBeGreaterThan(4 * 256);
    const behind = bench(rows, [5, 1], {}, [{ type: 'beetle', x: 3.8, y: 1, hp: 1, facing: 4 }]);
    step(behind.world, behind.state, RIGHT, null);
    walk(behind, 1, A);
    walk(behind, 20, 0);
    expect(foe(behind.state)).not.toBe(FREE);
  });

  it('tells once a swing', () => {
    const b = bench(['............', '............'], [3, 0], {}, [{ type: 'beetle', x: 4, y: 0, hp: 5, facing: 0 }]);
    step(b.world, b.state, RIGHT, null);
    walk(b, 1, A);
    walk(b, 14, 0);
    expect(b.state[ENTITIES + 5]).toBe(4);
  });

  it('a shot flies where the hero looks', () => {
    const b = bench(['............'], [1, 0], { mechanics: ['shoot'] }, [{ type: 'beetle', x: 7, y: 0, hp: 1, facing: 0 }]);
    step(b.world, b.state, RIGHT, null);
    walk(b, 60, A);
    expect(foe(b.state)).toBe(FREE);
  });
});

describe('enemies', () => {
  it('wind up before they charge, and are stunned by walls', () => {
    const b = bench(['................', '................', '................'], [2, 1], {}, [{ type: 'boar', x: 6, y: 1, facing: 4 }]);
    const seen = new Set<number>();
    for (let t = 0; t < 200 && b.state[H_DOWN] === 0; t++) {
      step(b.world, b.state, 0, null);
      seen.add(b.state[ENTITIES + E_STATE] as number);
    }
    expect(seen.has(2)).toBe(true);
    expect(seen.has(3)).toBe(true);
    expect(seen.has(4)).toBe(true);
  });

  it('do not see through walls', () => {
    const rows = ['.......#........', '.......#........', '.......#........', '.......#........'];
    const b = bench(rows, [2, 1], {}, [{ type: 'goblin', x: 12, y: 1, facing: 4 }]);
    for (let t = 0; t < 200; t++) {
      step(b.world, b.state, 0, null);
      expect(b.state[ENTITIES + E_STATE]).toBe(0);
    }
    expect(b.state[HP]).toBe(b.world.n.health);
    expect(STRIDE).toBe(16);
  });

  it('guards look ahead: they pass by a hero in tall grass', () => {
    const open = ['................', '................', '................'];
    const spotted = bench(open, [8, 1], {}, [{ type: 'guard', x: 4, y: 1, facing: 0 }]);
    let alarm = false;
    for (let t = 0; t < 60; t++) {
      step(spotted.world, spotted.state, 0, null);
      if (spotted.state[ENTITIES + E_STATE] === 1) alarm = true;
    }
    expect(alarm).toBe(true);
    const grass = ['................', '........"".....', '................'].map((r) => r.padEnd(16, '.'));
    const hidden = bench(grass, [8, 1], {}, [{ type: 'guard', x: 4, y: 1, facing: 0 }]);
    for (let t = 0; t < 60; t++) step(hidden.world, hidden.state, 0, null);
    expect(hidden.state[ENTITIES + E_STATE]).toBe(0);
  });
});
