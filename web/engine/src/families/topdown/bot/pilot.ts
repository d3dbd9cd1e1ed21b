/**
 * A player with eyes: follows the plan's distance field, keeps clear of what is about to hit (the dynamic window approach of Fox,
 * Burgard and Thrun, 1997, over eight directions), strikes what comes within reach. The solver and the noisy bot are this one.
 */
import { A, B, DOWN, LEFT, RIGHT, UP } from '../../../core/input';
import { Rng } from '../../../core/rng';
import { HVX, HVY, HX, HY } from '../../../core/state';
import type { Bot, State } from '../../../core/types';
import { fits } from '../../../systems/topdown';
import { FAR, sees } from '../../../systems/topdown-sight';
import { SPIKES_SAFE, spikesAt } from '../hazards';
import { CLOCK, DIR_X, DIR_Y, H_COOL, H_DASH_COOL, H_DOWN, H_SWING, HALF_TILE, HERO_HALF, REST, SHIFT, TILE } from '../layout';
import { BLOCK_HERO, BLOCK_SHOT, DOOR_CODE, FATAL, FLAGS, SPIKE_CODE } from '../legend';
import type { TopWorld } from '../world';
import type { Aim, Planner } from './plan';
import { CLOCKED, type Threat, threatsOf } from './threats';

export const KEYS_OF = [RIGHT, RIGHT | DOWN, DOWN, DOWN | LEFT, LEFT, LEFT | UP, UP, UP | RIGHT] as const;

/** Ticks looked ahead, sampled at these. */
const SAMPLES = [3, 7, 12, 18] as const;

export interface Temper {
  /** Ticks the pilot knows it acts late. */
  lag: number;
  /** Subpixels of clearance it wants. */
  margin: number;
  /** Percent of decisions that are whims. */
  whim: number;
  greedy: boolean;
  /** Ticks a decision lasts with danger near. */
  pause: number;
  /** Percent of decisions after which its attention is elsewhere for a while. */
  lapse: number;
}

export class Pilot implements Bot {
  private aim: Aim | null = null;
  private stamp = -1;
  private until = 0;
  private readonly rng: Rng;
  private stuck = 0;
  private nearest = FAR;
  private whim = -1;
  private whimUntil = 0;
  private held = 0;
  private next = 0;
  private absent = 0;

  constructor(
    readonly world: TopWorld,
    private readonly planner: Planner,
    seed: number,
    private readonly temper: Temper,
  ) {
    this.rng = new Rng(seed);
  }

  act(state: State): number {
    const { world } = this;
    if ((state[H_DOWN] as number) > 0) return 0;
    const clock = state[CLOCK] as number;
    if (clock < this.next) return this.held;
    const x = state[HX] as number;
    const y = state[HY] as number;
    const aim = this.plan(state, clock);
    if (this.temper.lapse > 0 && this.rng.chance(this.temper.lapse)) this.absent = clock + 12 + this.rng.int(30);
    // Absent-minded, it sees where it wants to go and nothing else.
    const threats = clock < this.absent ? [] : threatsOf(world, state, x, y);
    const fight = this.fight(state, threats, aim);
    if (
      fight !== null &&
      state[H_SWING] === 0 &&
      (state[H_COOL] as number) <= this.temper.lag &&
      (this.held & A) === 0 &&
      this.inReach(state, fight, x, y)
    ) {
      // Face it: the way it lies is pressed together with A, long enough for slow fingers.
      const face = octant(fight.x + fight.vx * 4 - x, fight.y + fight.vy * 4 - y);
      return this.hold(clock, (KEYS_OF[face] as number) | A, 5);
    }
    let [wx, wy] = fight === null ? this.waypoint(state, aim, x, y) : this.approach(fight, x, y);
    if (clock < this.whimUntil && this.whim >= 0) {
      wx = (DIR_X[this.whim] as number) * 64;
      wy = (DIR_Y[this.whim] as number) * 64;
    }
    const danger = threats.length > 0 || this.onSpikes(x, y);
    const dir = danger ? this.choose(state, threats, wx, wy, x, y, fight) : heading(wx, wy);
    let input = dir < 0 ? 0 : (KEYS_OF[dir] as number);
    if (world.n.dash && dir >= 0 && state[H_DASH_COOL] === 0 && (this.held & B) === 0 && this.cornered(threats, x, y)) input |= B;
    return this.hold(clock, input, danger ? this.temper.pause : Math.max(4, this.temper.pause));
  }

