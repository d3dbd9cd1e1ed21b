/** The platformer's proof: best-first search to the goal; with a boss, to the arena, and from there a planning player. */
import { HX, HY, LIVES, PLAYING, STATUS, WON } from '../../core/state';
import type { Budget, SolveResult, State } from '../../core/types';
import { bestFirst } from '../../systems/platform/search';
import { TILE_SHIFT } from '../../systems/platform/tiles';
import { PlatformBot } from './bot';
import * as L from './layout';
import { problemOf } from './problem';
import { heroTile } from './route';
import { initPlatformer } from './step';
import type { PlatformWorld } from './world';

/** A sure-handed player first, who finds most ways at a fraction of the cost; the search where she fails. */
export function solvePlatformer(world: PlatformWorld, budget: Budget): SolveResult {
  const start = initPlatformer(world);
  const walked = walkThrough(world, start, budget);
  if (walked !== null) return walked;
  const problem = problemOf(world, world.physics.health);
  const before = (state: State): boolean => (state[HX] as number) >= world.arena && state[L.GROUNDED] === 1;
  const found = bestFirst(world, start, problem, budget, 2, world.boss < 0 ? undefined : before);
  if (world.boss < 0 || found.inputs === null) return found;
  return fight(world, found.inputs, found.end, budget, found);
}

/** The level in one go, without losing a life; null if that fails. */
function walkThrough(world: PlatformWorld, start: State, budget: Budget): SolveResult | null {
  const state = start.slice();
  const bot = new PlatformBot(world, 0, false);
  const inputs: number[] = [];
  const patience = world.family.patience(world);
  while (
    state[STATUS] === PLAYING &&
    inputs.length < patience &&
    state[LIVES] === start[LIVES] &&
    !bot.lost &&
    bot.simulated < budget.ticks
  ) {
    const input = bot.act(state);
    inputs.push(input);
    world.family.step(world, state, input, null);
  }
  if (state[STATUS] !== WON) return null;
  return { inputs, nodes: bot.plans, ticks: bot.simulated, farthest: heroTile(world, state) };
}

const FIGHT_TRIES = 6;

/** The boss is beaten by the planning player; a few of them, as each plans a little differently. */
function fight(world: PlatformWorld, inputs: number[], arrived: State, budget: Budget, found: SolveResult): SolveResult {
  let { ticks } = found;
  for (let i = 0; i < FIGHT_TRIES && ticks < budget.ticks; i++) {
    const state = arrived.slice();
    const bot = new PlatformBot(world, i, i > 0);
    const played: number[] = [];
    while (state[STATUS] === PLAYING && played.length < 5400 && state[LIVES] === arrived[LIVES]) {
      const input = bot.act(state);
      played.push(input);
      world.family.step(world, state, input, null);
    }
    ticks += bot.simulated;
    if (state[STATUS] === WON) return { inputs: [...inputs, ...played], nodes: found.nodes, ticks, farthest: found.farthest };
  }
  return { inputs: null, nodes: found.nodes, ticks, farthest: found.farthest };
}

/** Ticks of the route that one remembered piece covers at least. */
const PIECE_TICKS = 24;

/** Cut the proven route into pieces from ground to ground and remember them: the bot knows a way, but must walk it itself. */
export function rememberRoute(world: PlatformWorld, inputs: readonly number[]): void {
  const state = initPlatformer(world);
  let from = 0;
  let cell = -1;
  for (let i = 0; i < inputs.length; i++) {
    if (cell < 0) {
      cell = ((state[HY] as number) >> TILE_SHIFT) * 4096 + ((state[HX] as number) >> TILE_SHIFT);
      from = i;
    }
    world.family.step(world, state, inputs[i] as number, null);
    const last = i === inputs.length - 1;
    if (!last && (i - from < PIECE_TICKS || state[L.GROUNDED] !== 1)) continue;
    const known = world.plans.get(cell) ?? [];
    if (known.length < 2) {
      known.push(inputs.slice(from, i + 1));
      world.plans.set(cell, known);
    }
    cell = -1;
  }
}
