/** Proof and player of the flappy kind. */
import { A } from '../../../core/input';
import { Rng } from '../../../core/rng';
import { HP, HVY, HX, HY, PREV_INPUT, TICK } from '../../../core/state';
import type { Bot, Budget, SolveResult, State } from '../../../core/types';
import { bestFirst, type Macro, type SearchProblem } from '../../../systems/platform/search';
import { CLOCK, GATES, initFlappy, stepFlappy } from './step';
import { type FlappyWorld, gateAt, openingAt } from './world';

const MACROS: readonly Macro[] = [
  { input: 0, frames: 5, fresh: false },
  { input: 0, frames: 11, fresh: false },
  { input: A, frames: 4, fresh: true },
];

/** Height the hero should have, middle to middle, subpixels. */
function wanted(world: FlappyWorld, state: State): number {
  const gate = gateAt(world, state[GATES] as number);
  const ticks = Math.max(0, Math.floor((gate.x - (state[HX] as number)) / world.physics.scroll));
  return openingAt(gate, (state[CLOCK] as number) + ticks);
}

export function solveFlappy(world: FlappyWorld, budget: Budget): SolveResult {
  const p = world.physics;
  const end = gateAt(world, world.mark - 1).x + p.gateW;
  const problem: SearchProblem = {
    macros: () => MACROS,
    estimate: (state) => {
      const off = Math.abs((state[HY] as number) + (p.h >> 1) - wanted(world, state));
      return (end - (state[HX] as number)) / p.scroll + off / 1024 + (p.health - (state[HP] as number)) * 300;
    },
    key: (state) => {
      const x = (state[HX] as number) >> 10;
      const y = ((state[HY] as number) >> 9) + 64;
      const vy = ((state[HVY] as number) + 4096) >> 7;
      return ((x * 1024 + y) * 128 + vy) * 2 + (((state[PREV_INPUT] as number) & A) !== 0 ? 1 : 0);
    },
    failed: () => false,
    place: (state) => [(state[HX] as number) >> 11, (state[HY] as number) >> 11],
  };
  return bestFirst(world, initFlappy(world), problem, budget, 1.5);
}

/** Misjudgement of an opening's height, px to either side. */
const AIM = 13;

/** Beats its wings whenever it will be below the next opening's middle; judges each opening a little wrong. */
export class FlappyBot implements Bot {
  private readonly world: FlappyWorld;
  private readonly rng: Rng;
  private readonly given: number[] = [];
  private gate = -1;
  private aim = 0;
  private held = 0;

  constructor(world: FlappyWorld, seed: number) {
    this.world = world;
    this.rng = Rng.stream(seed, 'flappy-bot');
  }

  act(observed: State): number {
    const input = this.choose(observed);
    this.given.push(input);
    return input;
  }

  private choose(observed: State): number {
    if (this.held > 0) {
      this.held--;
      return A;
    }
    const { world } = this;
    const p = world.physics;
    const now = observed.slice();
    for (let t = observed[TICK] as number; t < this.given.length; t++) stepFlappy(world, now, this.given[t] as number, null);
    if (now[GATES] !== this.gate) {
      this.gate = now[GATES] as number;
      this.aim = this.rng.range(-AIM, AIM) * 256;
    }
    const last = this.given.length > 0 ? (this.given[this.given.length - 1] as number) : 0;
    if ((last & A) !== 0) return 0;
    // Aim low in the opening: a beat throws it up by about half the room.
    const gate = gateAt(world, this.gate);
    const target = wanted(world, now) + (gate.gap >> 3) + this.aim;
    const soon = (now[HY] as number) + (p.h >> 1) + (now[HVY] as number) * 2;
    if (soon < target || (now[HVY] as number) < -(p.flap >> 1)) return 0;
    // Beats come in bursts no shorter than a finger allows.
    this.held = 3;
    return A;
  }
}