  /** Decisions last a few ticks: nobody changes keys sixty times a second. */
  private hold(clock: number, input: number, ticks: number): number {
    this.held = input;
    this.next = clock + ticks;
    return input;
  }

  private onSpikes(x: number, y: number): boolean {
    return this.world.tiles[(y >> SHIFT) * this.world.width + (x >> SHIFT)] === SPIKE_CODE;
  }

  private plan(state: State, clock: number): Aim {
    const stamp = this.planner.stamp(state);
    if (this.aim === null || stamp !== this.stamp || clock >= this.until) {
      const aim = this.planner.aim(state, this.temper.greedy);
      if (this.aim === null || aim.tile !== this.aim.tile) {
        this.nearest = FAR;
        this.stuck = clock;
      }
      this.aim = aim;
      this.stamp = stamp;
      this.until = clock + (aim.kind === 'foe' ? 30 : 300);
    }
    const here = this.aim.field[((state[HY] as number) >> SHIFT) * this.world.width + ((state[HX] as number) >> SHIFT)] as number;
    if (here < this.nearest) {
      this.nearest = here;
      this.stuck = clock;
    } else if (clock - this.stuck > 240) {
      // No headway for four seconds: a whim gets it out of whatever corner it is in.
      this.whim = this.rng.int(8);
      this.whimUntil = clock + 14 + this.rng.int(24);
      this.stuck = clock - 120;
      this.nearest = FAR;
    }
    if (this.temper.whim > 0 && clock >= this.whimUntil && (clock & 15) === 0 && this.rng.chance(this.temper.whim)) {
      this.whim = this.rng.int(9) - 1;
      this.whimUntil = clock + 6 + this.rng.int(16);
    }
    return this.aim;
  }

  /** The enemy to deal with now: near, in sight, or the one that is the aim. */
  private fight(state: State, threats: readonly Threat[], aim: Aim): Threat | null {
    const x = state[HX] as number;
    const y = state[HY] as number;
    const range = this.world.n.attack === 'strike' ? 4 * TILE : 6 * TILE;
    let best: Threat | null = null;
    let bestFar = aim.kind === 'foe' ? 7 * TILE : range;
    for (const t of threats) {
      if (t.foe < 0) continue;
      const far = Math.max(Math.abs(t.x - x), Math.abs(t.y - y));
      if (far >= bestFar || !sees(this.world, state, x, y, t.x, t.y, BLOCK_SHOT)) continue;
      bestFar = far;
      best = t;
    }
    return best;
  }

  private inReach(state: State, foe: Threat, x: number, y: number): boolean {
    const { n } = this.world;
    const ahead = n.windup + this.temper.lag;
    const dx = foe.x + foe.vx * ahead - x - (state[HVX] as number) * 2;
    const dy = foe.y + foe.vy * ahead - y - (state[HVY] as number) * 2;
    const far = Math.max(Math.abs(dx), Math.abs(dy)) + (Math.min(Math.abs(dx), Math.abs(dy)) >> 1);
    if (n.attack === 'strike') return far < n.reach + n.radius + foe.half - 1024;
    if (far > 7 * TILE) return false;
    // A shot is bent by no more than an eighth of a turn.
    return true;
  }

  /** Where to walk while fighting: in when it rests, to the edge of reach otherwise, about five tiles off with a gun. */
  private approach(foe: Threat, x: number, y: number): [number, number] {
    const dx = foe.x - x;
    const dy = foe.y - y;
    const far = Math.max(Math.abs(dx), Math.abs(dy));
    const { attack } = this.world.n;
    const wanted = attack === 'strike' ? (foe.state === REST ? 18 * 256 : 23 * 256) + foe.half - 6 * 256 : 3.5 * TILE;
    if (far > wanted + 1024) {
      // Over ground it cannot cross in a straight line it follows the plan instead.
      return [dx, dy];
    }
    if (far < wanted - 1536) return [-dx, -dy];
    return [0, 0];
  }

