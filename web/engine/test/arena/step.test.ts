import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateHash } from '../../src/core/hash';
import { Rng } from '../../src/core/rng';
import { E_TYPE, E_X, E_Y, ENTITIES, FREE, HP, HX, HY, LIVES, LOST, PLAYING, STATUS, STRIDE, SUB } from '../../src/core/state';
import type { GameEvent, State } from '../../src/core/types';
import { arena } from '../../src/families/arena';
import type { ArenaWorld } from '../../src/families/arena/world';
import { used } from '../../src/systems/projectiles';
import { KINDS, playBot, worldOf } from './stage';

/** What is wrong with the pools; plain comparisons, since an `expect` a slot would cost more than the game. */
function poolFaults(world: ArenaWorld, state: State): string[] {
  const faults: string[] = [];
  for (const pool of [world.foes, world.shots, world.foeShots, world.pickups]) {
    let n = 0;
    for (let slot = pool.from; slot < pool.to; slot++) {
      const at = ENTITIES + slot * STRIDE;
      if (state[at] === FREE) {
        for (let k = 1; k < STRIDE; k++) if (state[at + k] !== 0) faults.push(`slot ${slot}: free but ${k} is ${state[at + k]}`);
        continue;
      }
      n++;
      if (world.types[state[at + E_TYPE] as number] === undefined) faults.push(`slot ${slot}: unknown type`);
      if (Math.abs(state[at + E_X] as number) > 1200 * SUB || Math.abs(state[at + E_Y] as number) > 800 * SUB) {
        faults.push(`slot ${slot}: far out`);
      }
    }
    if (used(state, pool) !== n) faults.push(`pool at ${pool.from}: ${n} used, ${used(state, pool)} counted`);
  }
  const x = state[HX] as number;
  const y = state[HY] as number;
  if (x <= 0 || y <= 0 || x >= world.fieldWidth || y >= world.fieldHeight) faults.push(`hero outside at ${x}, ${y}`);
  return faults;
}

/** Keys that change every few ticks, from a seed. */
function* keys(seed: number): Generator<number> {
  const rng = new Rng(seed);
  for (;;) {
    const input = rng.int(64);
    for (let n = rng.range(2, 25); n > 0; n--) yield input;
  }
}

describe.each(KINDS)('%s step', (kind) => {
  const world = worldOf(kind, { index: 2, tension: 2 });

  it('keeps its pools and the hero in order under any keys', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const state = arena.init(world, { lives: 9, endless: true });
        const input = keys(seed);
        for (let i = 0; i < 900 && state[STATUS] === PLAYING; i++) {
          arena.step(world, state, input.next().value as number, null);
          if (i % 30 === 0) expect(poolFaults(world, state)).toEqual([]);
        }
        expect((state[LIVES] as number) > 0 || state[STATUS] === LOST).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('depends on nothing but state and input', () => {
    const one = arena.init(world);
    const input = keys(5);
    const tape: number[] = [];
    for (let i = 0; i < 700; i++) tape.push(input.next().value as number);
    const middle: State[] = [];
    tape.forEach((key, i) => {
      arena.step(world, one, key, null);
      if (i === 349) middle.push(one.slice());
    });
    // Another game in between, in the same world, and events listened to: the scratch memory must not leak.
    const other = arena.init(world);
    playBot(world, other, 500);
    const two = (middle[0] as State).slice();
    const events: GameEvent[] = [];
    for (const key of tape.slice(350)) arena.step(world, two, key, events);
    expect(stateHash(two)).toBe(stateHash(one));
    const fresh = worldOf(kind, { index: 2, tension: 2 });
    const three = arena.init(fresh);
    for (const key of tape) arena.step(fresh, three, key, null);
    expect(stateHash(three)).toBe(stateHash(one));
  });

  it('stands still when the game is over', () => {
    const state = arena.init(world);
    state[STATUS] = LOST;
    const before = stateHash(state);
    arena.step(world, state, 63, null);
    expect(stateHash(state)).toBe(before);
  });

  it('tells the view what happens, with known types', () => {
    const state = arena.init(world);
    const bot = arena.bot(world, 3);
    const seen = new Set<string>();
    const events: GameEvent[] = [];
    for (let i = 0; i < 2400 && state[STATUS] === PLAYING; i++) {
      events.length = 0;
      arena.step(world, state, bot.act(state), events);
      for (const event of events) {
        seen.add(event.type);
        expect(Number.isFinite(event.x) && Number.isFinite(event.y)).toBe(true);
        if (event.entity !== undefined) expect(world.types.some((t) => t.type === event.entity)).toBe(true);
      }
    }
    const wanted = kind === 'space-shooter' ? ['shoot', 'enemy_shoot'] : ['shoot', 'level_up'];
    for (const type of [...wanted, 'wave', 'hit', 'kill', 'explode', 'collect']) expect(seen).toContain(type);
  });

  it('shows a hero, things and a head-up display', () => {
    const state = arena.init(world);
    playBot(world, state, 500);
    const view = arena.view(world, state);
    expect(view.hero.hp).toBe(state[HP]);
    expect(view.things.length).toBeGreaterThan(0);
    expect(new Set(view.things.map((t) => t.id)).size).toBe(view.things.length);
    expect(view.hud.mark.value).toBeLessThanOrEqual(view.hud.mark.target);
    expect(view.hud.wave?.total).toBe(world.waves.length);
    expect(view.camera.right).toBeGreaterThan(view.camera.left);
  });
});
