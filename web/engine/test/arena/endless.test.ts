import { describe, expect, it } from 'vitest';
import { stateHash } from '../../src/core/hash';
import { HP, MARK_REACHED, STATUS, TICK } from '../../src/core/state';
import { arena } from '../../src/families/arena';
import { G_CLOCK, G_FOES, G_ROUND } from '../../src/families/arena/layout';
import { used } from '../../src/systems/projectiles';
import { foe, HERO, KINDS, worldOf } from './stage';

describe.each(KINDS)('%s endless mode', (kind) => {
  const world = worldOf(kind, { entities: [HERO, foe('bat', 'fly'), foe('ghost', 'chase')], design: { length: 0.5 } });

  it('goes on after the mark with growing waves, and ends only by losing', () => {
    const state = arena.init(world, { endless: true, lives: 50 });
    const bot = arena.bot(world, 2);
    let most = 0;
    // Members of the largest wave made up early on, and late.
    const largest = [0, 0];
    for (let i = 0; i < 9000 && state[STATUS] === 0; i++) {
      state[HP] = 3;
      const round = state[G_ROUND] as number;
      const before = used(state, world.foes);
      arena.step(world, state, bot.act(state), null);
      const now = used(state, world.foes);
      most = Math.max(most, now);
      if (state[G_ROUND] === round) continue;
      const part = round < 4 ? 0 : round > 10 ? 1 : -1;
      if (part >= 0) largest[part] = Math.max(largest[part] as number, now - before);
    }
    expect(state[STATUS]).toBe(0);
    expect(state[MARK_REACHED]).toBe(1);
    expect(state[TICK]).toBe(9000);
    expect(state[G_ROUND]).toBeGreaterThan(14);
    expect(largest[1]).toBeGreaterThan(largest[0] as number);
    expect(most).toBeLessThanOrEqual(world.foes.to - world.foes.from);
  });

  it('ends at the mark without it', () => {
    const state = arena.init(world, { lives: 50 });
    const bot = arena.bot(world, 2);
    for (let i = 0; i < 9000 && state[STATUS] === 0; i++) {
      state[HP] = 3;
      arena.step(world, state, bot.act(state), null);
    }
    expect(state[STATUS]).toBe(1);
    expect(state[G_CLOCK]).toBeLessThan(9000);
    expect(state[G_FOES]).toBeGreaterThanOrEqual(0);
  });

  it('is as deterministic as the rest', () => {
    const hash = (): string => {
      const state = arena.init(world, { endless: true, lives: 50 });
      for (let i = 0; i < 4000; i++) {
        state[HP] = 3;
        arena.step(world, state, (i >> 5) & 31, null);
      }
      return stateHash(state);
    };
    expect(hash()).toBe(hash());
  });
});
