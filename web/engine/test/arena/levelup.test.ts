import { describe, expect, it } from 'vitest';
import { A, LEFT, RIGHT } from '../../src/core/input';
import { HX, HY, STATUS } from '../../src/core/state';
import type { GameEvent, State } from '../../src/core/types';
import { arena } from '../../src/families/arena';
import { dropExperience } from '../../src/families/arena/combat';
import { G_CHOOSING, G_CLOCK, G_OFFER, G_PICK, H_LEVEL, H_UPGRADES } from '../../src/families/arena/layout';
import { CHOICE_TICKS, experienceFor, UPGRADES } from '../../src/families/arena/survivors/upgrades';
import { worldOf } from './stage';

const world = worldOf('horde-survivors');

function opened(): State {
  const state = arena.init(world);
  dropExperience(world, state, state[HX] as number, state[HY] as number, experienceFor(1));
  for (let i = 0; i < 20 && state[G_CHOOSING] === 0; i++) arena.step(world, state, 0, null);
  expect(state[G_CHOOSING]).toBeGreaterThan(0);
  return state;
}

describe('level-up', () => {
  it('stops the game and offers three different upgrades', () => {
    const state = opened();
    const offer = [0, 1, 2].map((i) => state[G_OFFER + i] as number);
    expect(new Set(offer).size).toBe(3);
    for (const u of offer) expect(UPGRADES[u]).toBeDefined();
    const clock = state[G_CLOCK];
    for (let i = 0; i < 50; i++) arena.step(world, state, 0, null);
    expect(state[G_CLOCK]).toBe(clock);
    const choices = arena.view(world, state).hud.choices;
    expect(choices?.options.map((o) => o.name)).toEqual(offer.map((u) => UPGRADES[u]?.name));
  });

  it('takes what the cursor is on, once A is pressed anew', () => {
    for (const [presses, at] of [
      [[], 0],
      [[RIGHT], 1],
      [[RIGHT, RIGHT], 2],
      [[LEFT], 2],
      [[RIGHT, RIGHT, RIGHT], 0],
    ] as const) {
      const state = opened();
      for (let i = 0; i < 20; i++) arena.step(world, state, 0, null);
      for (const key of presses) {
        // Held keys count once.
        for (let i = 0; i < 5; i++) arena.step(world, state, key, null);
        arena.step(world, state, 0, null);
      }
      expect(state[G_PICK]).toBe(at);
      const wanted = state[G_OFFER + at] as number;
      const events: GameEvent[] = [];
      arena.step(world, state, A, events);
      expect(state[G_CHOOSING]).toBe(0);
      expect(state[H_UPGRADES + wanted]).toBe(1);
      expect(events.map((e) => e.type)).toContain('powerup');
    }
  });

  it('does not take anything by a key that was held when it opened', () => {
    const state = arena.init(world);
    dropExperience(world, state, state[HX] as number, state[HY] as number, experienceFor(1));
    for (let i = 0; i < 120; i++) arena.step(world, state, A, null);
    expect(state[G_CHOOSING]).toBeGreaterThan(60);
  });

  it('takes the option under the cursor when the time is up', () => {
    const state = opened();
    const wanted = state[G_OFFER] as number;
    for (let i = 0; i < CHOICE_TICKS; i++) arena.step(world, state, 0, null);
    expect(state[G_CHOOSING]).toBe(0);
    expect(state[H_UPGRADES + wanted]).toBe(1);
  });

  it('never offers what is at its most, and heals when nothing is left', () => {
    const state = arena.init(world);
    UPGRADES.forEach((u, i) => {
      state[H_UPGRADES + i] = u.most;
    });
    state[H_UPGRADES + 4] = 0;
    const level = state[H_LEVEL] as number;
    dropExperience(world, state, state[HX] as number, state[HY] as number, experienceFor(level));
    for (let i = 0; i < 20 && state[G_CHOOSING] === 0; i++) arena.step(world, state, 0, null);
    expect([0, 1, 2].map((i) => state[G_OFFER + i])).toEqual([4, -1, -1]);
    state[G_CHOOSING] = 0;
    state[H_UPGRADES + 4] = 5;
    dropExperience(world, state, state[HX] as number, state[HY] as number, experienceFor(level + 1));
    for (let i = 0; i < 20; i++) arena.step(world, state, 0, null);
    expect(state[G_CHOOSING]).toBe(0);
    expect(state[H_LEVEL]).toBe(level + 2);
    expect(state[STATUS]).toBe(0);
  });
});
