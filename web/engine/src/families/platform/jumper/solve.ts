/** Proof and player of the jumper kind. */
import { A, LEFT, RIGHT } from '../../../core/input';
import { Rng } from '../../../core/rng';
import { HP, HVX, HVY, HX, HY, PLAYING, STATUS, TICK, WON } from '../../../core/state';
import type { Bot, Budget, SolveResult, State } from '../../../core/types';
import { bestFirst, type Macro, type SearchProblem } from '../../../systems/platform/search';
import { AIR_JUMPS, BEST, CLOCK, initJumper, RISING, stepJumper } from './step';
import type { JumperWorld } from './world';

const m = (input: number, frames: number, fresh = false): Macro => ({ input, frames, fresh });
const STEER: readonly Macro[] = [m(0, 8), m(LEFT, 8), m(RIGHT, 8), m(LEFT, 24), m(RIGHT, 24)];
const SECOND: readonly Macro[] = [m(A, 3, true)];

export function solveJumper(world: JumperWorld, budget: Budget): SolveResult {
  const p = world.physics;
  const goal = world.ground - world.mark;
  // A bounce gains some two thirds of its height in its time.
  const pace = Math.max(1, p.bounce >> 2);
  const withSecond = [...STEER, ...SECOND];
  const problem: SearchProblem = {
    macros: (state) => ((state[AIR_JUMPS] as number) > 0 ? withSecond : STEER),
    estimate: (state) => {
      const vy = state[HVY] as number;
      const apex = (state[HY] as number) - (vy < 0 ? Math.floor((vy * vy) / (2 * p.gravity)) : 0);
      // The ledge last stood on counts most: height in the air may be lost again.
      const height = Math.max(0, (state[BEST] as number) - goal) * 2 + Math.max(0, apex - goal);
      return height / (3 * pace) + (p.health - (state[HP] as number)) * 200;
    },
    key: (state) => {
      const x = (state[HX] as number) >> 11;
      const y = ((state[HY] as number) >> 10) + 8192;
      const vx = ((state[HVX] as number) + 2048) >> 8;
      const vy = ((state[HVY] as number) + 4096) >> 8;
      return (((x + 4) * 32768 + y) * 32 + vx) * 2048 + vy * 32 + (((state[CLOCK] as number) >> 4) & 31);
    },
    failed: () => false,
    place: (state) => [(state[HX] as number) >> 11, (state[HY] as number) >> 11],
  };
  return bestFirst(world, initJumper(world), problem, budget, 2);
}

const MOVES: readonly (readonly [number, number])[] = [
  [0, 60],
  [LEFT, 10],
  [RIGHT, 10],
  [LEFT, 22],
  [RIGHT, 22],
  [LEFT, 40],
  [RIGHT, 40],
];
const GLANCE = 9;
const HORIZON = 110;
/** Of 100 looks ahead, how many pick the second best. */
const LAPSES = 14;

/** Plays each steering out to the next bounces and takes what lands highest. */
export class JumperBot implements Bot {
  private readonly world: JumperWorld;
  private readonly rng: Rng;
  private readonly given: number[] = [];
  private move: readonly [number, number] = [0, 0];
  private held = 0;
  private glance = 0;

  constructor(world: JumperWorld, seed: number) {
    this.world = world;
    this.rng = Rng.stream(seed, 'jumper-bot');
  }

  act(observed: State): number {
    if (this.glance <= 0) {
      this.plan(observed);
      this.glance = GLANCE;
      this.held = 0;
    }
    this.glance--;
    const input = this.held++ < this.move[1] ? this.move[0] : 0;
    this.given.push(input);
    return input;
  }

  private plan(observed: State): void {
    const { world } = this;
    const now = observed.slice();
    for (let t = observed[TICK] as number; t < this.given.length; t++) stepJumper(world, now, this.given[t] as number, null);
    if (now[STATUS] !== PLAYING) return;
    let best = -1e9;
    let second = -1e9;
    let move = MOVES[0] as readonly [number, number];
    let other = move;
    for (const candidate of MOVES) {
      const value = this.worth(now, candidate);
      if (value > best) {
        second = best;
        other = move;
        best = value;
        move = candidate;
      } else if (value > second) {
        second = value;
        other = candidate;
      }
    }
    this.move = this.rng.chance(LAPSES) ? other : move;
  }

  private worth(now: State, move: readonly [number, number]): number {
    const { world } = this;
    const state = now.slice();
    let bounces = 0;
    let vy = state[HVY] as number;
    let landed = state[HY] as number;
    let t = 0;
    for (; t < HORIZON && state[STATUS] === PLAYING && bounces < 1; t++) {
      stepJumper(world, state, t < move[1] ? move[0] : 0, null);
      const next = state[HVY] as number;
      if (vy >= 0 && next < 0) {
        bounces++;
        landed = state[HY] as number;
      }
      vy = next;
    }
    if (state[STATUS] === WON) return 1e6;
    const hurt = (now[HP] as number) - (state[HP] as number);
    const lost = state[STATUS] !== PLAYING;
    const danger = (state[RISING] as number) - landed < 24 * 256 ? 200 : 0;
    return ((now[BEST] as number) - landed) / 256 - hurt * 300 - (lost ? 2000 : 0) - danger - t / 20 - (bounces === 0 ? 100 : 0);
  }
}
