/** Finding a winning game: the pilot alone if it can, else best-of-K roll-outs of differently minded pilots, segment by segment. */
import { Rng } from '../../core/rng';
import { HP, HX, HY, LIVES, LOST, PLAYING, PROGRESS, SCORE, STATUS, TICK, WON } from '../../core/state';
import type { Bot, Budget, SolveResult, State } from '../../core/types';
import { initArena, stepArena } from './director';
import { G_CLOCK, G_SCROLL, H_MAX_HP } from './layout';
import { pilot, STEADY, type Temperament } from './pilot';
import type { ArenaWorld } from './world';

/** Ticks kept of each segment, and looked at beyond it. */
const KEEP = 80;
const LOOK = 150;
const WIDTH = 6;

function minds(world: ArenaWorld, n: number): Temperament[] {
  const rng = Rng.stream(world.scene.level.seed, 'search');
  const out: Temperament[] = [STEADY];
  while (out.length < n) {
    out.push({
      pace: rng.range(2, 4),
      lag: 0,
      margin: rng.range(8, 26),
      greed: rng.pick([30, 70, 100, 160]),
      station: rng.range(30, 130),
      whim: rng.range(1, 40),
      attention: 64,
    });
  }
  return out;
}

/** Let a pilot play up to `limit` ticks, adding its keys to `inputs`; returns ticks played. */
function fly(world: ArenaWorld, state: State, mind: Temperament, limit: number, inputs: number[]): number {
  let keys = inputs[inputs.length - 1] ?? 0;
  let n = 0;
  for (; n < limit && state[STATUS] === PLAYING; n++) {
    if (n % mind.pace === 0) keys = pilot(world, state, mind, keys);
    inputs.push(keys);
    stepArena(world, state, keys, null);
  }
  return n;
}

/** How good it is to be here: hits left count most, then what has been achieved. */
function standing(state: State): number {
  if (state[STATUS] === WON) return 1e12;
  if (state[STATUS] === LOST) return -1e12 + (state[TICK] as number);
  const hits = ((state[LIVES] as number) - 1) * (state[H_MAX_HP] as number) + (state[HP] as number);
  return hits * 3000 + (state[SCORE] as number) * 4 + (state[PROGRESS] as number) * 20;
}

export function patience(world: ArenaWorld): number {
  return world.stageTicks + 60 * 70;
}

export function solveArena(world: ArenaWorld, budget: Budget): SolveResult {
  const limit = patience(world);
  let ticks = 0;
  let nodes = 0;
  let farthest: [number, number] = [0, 0];
  const reached = (state: State): void => {
    const tile = world.tile;
    farthest = [
      Math.floor(((state[HX] as number) + (state[G_SCROLL] as number)) / tile),
      Math.floor(world.shooter ? (state[HY] as number) / tile : (state[G_CLOCK] as number) / 60),
    ];
  };
  const crew = minds(world, WIDTH * 3);
  for (const mind of [crew[0], crew[1]] as Temperament[]) {
    const state = initArena(world);
    const inputs: number[] = [];
    ticks += fly(world, state, mind, limit, inputs);
    nodes++;
    if (state[STATUS] === WON) return { inputs, nodes, ticks, farthest };
    reached(state);
    if (ticks > budget.ticks) break;
  }
  for (let round = 0; round < 3 && ticks < budget.ticks && nodes < budget.nodes; round++) {
    let state = initArena(world);
    const inputs: number[] = [];
    while (state[STATUS] === PLAYING && inputs.length < limit && ticks < budget.ticks && nodes < budget.nodes) {
      let best: number[] = [];
      let score = -Infinity;
      for (let k = 0; k < WIDTH; k++) {
        const trial = state.slice();
        const keys: number[] = inputs.slice(-1);
        const before = keys.length;
        ticks += fly(world, trial, crew[k === 0 ? 0 : round * WIDTH + k] as Temperament, LOOK, keys);
        nodes++;
        const value = standing(trial);
        if (value > score) {
          score = value;
          best = keys.slice(before);
        }
      }
      state = state.slice();
      for (let i = 0; i < Math.min(KEEP, best.length) && state[STATUS] === PLAYING; i++) {
        inputs.push(best[i] as number);
        stepArena(world, state, best[i] as number, null);
        ticks++;
      }
    }
    if (state[STATUS] === WON) return { inputs, nodes, ticks, farthest };
    reached(state);
  }
  return { inputs: null, nodes, ticks, farthest };
}

/**
 * A player of flesh and blood: sees late and half allows for it, keeps only the nearest threats in mind, decides a few times a second,
 * and now and then is not looking. How good it is differs from game to game, as people do.
 */
export function arenaBot(world: ArenaWorld, seed: number): Bot {
  const rng = Rng.stream(seed, 'temperament');
  const skill = rng.int(101);
  const mind: Temperament = {
    pace: 10 - Math.floor(skill / 25),
    lag: 2 + Math.floor(skill / 30),
    margin: rng.range(8, 18),
    greed: rng.pick([60, 100, 140]),
    station: rng.range(45, 90),
    whim: rng.range(1, 40),
    attention: 3 + Math.floor(skill / 20),
  };
  const lapse = 14 - Math.floor(skill / 10);
  let keys = 0;
  let until = 0;
  return {
    act(observed: State): number {
      const tick = observed[TICK] as number;
      if (tick < until) return keys;
      keys = pilot(world, observed, mind, keys);
      until = tick + mind.pace + (rng.chance(lapse) ? rng.range(10, 30) : 0);
      return keys;
    },
  };
}
