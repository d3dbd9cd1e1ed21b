/** The common part of a tick: clocks, the coming of waves, and when the mark is reached. */

import { randomInt } from '../../core/rng';
import {
  E_HP,
  ENDLESS,
  HITSTOP,
  HP,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  MARK_REACHED,
  newState,
  PLAYING,
  PREV_INPUT,
  PROGRESS,
  SCORE,
  STATUS,
  TICK,
  TIME_LEFT,
} from '../../core/state';
import type { EventSink, InitOptions, State, Wave } from '../../core/types';
import { due, ORDER } from '../../systems/waves';
import { EFFECTS } from './cast';
import { emit, reachMark } from './combat';
import {
  D_MAX,
  G_BOSS,
  G_CHOOSING,
  G_CLOCK,
  G_CURSOR,
  G_FOES,
  G_ROUND,
  G_WAVE,
  H_AIM,
  H_BOMBS,
  H_COMBO,
  H_COMBO_TIMER,
  H_LEVEL,
  H_MAX_HP,
  H_POWER,
} from './layout';
import { enter } from './shooter/muster';
import { stepShooter } from './shooter/step';
import { enterHorde } from './survivors/foes';
import { stepSurvivors } from './survivors/step';
import { choose } from './survivors/upgrades';
import type { ArenaWorld } from './world';

/** Ticks between two made-up waves of endless mode, at first and at least. */
const ENDLESS_PERIOD = 260;
const ENDLESS_SHORTEST = 130;

export function initArena(world: ArenaWorld, options: InitOptions = {}): State {
  const state = newState(world.capacity, world.scene.level.seed);
  const { numbers } = world;
  state[HX] = world.start[0];
  state[HY] = world.start[1];
  state[LIVES] = options.lives ?? numbers.lives;
  state[HP] = numbers.health;
  state[H_MAX_HP] = numbers.health;
  state[SCORE] = options.score ?? 0;
  state[ENDLESS] = options.endless === true ? 1 : 0;
  state[TIME_LEFT] = numbers.timeLimit > 0 ? numbers.timeLimit : -1;
  state[H_POWER] = 1;
  state[H_LEVEL] = 1;
  state[H_BOMBS] = numbers.bombs;
  state[H_AIM] = 0;
  state[INVULNERABLE] = 60;
  return state;
}

export function stepArena(world: ArenaWorld, state: State, input: number, events: EventSink): void {
  if (state[STATUS] !== PLAYING) return;
  state[TICK] = (state[TICK] as number) + 1;
  if ((state[HITSTOP] as number) > 0) {
    // The last input stays as it was, so a key pressed during the stop counts when it ends.
    state[HITSTOP] = (state[HITSTOP] as number) - 1;
    return;
  }
  if ((state[G_CHOOSING] as number) > 0) {
    choose(world, state, input, events);
    state[PREV_INPUT] = input;
    return;
  }
  state[G_CLOCK] = (state[G_CLOCK] as number) + 1;
  if ((state[INVULNERABLE] as number) > 0) state[INVULNERABLE] = (state[INVULNERABLE] as number) - 1;
  if ((state[H_COMBO_TIMER] as number) > 0) {
    const left = (state[H_COMBO_TIMER] as number) - 1;
    state[H_COMBO_TIMER] = left;
    if (left === 0) state[H_COMBO] = 0;
  }
  spawnDue(world, state, events);
  if (world.shooter) stepShooter(world, state, input, events);
  else stepSurvivors(world, state, input, events);
  state[PREV_INPUT] = input;
  if (state[STATUS] !== PLAYING) return;
  countDown(world, state, events);
  if (state[STATUS] === PLAYING && state[MARK_REACHED] === 0) progress(world, state, events);
}

function countDown(world: ArenaWorld, state: State, events: EventSink): void {
  if ((state[TIME_LEFT] as number) < 0 || state[MARK_REACHED] === 1) return;
  state[TIME_LEFT] = (state[TIME_LEFT] as number) - 1;
  if ((state[TIME_LEFT] as number) > 0) return;
  state[STATUS] = LOST;
  emit(world, state, events, 'lose', state[HX] as number, state[HY] as number);
}

