/** Search for a winning play: the pilot plays; where it comes to grief, an earlier moment is tried again with another temper. */
import { HP, HX, HY, LIVES, LOST, STATUS, TICK, TIME_LEFT, WON } from '../../../core/state';
import type { Budget, SolveResult, State } from '../../../core/types';
import { SHIFT } from '../layout';
import { init, step } from '../step';
import type { TopWorld } from '../world';
import { Pilot, type Temper } from './pilot';
import { Planner } from './plan';

/** Ticks between remembered moments. */
const MOMENT = 90;
/** Ticks of a play at most: ten minutes is what a certificate may hold. */
const LONGEST = 18_000;

interface Moment {
  state: State;
  length: number;
}

function temperOf(variation: number): Temper {
  return {
    lag: 1,
    margin: (5 + (variation % 4) * 3) * 256,
    whim: variation === 0 ? 0 : (variation * 7) % 30,
    greedy: variation % 2 === 0,
    pause: 3,
    lapse: 0,
  };
}

export function solve(world: TopWorld, budget: Budget): SolveResult {
  const planner = new Planner(world);
  const inputs: number[] = [];
  const first = init(world);
  let state = first.slice();
  let moments: Moment[] = [{ state: first.slice(), length: 0 }];
  let pilot = new Pilot(world, planner, 1, temperOf(0));
  let ticks = 0;
  let nodes = 0;
  let tries = 0;
  let farthest: [number, number] = [world.scene.level.start[0], world.scene.level.start[1]];
  let farthestAt = 0;
  while (ticks < budget.ticks && nodes < budget.nodes) {
    const input = pilot.act(state);
    inputs.push(input);
    step(world, state, input, null);
    ticks++;
    if (state[STATUS] === WON) return { inputs, nodes, ticks, farthest };
    const hurtBadly = (state[LIVES] as number) < (first[LIVES] as number) || (state[HP] as number) <= 0;
    const spent = inputs.length > LONGEST || (state[TIME_LEFT] === 0 && (first[TIME_LEFT] as number) > 0);
    if (hurtBadly || spent || state[STATUS] === LOST) {
      tries++;
      nodes++;
      // The more often it failed here, the farther back it goes; after eight failures it begins anew.
      const back = tries % 9 === 8 || spent ? moments.length - 1 : 1 + (tries % 9) * 2;
      moments = moments.slice(0, Math.max(1, moments.length - back));
      const moment = moments[moments.length - 1] as Moment;
      state = moment.state.slice();
      inputs.length = moment.length;
      pilot = new Pilot(world, planner, 1 + tries * 101, temperOf(tries));
      continue;
    }
    if (inputs.length % MOMENT === 0) {
      moments.push({ state: state.slice(), length: inputs.length });
      nodes++;
      if (inputs.length > farthestAt) {
        farthestAt = inputs.length;
        farthest = [(state[HX] as number) >> SHIFT, (state[HY] as number) >> SHIFT];
      }
    }
  }
  void TICK;
  return { inputs: null, nodes, ticks, farthest };
}
