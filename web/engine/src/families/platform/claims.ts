/** Bounded state-injection checks: put the hero on the thing, step, see what happens. */

import { A } from '../../core/input';
import {
  COLLECTED,
  E_HP,
  E_TYPE,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  HP,
  HVY,
  HX,
  HY,
  INVULNERABLE,
  KEYS,
  LIVES,
  SCORE,
  STATUS,
  STRIDE,
  WON,
} from '../../core/state';
import type { ClaimCheck, EventType, GameEvent, State } from '../../core/types';
import { hasBit } from '../../systems/platform/bits';
import { LIQUID, SPIKE, TILE } from '../../systems/platform/tiles';
import * as L from './layout';
import { initPlatformer, stepPlatformer } from './step';
import type { Item, PlatformWorld } from './world';

/** Ticks a check may last. */
const PATIENCE = 90;

interface Trial {
  state: State;
  events: GameEvent[];
}

function place(world: PlatformWorld, state: State, x: number, y: number): void {
  state[HX] = x - (world.physics.w >> 1);
  state[HY] = y - world.physics.h;
}

/** Step until `done`, at most `PATIENCE` ticks. */
function play(world: PlatformWorld, trial: Trial, input: (tick: number) => number, done: () => boolean): boolean {
  for (let t = 0; t < PATIENCE; t++) {
    stepPlatformer(world, trial.state, input(t), trial.events);
    if (done()) return true;
  }
  return false;
}

const nothing = (): number => 0;

/** With all foes gone, so that only the thing in question acts. */
function quiet(world: PlatformWorld): Trial {
  const state = initPlatformer(world);
  for (let i = 0; i < world.enemies.length; i++) state[ENTITIES + i * STRIDE + E_TYPE] = FREE;
  return { state, events: [] };
}

function saw(trial: Trial, type: EventType): boolean {
  return trial.events.some((e) => e.type === type);
}

export function claimsPlatformer(world: PlatformWorld): ClaimCheck[] {
  return [...tileClaims(world), ...itemClaims(world), ...foeClaims(world), ...heroClaims(world)];
}

function firstTile(world: PlatformWorld, code: number): [number, number] | null {
  const at = world.tiles.indexOf(code);
  return at < 0 ? null : [at % world.width, Math.floor(at / world.width)];
}

function tileClaims(world: PlatformWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  for (const [code, claim] of [
    [SPIKE, 'spike hurts'],
    [LIQUID, 'liquid kills'],
  ] as const) {
    const cell = firstTile(world, code);
    if (cell === null) continue;
    const trial = quiet(world);
    const hp = trial.state[HP] as number;
    const lives = trial.state[LIVES] as number;
    place(world, trial.state, cell[0] * TILE + (TILE >> 1), cell[1] * TILE + (TILE >> 1));
    trial.state[HVY] = 100;
    const ok = play(world, trial, nothing, () =>
      code === SPIKE ? (trial.state[HP] as number) < hp : (trial.state[LIVES] as number) < lives,
    );
    out.push({
      claim,
      ok,
      detail: `hero set on ${cell[0]}, ${cell[1]}: health ${hp} -> ${trial.state[HP]}, lives ${lives} -> ${trial.state[LIVES]}`,
    });
  }
  return out;
}

const ITEM_CLAIMS: Partial<Record<Item['kind'], (name: string) => string>> = {
  collectible: (n) => `${n} scores`,
  key: (n) => `${n} can be taken`,
  checkpoint: (n) => `${n} is remembered`,
  goal: (n) => `${n} wins`,
  powerup: (n) => `${n} works`,
  spring: (n) => `${n} throws`,
};

function itemOk(world: PlatformWorld, trial: Trial, item: Item, i: number, score: number): boolean {
  const { state } = trial;
  switch (item.kind) {
    case 'collectible':
      // Its neighbours may be taken with it.
      return (state[COLLECTED] as number) >= 1 && (state[SCORE] as number) >= score + item.score && hasBit(state, world.bits, i);
    case 'key':
      return state[KEYS] === 1;
    case 'goal':
      return state[STATUS] === WON;
    case 'spring':
      return (state[HVY] as number) < -world.physics.jump;
    case 'checkpoint':
      return saw(trial, 'checkpoint');
    default:
      return hasBit(state, world.bits, i);
  }
}