function spawnDue(world: ArenaWorld, state: State, events: EventSink): void {
  const { orders } = world;
  const clock = state[G_CLOCK] as number;
  while (due(orders, state[G_CURSOR] as number, clock)) {
    const at = (state[G_CURSOR] as number) * ORDER;
    const type = orders[at + 1] as number;
    const index = orders[at + 2] as number;
    const ordinal = orders[at + 3] as number;
    const wave = world.waves[index] as Wave;
    if (place(world, state, type, ordinal, wave) < 0) return;
    state[G_CURSOR] = (state[G_CURSOR] as number) + 1;
    if (ordinal === 0) announce(world, state, index + 1, type, events);
  }
  const cursor = state[G_CURSOR] as number;
  if (state[ENDLESS] === 1 && cursor * ORDER >= orders.length && state[G_BOSS] === 0) endlessWave(world, state, events);
}

function announce(world: ArenaWorld, state: State, number: number, type: number, events: EventSink): void {
  state[G_WAVE] = number;
  emit(world, state, events, 'wave', state[HX] as number, state[HY] as number, type, number);
}

/** One member of a wave takes its place; -1 when there is no room yet. */
function place(world: ArenaWorld, state: State, type: number, ordinal: number, wave: Wave): number {
  const side = typeof wave.side === 'string' ? wave.side : 'right';
  const drop = EFFECTS.indexOf(wave.drop as never) + 1;
  const at = world.shooter
    ? enter(world, state, type, ordinal, wave.count, {
        pattern: wave.pattern,
        side,
        y: typeof wave.y === 'number' ? wave.y : 92,
        gap: typeof wave.gap === 'number' ? wave.gap : 22,
        rows: typeof wave.rows === 'number' ? wave.rows : 7,
        returns: typeof wave.returns === 'number' ? wave.returns : 0,
        drop,
      })
    : enterHorde(world, state, type, ordinal, wave.count, wave.pattern, side, drop);
  if (at >= 0 && typeof wave.health === 'number') {
    const hp = Math.max(1, Math.floor(wave.health));
    state[at + E_HP] = hp;
    state[at + D_MAX] = hp;
  }
  return at;
}

const ENDLESS_PATTERNS_SHOOTER = ['line', 'vee', 'pincer', 'scatter'];
const ENDLESS_PATTERNS_HORDE = ['ring', 'side', 'cluster', 'around'];

/** Endless mode makes its own waves: a little larger and a little sooner each time, with a boss every tenth. */
function endlessWave(world: ArenaWorld, state: State, events: EventSink): void {
  const round = state[G_ROUND] as number;
  const period = Math.max(ENDLESS_SHORTEST, ENDLESS_PERIOD - round * 4);
  if ((state[G_CLOCK] as number) % period !== 0) return;
  state[G_ROUND] = round + 1;
  const boss = round % 10 === 9;
  const type = boss ? world.bossType : (world.foeTypes[randomInt(state, world.foeTypes.length)] as number);
  const patterns = world.shooter ? ENDLESS_PATTERNS_SHOOTER : ENDLESS_PATTERNS_HORDE;
  const pattern = patterns[randomInt(state, patterns.length)] as string;
  const budget = (world.shooter ? 60 : 110) + round * (world.shooter ? 7 : 14);
  const limit = world.shooter ? 9 : 40;
  const count = boss ? 1 : Math.max(2, Math.min(limit, Math.floor(budget / Math.max(4, world.threat[type] as number))));
  const wave: Wave = {
    at: 0,
    type: '',
    count,
    pattern: boss ? 'single' : pattern,
    y: 40 + randomInt(state, 105),
    gap: 20,
    drop: round % 4 === 3 ? EFFECTS[randomInt(state, 2) === 0 ? 1 : randomInt(state, 3)] : undefined,
  };
  for (let i = 0; i < count; i++) if (place(world, state, type, i, wave) < 0) break;
  announce(world, state, world.waves.length + round + 1, type, events);
}

function progress(world: ArenaWorld, state: State, events: EventSink): void {
  const clock = state[G_CLOCK] as number;
  if (world.surviveTicks > 0) {
    state[PROGRESS] = Math.min(999, Math.floor((clock * 1000) / world.surviveTicks));
    if (clock >= world.surviveTicks) reachMark(world, state, events);
    return;
  }
  const over = (state[G_CURSOR] as number) * ORDER >= world.orders.length;
  let value = Math.min(900, Math.floor((clock * 900) / world.stageTicks));
  const boss = state[G_BOSS] as number;
  if (boss > 0)
    value = 900 + Math.floor((99 * ((state[boss + D_MAX] as number) - (state[boss + E_HP] as number))) / (state[boss + D_MAX] as number));
  state[PROGRESS] = Math.max(state[PROGRESS] as number, value);
  if (over && state[G_FOES] === 0) reachMark(world, state, events);
}
