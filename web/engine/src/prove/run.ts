/** Playing a world with given inputs, and the trivial bots that a fair level must beat. */
import { stateHash } from '../core/hash';
import { A, INPUT_LIMIT } from '../core/input';
import { Rng } from '../core/rng';
import { LOST, PLAYING, STATUS, TICK, WON } from '../core/state';
import type { InitOptions, State, World } from '../core/types';

export interface RunResult {
  status: 'won' | 'lost' | 'playing';
  ticks: number;
  final_hash: string;
  /** Hash at every `every` ticks, if asked for. */
  hashes: string[];
}

export function statusName(state: State): RunResult['status'] {
  return state[STATUS] === WON ? 'won' : state[STATUS] === LOST ? 'lost' : 'playing';
}

/** Play inputs from the start; stops at win or loss. `every` > 0 records a hash each so many ticks. */
export function run(world: World, inputs: readonly number[], every = 0, options?: InitOptions): RunResult {
  const state = world.family.init(world, options);
  const hashes: string[] = [];
  let ticks = 0;
  for (const input of inputs) {
    world.family.step(world, state, input, null);
    ticks++;
    if (every > 0 && ticks % every === 0) hashes.push(stateHash(state));
    if (state[STATUS] !== PLAYING) break;
  }
  return { status: statusName(state), ticks, final_hash: stateHash(state), hashes };
}

type Play = (tick: number) => number;

function wins(world: World, play: Play): boolean {
  const state = world.family.init(world);
  const patience = world.family.patience(world);
  while (state[STATUS] === PLAYING && (state[TICK] as number) < patience) {
    world.family.step(world, state, play(state[TICK] as number), null);
  }
  return state[STATUS] === WON;
}

export interface TrivialRates {
  idle: number;
  forward: number;
  random: number;
}

/** Share of wins of a bot that does nothing, one that holds forward (alone and with A), and one that presses random keys. */
export function trivialRates(world: World, runs: number, seed: number): TrivialRates {
  const forward = world.family.forward(world);
  const idle = wins(world, () => 0) ? 1 : 0;
  const held = wins(world, () => forward) || wins(world, () => forward | A) ? 1 : 0;
  let random = 0;
  for (let i = 0; i < runs; i++) {
    const rng = Rng.stream(seed, `random-bot-${i}`);
    let input = 0;
    let left = 0;
    if (
      wins(world, () => {
        if (left-- <= 0) {
          input = rng.int(INPUT_LIMIT);
          left = rng.range(4, 30);
        }
        return input;
      })
    ) {
      random++;
    }
  }
  return { idle, forward: held, random: random / runs };
}

export interface Noise {
  /** Ticks between what happens and what the bot sees. */
  delay: number;
  /** A change of keys comes 0..jitter ticks late. */
  jitter: number;
}

/** About an attentive person: 100 ms behind, up to 50 ms of scatter. */
export const HUMAN: Noise = { delay: 6, jitter: 3 };

/** One game of the family's closed-loop bot under noise. */
export function noisyRun(world: World, seed: number, noise: Noise = world.family.noise ?? HUMAN): boolean {
  const family = world.family;
  const bot = family.bot(world, seed);
  const rng = Rng.stream(seed, 'noise');
  const state = family.init(world);
  const patience = family.patience(world);
  // A ring of the last states: what the bot sees is `delay` ticks old. Copied into place, for a slice a tick would cost more than the tick.
  const ring = Array.from({ length: noise.delay + 1 }, () => state.slice());
  let held = 0;
  let wanted = 0;
  let wait = 0;
  for (let tick = 0; state[STATUS] === PLAYING && (state[TICK] as number) < patience && bot.lost !== true; tick++) {
    (ring[tick % ring.length] as State).set(state);
    const observed = ring[(tick + 1) % ring.length] as State;
    const want = bot.act(observed);
    if (want !== wanted) {
      wanted = want;
      if (wait === 0) wait = rng.int(noise.jitter + 1);
    }
    if (wait > 0) wait--;
    else held = wanted;
    family.step(world, state, held, null);
  }
  return state[STATUS] === WON;
}