  /** Direction along the field: the farthest of the next tiles that can be walked to in a straight line. */
  private waypoint(state: State, aim: Aim, x: number, y: number): [number, number] {
    const { world } = this;
    let at = (y >> SHIFT) * world.width + (x >> SHIFT);
    let toX = (at % world.width) * TILE + HALF_TILE;
    let toY = Math.floor(at / world.width) * TILE + HALF_TILE;
    for (let i = 0; i < 4; i++) {
      const next = downhill(world, aim.field, at);
      if (next < 0) break;
      const nx = (next % world.width) * TILE + HALF_TILE;
      const ny = Math.floor(next / world.width) * TILE + HALF_TILE;
      if (i > 0 && !this.straight(state, x, y, nx, ny)) break;
      // Spikes are waited for, not walked into.
      if (world.tiles[next] === SPIKE_CODE && i === 0 && !this.spikesPassable(state, next, x, y, aim.field)) {
        return [toX - x, toY - y].map((v) => (Math.abs(v) < 512 ? 0 : v)) as [number, number];
      }
      if (world.tiles[next] === SPIKE_CODE && i > 0) break;
      at = next;
      toX = nx;
      toY = ny;
      if (world.tiles[next] === DOOR_CODE) break;
    }
    return [toX - x, toY - y];
  }

  /** Whether the run of spikes ahead stays down for as long as crossing it takes. */
  private spikesPassable(state: State, first: number, x: number, y: number, field: Int16Array): boolean {
    const { world } = this;
    const here = world.tiles[(y >> SHIFT) * world.width + (x >> SHIFT)] === SPIKE_CODE;
    if (here) return true;
    let at = first;
    let ticks = this.temper.lag + 2;
    const perTile = Math.trunc(TILE / Math.max(1, world.n.heroSpeed)) + 1;
    for (let i = 0; i < 6 && world.tiles[at] === SPIKE_CODE; i++) {
      const tx = at % world.width;
      const ty = Math.floor(at / world.width);
      for (const late of [0, perTile, perTile + 8]) {
        const phase = spikesAt(world, (state[CLOCK] as number) + ticks + late, tx, ty);
        if (phase !== SPIKES_SAFE && late === 0) return false;
        if (phase > 1) return false;
      }
      ticks += perTile;
      at = downhill(world, field, at);
      if (at < 0) return true;
    }
    return true;
  }

  private straight(state: State, x: number, y: number, toX: number, toY: number): boolean {
    const steps = Math.max(1, Math.trunc(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / 1536));
    for (let i = 1; i <= steps; i++) {
      const px = x + Math.trunc(((toX - x) * i) / steps);
      const py = y + Math.trunc(((toY - y) * i) / steps);
      if (!fits(this.world, state, px, py, HERO_HALF, BLOCK_HERO)) return false;
      const code = this.world.tiles[(py >> SHIFT) * this.world.width + (px >> SHIFT)] as number;
      if (code === SPIKE_CODE || ((FLAGS[code] as number) & FATAL) !== 0) return false;
    }
    return true;
  }

