/** What a player sees of a platformer state. */
import {
  CHECKPOINT,
  COLLECTED,
  E_FACING,
  E_FLASH,
  E_HP,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  HANIM,
  HFACING,
  HP,
  HX,
  HY,
  INVULNERABLE,
  KEYS,
  LIVES,
  PROGRESS,
  SCORE,
  STRIDE,
  TICK_RATE,
  TIME_LEFT,
} from '../../core/state';
import type { Anim, Drawable, Hud, State, View } from '../../core/types';
import { hasBit } from '../../systems/platform/bits';
import { shuttleX, shuttleY } from '../../systems/platform/shuttle';
import { GONE, SHAKING } from './crumbling';
import { ACT, CALM, TELL } from './gait';
import * as L from './layout';
import type { PlatformWorld, Track } from './world';

/** Drawables of items, tracks and platforms get ids above any slot. */
const ITEM_IDS = 10_000;
const TRACK_IDS = 20_000;

function drawable(world: PlatformWorld, id: number, type: number, x: number, y: number, w: number, h: number): Drawable {
  const spec = world.types[type];
  return {
    id,
    type: spec?.type ?? '',
    role: spec?.properties.role ?? 'prop',
    x: x / 256,
    y: y / 256,
    w: w / 256,
    h: h / 256,
    angle: 0,
    flip: false,
    anim: 'idle',
    age: 0,
    hp: 1,
    maxHp: 1,
    flash: false,
    alpha: 1,
  };
}

function heroOf(world: PlatformWorld, state: State): Drawable {
  const p = world.physics;
  const type = world.types.findIndex((t) => t.properties.role === 'hero');
  const out = drawable(world, -1, type, (state[HX] as number) + p.w / 2, (state[HY] as number) + p.h / 2, p.w, p.h);
  const invulnerable = state[INVULNERABLE] as number;
  out.flip = (state[HFACING] as number) < 0;
  out.anim = L.ANIMS[state[HANIM] as number] as Anim;
  out.age = state[L.ANIM_AGE] as number;
  out.hp = state[HP] as number;
  out.maxHp = p.health;
  out.flash = (state[L.STUNNED] as number) > 6 || ((state[L.STAR] as number) > 0 && ((state[L.STAR] as number) & 4) !== 0);
  out.alpha = (state[L.DEAD] as number) === 0 && invulnerable > 0 && (invulnerable & 4) !== 0 ? 0.35 : 1;
  return out;
}

function enemiesOf(world: PlatformWorld, state: State, out: Drawable[]): void {
  world.enemies.forEach((def, i) => {
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] === FREE) return;
    const d = drawable(world, i, def.type, (state[at + E_X] as number) + def.w / 2, (state[at + E_Y] as number) + def.h / 2, def.w, def.h);
    const mode = state[at + E_STATE] as number;
    d.flip = (state[at + E_FACING] as number) < 0;
    d.anim = enemyAnim(def.behavior, def.flying, mode, state[at + E_TIMER] as number, state[L.BOSS_AWAKE] === 1);
    d.age = state[L.CLOCK] as number;
    d.hp = state[at + E_HP] as number;
    d.maxHp = def.hp;
    d.flash = (state[at + E_FLASH] as number) > 0;
    out.push(d);
  });
}

function enemyAnim(behavior: string, flying: boolean, mode: number, timer: number, awake: boolean): Anim {
  if (behavior === 'boss' && !awake) return 'sleep';
  if (mode === TELL) return 'charge';
  if (mode === ACT) return behavior === 'boss' || behavior === 'charge' ? 'attack' : 'run';
  if (flying || behavior === 'fly' || behavior === 'swarm') return 'fly';
  if (behavior === 'shoot') return timer < 12 ? 'attack' : 'idle';
  if (behavior === 'hop') return mode === CALM && timer === 0 ? 'jump' : 'idle';
  return mode === CALM ? 'walk' : 'idle';
}

function itemsOf(world: PlatformWorld, state: State, out: Drawable[]): void {
  world.items.forEach((item, i) => {
    const taken = hasBit(state, world.bits, i);
    if (taken && item.kind !== 'checkpoint' && item.kind !== 'door') return;
    const d = drawable(world, ITEM_IDS + i, item.type, item.x, item.y, item.halfW * 2, item.halfH * 2);
    if (item.kind === 'door') {
      d.anim = taken ? 'open' : 'closed';
      d.h = Math.max(1, item.cells.length) * 8;
      if (item.cells.length > 0) d.y = doorMiddle(world, item.cells) * 8;
    } else if (item.kind === 'checkpoint') d.anim = state[CHECKPOINT] === i + 1 ? 'open' : 'closed';

    d.age = state[L.CLOCK] as number;
    out.push(d);
  });
}