function itemClaims(world: PlatformWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const seen = new Set<string>();
  world.items.forEach((item, i) => {
    const name = world.types[item.type]?.type ?? item.kind;
    const claim = ITEM_CLAIMS[item.kind]?.(name);
    if (claim === undefined || seen.has(claim) || (item.kind === 'goal' && world.boss >= 0)) return;
    seen.add(claim);
    const trial = quiet(world);
    const score = trial.state[SCORE] as number;
    place(world, trial.state, item.x, item.y + item.halfH);
    const ok = play(world, trial, nothing, () => itemOk(world, trial, item, i, score));
    out.push({ claim, ok, detail: `hero set on it at ${item.x / 2048 - 0.5}, ${item.y / 2048 - 0.5}` });
  });
  const door = world.items.findIndex((item) => item.kind === 'door');
  if (door >= 0) out.push(doorClaim(world, door));
  return out;
}

function doorClaim(world: PlatformWorld, i: number): ClaimCheck {
  const item = world.items[i] as Item;
  const opens = (keys: number): boolean => {
    const trial = quiet(world);
    trial.state[KEYS] = keys;
    place(world, trial.state, item.x - TILE, item.y + item.halfH);
    return play(
      world,
      trial,
      () => 2,
      () => hasBit(trial.state, world.bits, i),
    );
  };
  const without = opens(0);
  const held = opens(1);
  return {
    claim: `${world.types[item.type]?.type ?? 'door'} needs a key`,
    ok: !without && held,
    detail: `walked against it: without a key ${without ? 'it opened' : 'closed'}, with one ${held ? 'it opened' : 'closed'}`,
  };
}

/** A tick with the hero above a foe: what flies is somewhere else when it is awake. */
function wake(world: PlatformWorld, state: State, x: number, y: number): void {
  place(world, state, x, y - 20 * 256);
  stepPlatformer(world, state, 0, null);
}

function foeClaims(world: PlatformWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const seen = new Set<number>();
  world.enemies.forEach((def, i) => {
    if (seen.has(def.type)) return;
    seen.add(def.type);
    const name = world.types[def.type]?.type ?? 'enemy';
    const at = ENTITIES + i * STRIDE;
    const alone = (): Trial => {
      const trial = quiet(world);
      trial.state[at + E_TYPE] = def.type;
      return trial;
    };
    if (def.damage > 0) {
      const trial = alone();
      const hp = trial.state[HP] as number;
      wake(world, trial.state, def.x + (def.w >> 1), def.y);
      const middle = (trial.state[at + E_Y] as number) + (def.h >> 1);
      place(world, trial.state, (trial.state[at + E_X] as number) + (def.w >> 1), middle + (world.physics.h >> 1));
      trial.state[HVY] = -1;
      const ok = play(world, trial, nothing, () => (trial.state[HP] as number) < hp);
      out.push({ claim: `${name} hurts`, ok, detail: `hero set on it: health ${hp} -> ${trial.state[HP]}` });
    }
    if (def.stompable) {
      const trial = alone();
      trial.state[INVULNERABLE] = 200;
      const hp = trial.state[at + E_HP] as number;
      wake(world, trial.state, def.x + (def.w >> 1), def.y);
      place(world, trial.state, (trial.state[at + E_X] as number) + (def.w >> 1), (trial.state[at + E_Y] as number) - 512);
      trial.state[HVY] = 300;
      const ok = play(world, trial, nothing, () => saw(trial, 'stomp'));
      out.push({
        claim: `${name} can be stomped`,
        ok,
        detail: `hero dropped on it: health ${hp} -> ${trial.state[at + E_TYPE] === FREE ? 0 : trial.state[at + E_HP]}`,
      });
    }
  });
  return out;
}

function heroClaims(world: PlatformWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const p = world.physics;
  const inAir = (claim: string, keys: (tick: number) => number, event: EventType): void => {
    const trial = quiet(world);
    const ok = play(world, trial, keys, () => saw(trial, event));
    out.push({ claim, ok, detail: `keys pressed at the start: ${ok ? `'${event}' happened` : `no '${event}'`}` });
  };
  inAir('hero jumps', (t) => (t > 2 ? A : 0), 'jump');
  if (p.airJumps > 0) inAir('double jump works', (t) => (t < 4 || t > 16 ? A : 0), 'double_jump');
  if (p.dash) inAir('dash works', (t) => (t === 3 ? 32 : 0), 'dash');
  if (p.shoot) inAir('hero shoots', (t) => (t === 3 ? (p.dash ? 4 : 32) : 0), 'shoot');
  if (p.glide) {
    const trial = quiet(world);
    const ok = play(
      world,
      trial,
      (t) => (t > 2 ? A : 0),
      () => trial.state[L.GLIDING] === 1,
    );
    out.push({ claim: 'gliding works', ok, detail: 'jump key held through the fall' });
  }
  return out;
}