  /** Best of standing still and eight directions: towards (wx, wy), and clear of everything in the samples ahead. */
  private choose(state: State, threats: readonly Threat[], wx: number, wy: number, x: number, y: number, fight: Threat | null): number {
    const { world } = this;
    const far = Math.max(1, Math.abs(wx), Math.abs(wy));
    const still = Math.abs(wx) < 300 && Math.abs(wy) < 300;
    const near = threats.length > 0;
    const speed = world.n.heroSpeed;
    let best = -1;
    let bestScore = -1e9;
    for (let dir = -1; dir < 8; dir++) {
      const ux = dir < 0 ? 0 : (DIR_X[dir] as number);
      const uy = dir < 0 ? 0 : (DIR_Y[dir] as number);
      let score = still ? (dir < 0 ? 40 : 0) : Math.trunc((ux * wx + uy * wy) / far);
      if (dir >= 0 && !still && score > 0) {
        // A step of less than a tick's way is not overshot.
        if (ux !== 0 && Math.abs(wx) < 400 && wx !== 0) score -= 60;
        if (uy !== 0 && Math.abs(wy) < 400 && wy !== 0) score -= 60;
      }
      let px = x;
      let py = y;
      let before = 0;
      for (const t of SAMPLES) {
        const late = Math.min(t, this.temper.lag);
        // For as long as the lag lasts the hero goes on as it does now.
        const vx = (state[HVX] as number) * late + ((ux * speed) >> 8) * (t - late);
        const vy = (state[HVY] as number) * late + ((uy * speed) >> 8) * (t - late);
        const nx = x + vx;
        const ny = y + vy;
        if (fits(world, state, nx, py, HERO_HALF - 512, BLOCK_HERO)) px = nx;
        if (fits(world, state, px, ny, HERO_HALF - 512, BLOCK_HERO)) py = ny;
        const code = world.tiles[(py >> SHIFT) * world.width + (px >> SHIFT)] as number;
        if (((FLAGS[code] as number) & FATAL) !== 0) score -= 2500;
        if (code === SPIKE_CODE && spikesAt(world, (state[CLOCK] as number) + t, px >> SHIFT, py >> SHIFT) > (t > 8 ? 0 : 1))
          score -= t > 12 ? 150 : 700;
        if (near) score -= this.peril(threats, px, py, t, fight);
        before = t;
      }
      if (before > 0 && dir >= 0 && Math.abs(px - x) + Math.abs(py - y) < 700) score -= 120;
      if (score > bestScore) {
        bestScore = score;
        best = dir;
      }
    }
    return best;
  }

  private peril(threats: readonly Threat[], px: number, py: number, t: number, fight: Threat | null): number {
    let sum = 0;
    for (const threat of threats) {
      const [tx, ty] = threat.kind === CLOCKED ? threat.at!(t) : [threat.x + threat.vx * t, threat.y + threat.vy * t];
      const gap = Math.max(Math.abs(tx - px), Math.abs(ty - py)) - threat.half - 4 * 256;
      const margin = threat === fight ? this.temper.margin >> 1 : this.temper.margin;
      if (gap < 0) sum += t <= 7 ? 900 : 450;
      else if (gap < margin) sum += Math.trunc(((margin - gap) * (t <= 7 ? 300 : 160)) / margin);
    }
    return sum;
  }

  private cornered(threats: readonly Threat[], x: number, y: number): boolean {
    for (const t of threats) {
      const gap = Math.max(Math.abs(t.x + t.vx * 6 - x), Math.abs(t.y + t.vy * 6 - y)) - t.half;
      if (gap < 9 * 256) return true;
    }
    return false;
  }
}

function octant(dx: number, dy: number): number {
  const ax = Math.abs(dx);
  const ay = Math.abs(dy);
  if (ax > ay * 2) return dx > 0 ? 0 : 4;
  if (ay > ax * 2) return dy > 0 ? 2 : 6;
  return dx > 0 ? (dy > 0 ? 1 : 7) : dy > 0 ? 3 : 5;
}

/** Direction key for a way to go, none when it is all but reached. Off-axis remainders below a pixel and a half are let be. */
function heading(wx: number, wy: number): number {
  const dx = Math.abs(wx) < 400 ? 0 : wx;
  const dy = Math.abs(wy) < 400 ? 0 : wy;
  return dx === 0 && dy === 0 ? -1 : octant(dx, dy);
}

function downhill(world: TopWorld, field: Int16Array, at: number): number {
  let best = field[at] as number;
  let to = -1;
  for (const n of [at + 1, at - 1, at + world.width, at - world.width]) {
    const d = field[n];
    if (d !== undefined && d < best) {
      best = d;
      to = n;
    }
  }
  return to;
}
