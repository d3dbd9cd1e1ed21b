/**
 * A player who plans: sees the level as it was a moment ago, rolls that forward with the keys pressed since, and looks for a
 * way some tiles ahead. Plans of earlier games on the same world are tried first, as a person remembers a level.
 */
import { A, B, LEFT, RIGHT } from '../../core/input';
import { Rng } from '../../core/rng';
import { E_HP, E_STATE, E_X, ENTITIES, HITSTOP, HP, HX, HY, PLAYING, STATUS, STRIDE, TICK, WON } from '../../core/state';
import type { Bot, State } from '../../core/types';
import { bestFirst } from '../../systems/platform/search';
import { TILE_SHIFT } from '../../systems/platform/tiles';
import { GUARDED } from './boss';
import { ACT } from './gait';
import * as L from './layout';
import { problemOf } from './problem';
import { remaining } from './route';
import type { PlatformWorld } from './world';

/** Tiles a plan should gain. */
const AHEAD = 7;
/** And when that is not to be had at once: a foothold nearer by. */
const FOOTHOLD = 2;
const PLAN_NODES = 14;
/** When nothing was found that forgives. */
const HARD_NODES = 120;
/** Hard thinking at one place is given up after so many looks. */
const HARD_LOOKS = 3;
/** Ticks of thinking in one game; a bot that needs more has lost its way. */
const THOUGHT = 40_000;
const PLANS_PER_CELL = 4;
/** Searches for something better than a remembered plan that forgives nothing, per place and level. */
const LOOKS = 1;
/** Ticks between looks at whether the plan still holds. */
const GLANCE = 12;
/** Ticks by which a sturdy plan may be carried out late. */
const LATE = 3;
/** Ticks a late plan may still be in the air. */
const LANDING_TICKS = 24;
/** A plan is dropped when the hero is this far from where it should be, subpixels. */
const ASTRAY = 3 * 256;
/** Of 100 plans, how many are carried out clumsily, and by how many ticks at most. */
const SLIPS = 13;
const SLIP_TICKS = 6;

/** Keys of a plain move: held first, for so many ticks, and after that. */
const PLAIN_JUMPS: readonly (readonly [number, number, number])[] = [
  [RIGHT, 0, RIGHT],
  [RIGHT | A, 4, RIGHT],
  [RIGHT | A, 10, RIGHT],
  [RIGHT | A, 20, RIGHT],
];
/** The same from nearer the edge: run first, then jump. */
const RUN_UPS: readonly (readonly [number, number, number])[] = [
  [4, 20, RIGHT],
  [8, 20, RIGHT],
  [13, 20, RIGHT],
  [18, 20, RIGHT],
  [8, 10, RIGHT],
  [16, 10, RIGHT],
];
const PLAIN_FALLS: readonly (readonly [number, number, number])[] = [
  [RIGHT, 0, RIGHT],
  [0, 0, 0],
  [LEFT, 8, 0],
];
const PLAIN_TICKS = 90;
/** A run without a jump. */
const PLAIN_RUN = 20;
/** Tiles a plain move on the ground must gain, and one in the air may lose. */
const PLAIN_GAIN = 2;

const BOSS_MOVES: readonly (readonly [number, number])[] = [
  [0, 8],
  [RIGHT, 10],
  [LEFT, 10],
  [A, 10],
  [RIGHT | A, 8],
  [LEFT | A, 8],
  [RIGHT | A, 16],
  [LEFT | A, 16],
  [B, 3],
];
const BOSS_HORIZON = 44;
const BOSS_GLANCE = 8;

interface Plan {
  inputs: number[];
  /** Where the hero should be after each tick: x, y pairs. */
  path: Int32Array;
}

export class PlatformBot implements Bot {
  /** Ticks spent on thinking. */
  simulated = 0;
  /** Plans made. */
  plans = 0;
  private readonly world: PlatformWorld;
  private readonly rng: Rng;
  private readonly clumsy: boolean;
  /** Inputs given so far, one a call. */
  private readonly given: number[] = [];
  private plan: Plan | null = null;
  private at = 0;
  private glance = 0;