/** Row at the middle of the door's cells, in tiles. */
function doorMiddle(world: PlatformWorld, cells: readonly number[]): number {
  let low = Number.MAX_SAFE_INTEGER;
  let high = -1;
  for (const cell of cells) {
    const y = Math.floor(cell / world.width);
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return (low + high + 1) / 2;
}

function tracksOf(world: PlatformWorld, state: State, out: Drawable[]): void {
  const clock = state[L.CLOCK] as number;
  const add = (track: Track, id: number, spin: boolean): void => {
    const d = drawable(world, id, track.type, shuttleX(track, clock) + track.w / 2, shuttleY(track, clock) + track.h / 2, track.w, track.h);
    if (spin) d.angle = ((clock % 32) * Math.PI) / 16;
    d.age = clock;
    out.push(d);
  };
  world.platforms.forEach((t, i) => {
    add(t, TRACK_IDS + i, false);
  });
  world.saws.forEach((t, i) => {
    add(t, TRACK_IDS + 1000 + i, true);
  });
  world.crumbling.forEach((def, i) => {
    const at = ENTITIES + (world.crumblingFrom + i) * STRIDE;
    const mode = state[at + E_STATE] as number;
    if (mode === GONE) return;
    const d = drawable(world, world.crumblingFrom + i, def.type, def.x + def.w / 2, def.y + 3 * 256, def.w, 6 * 256);
    if (mode === SHAKING) {
      d.anim = 'charge';
      d.x += ((state[at + E_TIMER] as number) & 2) === 0 ? -0.5 : 0.5;
    }
    out.push(d);
  });
}

function shotsOf(world: PlatformWorld, state: State, out: Drawable[]): void {
  for (let i = world.shotsFrom; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    const type = state[at + E_TYPE] as number;
    if (type !== FREE) out.push(drawable(world, i, type, state[at + E_X] as number, state[at + E_Y] as number, 6 * 256, 6 * 256));
  }
}

function hudOf(world: PlatformWorld, state: State): Hud {
  const boss = world.boss >= 0 ? ENTITIES + world.boss * STRIDE : -1;
  const time = state[TIME_LEFT] as number;
  const def = world.enemies[world.boss];
  const spec = def === undefined ? undefined : world.types[def.type];
  const alive = boss >= 0 && state[boss + E_TYPE] !== FREE;
  return {
    score: state[SCORE] as number,
    lives: Math.max(0, state[LIVES] as number),
    hp: Math.max(0, state[HP] as number),
    maxHp: world.physics.health,
    timeLeft: time < 0 ? null : Math.floor((time + TICK_RATE - 1) / TICK_RATE),
    keys: state[KEYS] as number,
    collected: state[COLLECTED] as number,
    collectTotal: world.collectTotal,
    mark: { kind: world.scene.level.mark.kind, value: state[PROGRESS] as number, target: 1000 },
    boss:
      def !== undefined && state[L.BOSS_AWAKE] === 1 && alive
        ? { name: spec?.type ?? 'boss', hp: state[boss + E_HP] as number, max: def.hp }
        : null,
    level: null,
    xp: null,
  };
}

export function viewPlatformer(world: PlatformWorld, state: State): View {
  const p = world.physics;
  const things: Drawable[] = [];
  tracksOf(world, state, things);
  itemsOf(world, state, things);
  enemiesOf(world, state, things);
  shotsOf(world, state, things);
  const tileChanges: [number, number, string][] = [];
  world.items.forEach((item, i) => {
    if (item.kind !== 'door' || !hasBit(state, world.bits, i)) return;
    for (const cell of item.cells) tileChanges.push([cell % world.width, Math.floor(cell / world.width), '.']);
  });
  return {
    camera: {
      // A little ahead of where the hero looks.
      x: ((state[HX] as number) + p.w / 2) / 256 + (state[HFACING] as number) * 16,
      y: ((state[HY] as number) + p.h / 2) / 256,
      left: 0,
      top: 0,
      right: world.width * 8,
      bottom: world.height * 8,
    },
    hero: heroOf(world, state),
    things,
    tileChanges,
    hud: hudOf(world, state),
  };
}
