/** The feel numbers, measured in the simulation. */
import { describe, expect, it } from 'vitest';
import { A, RIGHT } from '../../src/core/input';
import { DEFAULT_DESIGN } from '../../src/core/scene';
import { HVY, HX, HY, SUB } from '../../src/core/state';
import type { Design, LevelData, SceneInput, State } from '../../src/core/types';
import { platform } from '../../src/families/platform';
import { measure } from '../../src/families/platform/compose/envelope';
import { GROUNDED } from '../../src/families/platform/layout';
import { platformerRules } from '../../src/families/platform/rules';
import type { PlatformWorld } from '../../src/families/platform/world';

function world(rows: string[], start: [number, number], design: Partial<Design> = {}): PlatformWorld {
  const full = { ...DEFAULT_DESIGN, ...design };
  const level: LevelData = {
    tile: 8,
    width: rows[0]!.length,
    height: rows.length,
    rows,
    start,
    spawns: [],
    mark: { kind: 'goal', value: 1 },
    seed: 1,
  };
  const scene: SceneInput = {
    kind: 'platformer',
    design: full,
    rules: platformerRules(full, {}),
    entities: platform.complete('platformer', full, []),
    level,
  };
  return platform.compile(scene) as PlatformWorld;
}

/** Flat ground of `ledge` tiles, then nothing. */
function ledgeWorld(ledge: number, design: Partial<Design> = {}): PlatformWorld {
  const rows: string[] = [];
  for (let y = 0; y < 30; y++) rows.push(y < 20 ? '.'.repeat(60) : '#'.repeat(ledge) + '.'.repeat(60 - ledge));
  return world(rows, [2, 19], design);
}

function step(w: PlatformWorld, s: State, input: number, times = 1): void {
  for (let i = 0; i < times; i++) platform.step(w, s, input, null);
}

function jumpHeight(w: PlatformWorld, hold: number): number {
  const s = platform.init(w);
  step(w, s, 0, 5);
  const ground = s[HY]!;
  let top = ground;
  for (let t = 0; t < 60; t++) {
    step(w, s, t < hold ? A : 0);
    top = Math.min(top, s[HY]!);
  }
  return (ground - top) / SUB / 8;
}

describe('movement envelope', () => {
  it('is 3.5 tiles up', () => {
    expect(jumpHeight(ledgeWorld(60), 30)).toBeGreaterThan(3.4);
    expect(jumpHeight(ledgeWorld(60), 30)).toBeLessThan(3.65);
  });

  it('is about 7.4 tiles across on level ground', () => {
    const w = ledgeWorld(60);
    const s = platform.init(w);
    step(w, s, RIGHT, 20);
    const from = s[HX]!;
    step(w, s, RIGHT | A);
    // Held for the whole rise and no longer.
    for (let t = 1; s[GROUNDED] === 0; t++) step(w, s, t < 20 ? RIGHT | A : RIGHT);
    expect((s[HX]! - from) / SUB / 8).toBeGreaterThan(7.1);
    expect((s[HX]! - from) / SUB / 8).toBeLessThan(7.8);
  });

  it('is measured from the rules, and follows them', () => {
    const plain = measure(platformerRules(DEFAULT_DESIGN, {}));
    const high = measure(platformerRules({ ...DEFAULT_DESIGN, jump_height: 2 }, {}));
    const fast = measure(platformerRules({ ...DEFAULT_DESIGN, hero_speed: 2 }, {}));
    const twice = measure(platformerRules({ ...DEFAULT_DESIGN, mechanics: ['double-jump'] }, {}));
    expect(high.rise / plain.rise).toBeGreaterThan(1.9);
    expect(high.rise / plain.rise).toBeLessThan(2.1);
    expect(fast.gap(0)).toBeGreaterThan(plain.gap(0) * 1.6);
    expect(twice.gapFull(0)).toBeGreaterThan(plain.gap(0) * 1.4);
    expect(twice.riseFull).toBeGreaterThan(plain.rise * 1.6);
    expect(plain.gap(2)).toBeLessThan(plain.gap(0));
  });
});

describe('forgiveness', () => {
  it('a short press jumps lower than a long one', () => {
    const w = ledgeWorld(60);
    expect(jumpHeight(w, 2)).toBeLessThan(jumpHeight(w, 8) - 0.5);
  });

  function jumpsAfterLedge(late: number): boolean {
    const w = ledgeWorld(10);
    const s = platform.init(w);
    while (s[GROUNDED] === 1 || s[HX]! < 4 * 2048) step(w, s, RIGHT);
    step(w, s, RIGHT, late);
    step(w, s, RIGHT | A);
    return s[HVY]! < 0;
  }

  it('coyote time is some frames after the ledge, no more', () => {
    expect(jumpsAfterLedge(0)).toBe(true);
    expect(jumpsAfterLedge(4)).toBe(true);
    expect(jumpsAfterLedge(7)).toBe(false);
  });

  function jumpsWhenPressedEarly(early: number): boolean {
    const w = ledgeWorld(60);
    const fall = platform.init(w);
    step(w, fall, 0, 3);
    step(w, fall, A);
    let air = 1;
    while (fall[GROUNDED] === 0) {
      step(w, fall, 0);
      air++;
    }
    const s = platform.init(w);
    step(w, s, 0, 3);
    step(w, s, A);
    for (let t = 1; t < air + 4; t++) {
      step(w, s, t === air - early ? A : 0);
      if (t >= air && s[HVY]! < 0) return true;
    }
    return false;
  }

  it('a press shortly before landing counts', () => {
    expect(jumpsWhenPressedEarly(3)).toBe(true);
    expect(jumpsWhenPressedEarly(9)).toBe(false);
  });

  function passesCorner(overlap: number): boolean {
    const rows: string[] = [];
    for (let y = 0; y < 16; y++) rows.push(y < 12 ? (y === 9 ? '.....#..........' : '.'.repeat(16)) : '#'.repeat(16));
    const w = world(rows, [2, 11]);
    const s = platform.init(w);
    // The hero's right side is `overlap` px under the block's left end.
    s[HX] = (5 * 8 + overlap) * SUB - w.physics.w;
    const block = 10 * 2048;
    let least = s[HY]!;
    for (let t = 0; t < 30; t++) {
      step(w, s, A);
      least = Math.min(least, s[HY]!);
    }
    return least < block - w.physics.h;
  }

  it('a head that meets a corner with up to four pixels slides around it', () => {
    expect(passesCorner(3)).toBe(true);
    expect(passesCorner(4)).toBe(true);
    expect(passesCorner(6)).toBe(false);
  });
});