  constructor(world: PlatformWorld, seed: number, clumsy: boolean) {
    this.world = world;
    this.rng = Rng.stream(seed, 'platform-bot');
    this.clumsy = clumsy;
  }

  /** Has thought so much that it will not find its way any more. */
  get lost(): boolean {
    return this.simulated > THOUGHT;
  }

  act(observed: State): number {
    const input = this.choose(observed);
    this.given.push(input);
    return input;
  }

  private choose(observed: State): number {
    if ((observed[L.DEAD] as number) > 0) {
      this.plan = null;
      return 0;
    }
    this.glance--;
    if (this.plan !== null && this.at < this.plan.inputs.length && this.glance > 0) return this.plan.inputs[this.at++] as number;
    const now = this.rollForward(observed);
    this.glance = GLANCE;
    if (now[STATUS] !== PLAYING || (now[L.DEAD] as number) > 0) return 0;
    if (this.plan !== null && this.at < this.plan.inputs.length && this.onPath(now)) return this.plan.inputs[this.at++] as number;
    this.plans++;
    this.plan = this.fighting(now) ? this.bossPlan(now) : this.findPlan(now);
    this.at = 0;
    return this.plan.inputs.length > 0 ? (this.plan.inputs[this.at++] as number) : 0;
  }

  /** What the state must be by now, if the keys went through as given. */
  private rollForward(observed: State): State {
    const state = observed.slice();
    for (let t = observed[TICK] as number; t < this.given.length; t++) {
      this.world.family.step(this.world, state, this.given[t] as number, null);
      this.simulated++;
    }
    return state;
  }

  private onPath(now: State): boolean {
    const { path } = this.plan as Plan;
    const i = Math.max(0, this.at - 1) * 2;
    if (this.fighting(now)) return false;
    return Math.abs((now[HX] as number) - (path[i] as number)) < ASTRAY && Math.abs((now[HY] as number) - (path[i + 1] as number)) < ASTRAY;
  }

  private fighting(now: State): boolean {
    return this.world.boss >= 0 && (now[HX] as number) >= this.world.arena;
  }

  /**
   * Best first: a remembered way that forgives late fingers, a new way that does, a remembered one that does not, any new one,
   * one found by thinking hard; else stand still.
   */
  private findPlan(now: State): Plan {
    const { world } = this;
    const cell = ((now[HY] as number) >> TILE_SHIFT) * 4096 + ((now[HX] as number) >> TILE_SHIFT);
    const known = world.plans.get(cell) ?? [];
    const left = remaining(world, now);
    let fragile: Plan | null = null;
    for (const inputs of known) {
      const plan = this.rehearse(now, inputs, left);
      if (plan === null) continue;
      if (this.sturdy(now, inputs)) return this.slip(plan);
      fragile ??= plan;
    }
    const plain = this.plainMove(now, left);
    if (plain !== null) return this.slip(plain);
    let spare: number[] | null = this.unforgiving;
    const accept = (inputs: number[]): boolean => {
      spare ??= inputs;
      return this.sturdy(now, inputs);
    };
    // What one look found unforgiving, a second look would too.
    const looks = world.looks.get(cell) ?? 0;
    if (fragile !== null && looks >= LOOKS) return this.slip(fragile);
    world.looks.set(cell, looks + 1);
    let inputs = this.search(now, left, PLAN_NODES, accept);
    if (inputs === null && fragile !== null) return this.slip(fragile);
    inputs ??= spare;
    if (inputs === null && now[L.GROUNDED] === 1) {
      inputs = this.search(now, left, PLAN_NODES, null, FOOTHOLD);
      // On a lift one waits rather than thinks.
      if (inputs === null && now[L.RIDING] === 0 && looks < HARD_LOOKS) inputs = this.search(now, left, HARD_NODES, null);
    }
    if (inputs === null) return this.wait(now);
    if (known.length < PLANS_PER_CELL) {
      known.push(inputs);
      world.plans.set(cell, known);
    }
    return this.slip(this.trace(now, inputs));
  }

