/** How far the hero gets: found by letting the simulation jump under the very rules of the game. */
import { A, B, RIGHT, UP } from '../../../core/input';
import { HVY, HX, HY, SUB } from '../../../core/state';
import type { Family, LevelData, SceneInput } from '../../../core/types';
import * as L from '../layout';
import type { Rules } from '../rules';
import { initPlatformer, stepPlatformer } from '../step';
import { compilePlatformer, type PlatformWorld } from '../world';

/** Tiles. */
const LEDGE = 14;
const FLOOR = 60;
const WIDTH = 120;
const HEIGHT = 90;

export interface Envelope {
  /** Height of a full jump, px. */
  rise: number;
  /** With everything the mechanics allow: second jump, dash upwards. */
  riseFull: number;
  /** Width of the widest gap, tiles (fractions count), whose far side is `up` tiles higher (negative: lower). 0 when out of reach. */
  gap(up: number): number;
  gapFull(up: number): number;
  /** Height a spring throws to, px. */
  springRise: number;
  /** Ticks a full jump on level ground takes. */
  airTicks: number;
}

interface Arc {
  /** Offsets in px from the ledge's end: of the leading edge, and of the feet (up is positive), per tick. */
  x: number[];
  up: number[];
}

function testWorld(rules: Rules): PlatformWorld {
  const rows: string[] = [];
  for (let y = 0; y < HEIGHT; y++) rows.push(y >= FLOOR ? '#'.repeat(LEDGE) + '.'.repeat(WIDTH - LEDGE) : '.'.repeat(WIDTH));
  const level: LevelData = {
    tile: 8,
    width: WIDTH,
    height: HEIGHT,
    rows,
    start: [2, FLOOR - 1],
    spawns: [],
    mark: { kind: 'goal', value: 1 },
    seed: 1,
  };
  const scene = { kind: 'platformer', design: {}, rules: { ...rules, time_limit: 0 }, entities: [], level } as unknown as SceneInput;
  return compilePlatformer({} as Family, scene);
}

type Keys = (world: PlatformWorld, state: Int32Array, tick: number) => number;

function arc(world: PlatformWorld, keys: Keys): Arc {
  const state = initPlatformer(world);
  const edge = LEDGE * 8 * SUB;
  const floor = FLOOR * 8 * SUB;
  const { run, w, h } = world.physics;
  // To the last step on which the ledge still carries.
  while ((state[HX] as number) + run < edge) stepPlatformer(world, state, RIGHT, null);
  const out: Arc = { x: [], up: [] };
  for (let t = 0; t < 400; t++) {
    stepPlatformer(world, state, keys(world, state, t), null);
    out.x.push(((state[HX] as number) + w - edge) / SUB);
    out.up.push((floor - (state[HY] as number) - h) / SUB);
    if ((out.up[t] as number) < -26 * 8 || (state[HX] as number) > (WIDTH - 3) * 8 * SUB) break;
  }
  return out;
}

const plain: Keys = () => RIGHT | A;

/** Everything at its best moment: second jump and dash when the rise ends, then gliding. */
function full(): Keys {
  let second = 0;
  let dashed = 0;
  return (world, state, t) => {
    const p = world.physics;
    const slow = (state[HVY] as number) > -30 && t > 6;
    if (p.airJumps > 0 && slow && second === 0) {
      second = 1;
      return RIGHT;
    }
    if (second === 1) {
      second = 2;
      return RIGHT | A;
    }
    if (p.dash && slow && dashed === 0 && (second === 2 || p.airJumps === 0) && (state[L.DASHES] as number) > 0) {
      dashed = 1;
      return RIGHT | B | A;
    }
    return RIGHT | A;
  };
}

function upward(): Keys {
  const across = full();
  return (world, state, t) => {
    const keys = across(world, state, t);
    return (keys & B) !== 0 ? B | UP : keys;
  };
}

function highest(a: Arc): number {
  let top = 0;
  for (const up of a.up) if (up > top) top = up;
  return top;
}

/** Where the arc last is at or above `up` px: how far the leading edge got by then, px. */
function reach(a: Arc, up: number): number {
  for (let t = a.up.length - 1; t >= 0; t--) if ((a.up[t] as number) >= up) return a.x[t] as number;
  return 0;
}

/** The envelope of the rules. */
export function measure(rules: Rules): Envelope {
  const world = testWorld(rules);
  const p = world.physics;
  const jump = arc(world, plain);
  const best = arc(world, full());
  const up = arc(world, upward());
  const gap = (a: Arc, tiles: number): number => Math.max(0, reach(a, tiles * 8) / 8);
  let airTicks = jump.up.length;
  for (let t = 5; t < jump.up.length; t++) {
    if ((jump.up[t] as number) <= 0) {
      airTicks = t;
      break;
    }
  }
  return {
    rise: highest(jump),
    riseFull: Math.max(highest(up), highest(jump)),
    gap: (tiles) => gap(jump, tiles),
    gapFull: (tiles) => Math.max(gap(best, tiles), gap(jump, tiles)),
    springRise: springHeight(p.springSpeed, p.gravity),
    airTicks,
  };
}

/** Thrown at full speed for six ticks, then braked: sums of whole ticks, px. */
function springHeight(speed: number, gravity: number): number {
  let y = 0;
  for (let t = 0; t < 6; t++) y += speed;
  for (let v = speed; v > 0; v -= gravity) y += v;
  return y / SUB;
}