  /**
   * What needs no thought: run, or jump on and keep going, to where it ends on its feet and gains ground; in the air, whatever lands
   * safely. The first that forgives late fingers.
   */
  private plainMove(now: State, left: number): Plan | null {
    const grounded = now[L.GROUNDED] === 1;
    const least = grounded ? PLAIN_GAIN : -PLAIN_GAIN;
    this.unforgiving = null;
    const fits = (plan: Plan | null): plan is Plan => {
      if (plan === null || left - remaining(this.world, this.last as State) < least) return false;
      if (this.sturdy(now, plan.inputs)) return true;
      this.unforgiving ??= plan.inputs;
      return false;
    };
    for (const [first, frames, then] of grounded ? PLAIN_JUMPS : PLAIN_FALLS) {
      const plan = this.untilLanding(now, 0, first, frames, then);
      if (fits(plan)) return plan;
    }
    if (!grounded) return null;
    for (const [run, frames, then] of RUN_UPS) {
      const plan = this.untilLanding(now, run, RIGHT | A, frames, then);
      if (fits(plan)) return plan;
    }
    return null;
  }

  /** A plain move that would do, were the fingers never late. */
  private unforgiving: number[] | null = null;

  /** A plain move to its landing, or null if it costs health or does not land. Leaves the end in `last`. */
  private untilLanding(now: State, run: number, first: number, frames: number, then: number): Plan | null {
    const state = now.slice();
    const inputs: number[] = [];
    const path = new Int32Array(PLAIN_TICKS * 2);
    let flown = now[L.GROUNDED] !== 1;
    for (let n = 0; n < PLAIN_TICKS; ) {
      const input = n < run ? RIGHT : n < run + frames ? first : then;
      this.world.family.step(this.world, state, input, null);
      path[n * 2] = state[HX] as number;
      path[n * 2 + 1] = state[HY] as number;
      inputs.push(input);
      n++;
      if ((state[L.DEAD] as number) > 0 || (state[HP] as number) < (now[HP] as number)) {
        this.simulated += n;
        return null;
      }
      if (state[STATUS] !== PLAYING) break;
      if (state[L.GROUNDED] !== 1) flown = true;
      else if (n > run + frames && (flown || n >= PLAIN_RUN)) break;
    }
    this.simulated += inputs.length;
    this.last = state;
    return state[STATUS] === WON || state[L.GROUNDED] === 1 ? { inputs, path } : null;
  }

  private search(now: State, left: number, nodes: number, accept: ((inputs: number[]) => boolean) | null, gain = AHEAD): number[] | null {
    const { world } = this;
    const target = Math.max(0, left - gain);
    const done = (state: State): boolean => state[STATUS] === WON || (state[L.GROUNDED] === 1 && remaining(world, state) <= target);
    const found = bestFirst(world, now, problemOf(world, now[HP] as number), { nodes, ticks: 30_000 }, 2, done, accept);
    this.simulated += found.ticks;
    return found.inputs;
  }

  /** No idea: stand still on the ground, keep to the right in the air. */
  private wait(now: State): Plan {
    const input = now[L.GROUNDED] === 1 ? 0 : RIGHT;
    const inputs = new Array<number>(16).fill(input);
    this.glance = inputs.length;
    return { inputs, path: new Int32Array(inputs.length * 2) };
  }

  /** A remembered plan, if it works from here: gains ground, costs no health, ends on its feet. */
  private rehearse(now: State, inputs: readonly number[], left: number): Plan | null {
    const plan = this.trace(now, inputs);
    const end = this.last as State;
    if (end[STATUS] === WON) return plan;
    if ((end[L.DEAD] as number) > 0 || (end[HP] as number) < (now[HP] as number) || end[L.GROUNDED] !== 1) return null;
    return remaining(this.world, end) <= left - 3 ? plan : null;
  }

  /** Whether the plan also works when the fingers are late. */
  private sturdy(now: State, inputs: readonly number[]): boolean {
    const state = now.slice();
    const before = this.given[this.given.length - 1] ?? 0;
    const { world } = this;
    const length = inputs.length + LATE;
    for (let i = 0; i < length + LANDING_TICKS; i++) {
      const input = i < LATE ? before : (inputs[Math.min(i - LATE, inputs.length - 1)] as number);
      world.family.step(world, state, i < length ? input : 0, null);
      this.simulated++;
      if ((state[L.DEAD] as number) > 0 || (state[HP] as number) < (now[HP] as number)) return false;
      if (state[STATUS] !== PLAYING || (i >= length && state[L.GROUNDED] === 1)) return true;
    }
    return state[L.GROUNDED] === 1;
  }

  private last: State | null = null;

  private trace(now: State, inputs: readonly number[]): Plan {
    const state = now.slice();
    const path = new Int32Array(inputs.length * 2);
    for (let i = 0; i < inputs.length; i++) {
      this.world.family.step(this.world, state, inputs[i] as number, null);
      path[i * 2] = state[HX] as number;
      path[i * 2 + 1] = state[HY] as number;
    }
    this.simulated += inputs.length;
    this.last = state;
    return { inputs: inputs.slice(), path };
  }

  /** Fingers are not clocks: now and then one run of keys is held too long or let go too early. */
  private slip(plan: Plan): Plan {
    if (!this.clumsy || !this.rng.chance(SLIPS)) return plan;
    const { inputs } = plan;
    const changes: number[] = [];
    for (let i = 1; i < inputs.length; i++) if (inputs[i] !== inputs[i - 1]) changes.push(i);
    if (changes.length === 0) return plan;
    const at = this.rng.pick(changes);
    const by = this.rng.range(2, SLIP_TICKS);
    const out = inputs.slice();
    if (this.rng.chance(50)) {
      for (let i = at; i < Math.min(out.length, at + by); i++) out[i] = inputs[at - 1] as number;
    } else for (let i = Math.max(0, at - by); i < at; i++) out[i] = inputs[at] as number;
    return { inputs: out, path: plan.path };
  }

  /** Against the boss: the best of a few moves, played out for most of a second. */
  private bossPlan(now: State): Plan {
    const { world } = this;
    const at = ENTITIES + world.boss * STRIDE;
    const bossHp = now[at + E_HP] as number;
    let best = -1_000_000;
    let move: readonly [number, number] = [0, 8];
    for (const candidate of BOSS_MOVES) {
      if (candidate[0] === B && !world.physics.shoot) continue;
      const state = now.slice();
      let t = 0;
      for (; t < BOSS_HORIZON && state[STATUS] === PLAYING; t++) {
        const frame = t < candidate[1] ? candidate[0] : candidate[0] & (LEFT | RIGHT);
        // A held key from before must be let go for a jump to count.
        world.family.step(world, state, t === 0 ? frame & ~A : frame, null);
        if ((state[L.DEAD] as number) > 0) break;
        if (t > candidate[1] && state[L.GROUNDED] === 1 && state[HITSTOP] === 0) break;
      }
      this.simulated += t;
      const hurt = (now[HP] as number) - (state[HP] as number);
      const dealt = bossHp - (state[at + E_HP] as number);
      const open = state[at + GUARDED] === 0 && state[at + E_STATE] !== ACT;
      const gap = Math.abs((state[HX] as number) - (state[at + E_X] as number)) >> TILE_SHIFT;
      let score = dealt * 400 - hurt * 300 - (open ? gap : Math.abs(gap - 8)) * 3 - t / 8 + (this.clumsy ? this.rng.int(10) : 0);
      if ((state[L.DEAD] as number) > 0) score -= 2000;
      if (state[STATUS] === WON) score += 5000;
      if (score > best) {
        best = score;
        move = candidate;
      }
    }
    const inputs: number[] = [];
    for (let t = 0; t < BOSS_GLANCE; t++) {
      const frame = t < move[1] ? move[0] : move[0] & (LEFT | RIGHT);
      inputs.push(t === 0 ? frame & ~A : frame);
    }
    this.glance = BOSS_GLANCE;
    return { inputs, path: new Int32Array(inputs.length * 2) };
  }
}
