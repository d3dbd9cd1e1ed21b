/** Blows given and taken, and what falls out of the beaten. */

import { randomInt } from '../../core/rng';
import {
  COLLECTED,
  E_FLASH,
  E_HP,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  ENDLESS,
  ENTITIES,
  HITSTOP,
  HP,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  MARK_REACHED,
  PROGRESS,
  SCORE,
  STATUS,
  STRIDE,
  SUB,
  WON,
} from '../../core/state';
import type { EventSink, EventType, State } from '../../core/types';
import { firstUsed, nextUsed, poolSize, release, releaseAll, take } from '../../systems/projectiles';
import { BOSS } from './archetypes';
import { BOMB, MAGNET, POWER, RAPID, REPAIR } from './cast';
import {
  D_DROP,
  G_BOSS,
  G_CHOOSING,
  G_PHASE,
  G_SCROLL,
  H_BOMBS,
  H_COMBO,
  H_COMBO_TIMER,
  H_DASH,
  H_KILLS,
  H_MAX_HP,
  H_POWER,
  H_RAPID,
  H_XP,
} from './layout';
import type { ArenaWorld } from './world';

/** Ticks a row of kills survives without a new one. */
export const COMBO_TICKS = 150;
/** Longest mercy after coming back from a lost life. */
const RESPAWN_MERCY = 120;
const PICKUP_LIFE = 900;

export function emit(
  world: ArenaWorld,
  state: State,
  events: EventSink,
  type: EventType,
  x: number,
  y: number,
  entity = -1,
  value?: number,
): void {
  if (events === null) return;
  const shift = world.shooter ? (state[G_SCROLL] as number) : 0;
  const name = world.types[entity]?.type;
  events.push({
    type,
    x: (x + shift) / SUB,
    y: y / SUB,
    ...(name === undefined ? {} : { entity: name }),
    ...(value === undefined ? {} : { value }),
  });
}

/** Score multiplier of a row of kills: 1-5. */
export function multiplier(state: State): number {
  return 1 + Math.min(4, Math.floor((state[H_COMBO] as number) / 6));
}

/** Take one hit unless mercy holds; true when it counted. */
export function hurtHero(world: ArenaWorld, state: State, events: EventSink, by: number): boolean {
  if ((state[INVULNERABLE] as number) > 0 || (state[H_DASH] as number) > 0) return false;
  state[HP] = (state[HP] as number) - 1;
  state[H_COMBO] = 0;
  state[H_COMBO_TIMER] = 0;
  state[INVULNERABLE] = world.numbers.invulnerable;
  state[HITSTOP] = 5;
  const x = state[HX] as number;
  const y = state[HY] as number;
  emit(world, state, events, 'hurt', x, y, by, state[HP] as number);
  if ((state[HP] as number) > 0) return true;
  state[LIVES] = (state[LIVES] as number) - 1;
  emit(world, state, events, 'die', x, y, world.heroType, state[LIVES] as number);
  if ((state[LIVES] as number) <= 0) {
    state[STATUS] = LOST;
    emit(world, state, events, 'lose', x, y);
    return true;
  }
  state[HP] = state[H_MAX_HP] as number;
  state[INVULNERABLE] = Math.min(RESPAWN_MERCY, world.numbers.invulnerable * 2 + 16);
  state[HITSTOP] = 12;
  if (world.shooter) state[H_POWER] = Math.max(1, (state[H_POWER] as number) - 1);
  // The blast of a lost life clears the air: nobody comes back into a bullet.
  releaseAll(state, world.foeShots);
  if (!world.shooter) blast(world, state, 4, 110, events);
  emit(world, state, events, 'respawn', x, y, world.heroType);
  return true;
}

/** Damage a foe; true when that beat it. */
export function hurtFoe(world: ArenaWorld, state: State, at: number, damage: number, events: EventSink): boolean {
  const type = state[at + E_TYPE] as number;
  const hp = (state[at + E_HP] as number) - damage;
  state[at + E_HP] = hp;
  state[at + E_FLASH] = 5;
  if (hp > 0) {
    emit(world, state, events, 'hit', state[at + E_X] as number, state[at + E_Y] as number, type, damage);
    return false;
  }
  killFoe(world, state, at, events);
  return true;
}

export function killFoe(world: ArenaWorld, state: State, at: number, events: EventSink): void {
  const type = state[at + E_TYPE] as number;
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  const drop = state[at + D_DROP] as number;
  const boss = (world.behavior[type] as number) === BOSS;
  state[H_KILLS] = (state[H_KILLS] as number) + 1;
  state[H_COMBO] = (state[H_COMBO] as number) + 1;
  state[H_COMBO_TIMER] = COMBO_TICKS;
  state[SCORE] = (state[SCORE] as number) + (world.score[type] as number) * multiplier(state);
  emit(world, state, events, 'kill', x, y, type, state[H_COMBO] as number);
  emit(world, state, events, 'explode', x, y, type, (world.half[type] as number) / SUB);
  release(state, world.foes, at);
  if (boss) {
    state[G_BOSS] = 0;
    state[G_PHASE] = 0;
    state[HITSTOP] = 14;
    releaseAll(state, world.foeShots);
    if (world.shooter) scatter(world, state, events);
  }
  dropFrom(world, state, x, y, drop, boss);
}

/** With their leader gone, the rest of its field blows up too. */
function scatter(world: ArenaWorld, state: State, events: EventSink): void {
  for (let at = firstUsed(state, world.foes); at >= 0; at = nextUsed(state, world.foes, at + STRIDE)) {
    emit(world, state, events, 'explode', state[at + E_X] as number, state[at + E_Y] as number, state[at + E_TYPE] as number, 8);
    release(state, world.foes, at);
  }
}

function dropFrom(world: ArenaWorld, state: State, x: number, y: number, drop: number, boss: boolean): void {
  const effect = drop > 0 ? (world.powerTypes[drop - 1] as number) : -1;
  if (effect >= 0) {
    dropPickup(world, state, effect, x, y, 1);
    if (world.shooter) return;
  }
  const gems = world.gemTypes;
  if (world.shooter) {
    const gem = gems[gems.length > 1 ? randomInt(state, gems.length) : 0];
    if (gem === undefined) return;
    const n = boss ? 6 : randomInt(state, 100) < world.numbers.dropPercent ? 1 : 0;
    for (let i = 0; i < n; i++) dropPickup(world, state, gem, x + (i - n / 2) * 2000, y + ((i & 1) === 0 ? 1500 : -1500), 1);
    return;
  }
  dropExperience(world, state, x, y, boss ? 12 : 1);
}

/** Experience lies where it fell; when the ground is full, it joins a gem already there so that nothing is lost. */
export function dropExperience(world: ArenaWorld, state: State, x: number, y: number, worth: number): void {
  const gem = world.gemTypes[world.gemTypes.length > 1 ? randomInt(state, world.gemTypes.length) : 0];
  if (gem === undefined) return;
  const at = dropPickup(world, state, gem, x, y, worth);
  if (at >= 0) return;
  const n = poolSize(world.pickups);
  const from = randomInt(state, n);
  for (let i = 0; i < n; i++) {
    const slot = ENTITIES + (world.pickups.from + ((from + i) % n)) * STRIDE;
    if ((world.effect[state[slot + E_TYPE] as number] as number) >= 0) continue;
    state[slot + E_HP] = (state[slot + E_HP] as number) + worth;
    return;
  }
}

export function dropPickup(world: ArenaWorld, state: State, type: number, x: number, y: number, worth: number): number {
  const at = take(state, world.pickups, type, x, y);
  if (at < 0) return -1;
  state[at + E_HP] = worth;
  state[at + E_TIMER] = world.shooter || (world.effect[type] as number) >= 0 ? PICKUP_LIFE : 0;
  if (world.shooter) state[at + E_VX] = -70;
  state[at + E_VY] = 0;
  return at;
}

/** The hero picks something up. */
export function collect(world: ArenaWorld, state: State, at: number, events: EventSink): void {
  const type = state[at + E_TYPE] as number;
  const worth = state[at + E_HP] as number;
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  release(state, world.pickups, at);
  const effect = world.effect[type] as number;
  if (effect < 0) {
    state[COLLECTED] = (state[COLLECTED] as number) + 1;
    state[SCORE] = (state[SCORE] as number) + (world.score[type] as number) * (world.shooter ? multiplier(state) : 1);
    if (!world.shooter) state[H_XP] = (state[H_XP] as number) + worth;
    emit(world, state, events, 'collect', x, y, type, worth);
    return;
  }
  state[SCORE] = (state[SCORE] as number) + 50;
  emit(world, state, events, 'powerup', x, y, type);
  if (effect === POWER) state[H_POWER] = Math.min(4, (state[H_POWER] as number) + 1);
  else if (effect === REPAIR) state[HP] = Math.min(state[H_MAX_HP] as number, (state[HP] as number) + 1);
  else if (effect === RAPID) state[H_RAPID] = 480;
  else if (effect === BOMB) {
    if (world.shooter) state[H_BOMBS] = Math.min(5, (state[H_BOMBS] as number) + 1);
    else blast(world, state, 6, 180, events);
  } else if (effect === MAGNET) {
    // E_STATE 1 marks a gem that flies to the hero from any distance.
    for (let i = firstUsed(state, world.pickups); i >= 0; i = nextUsed(state, world.pickups, i + STRIDE)) state[i + E_STATE] = 1;
  }
}

/** A bomb: no bullet is left; in the shooter everything in the field is hit, in a horde what is within `reach` px (less up and down). */
export function blast(world: ArenaWorld, state: State, damage: number, reach: number, events: EventSink): void {
  const cleared = releaseAll(state, world.foeShots);
  state[SCORE] = (state[SCORE] as number) + cleared;
  emit(world, state, events, 'explode', state[HX] as number, state[HY] as number, -1, reach);
  for (let at = firstUsed(state, world.foes); at >= 0; at = nextUsed(state, world.foes, at + STRIDE)) {
    if (!world.shooter) {
      const dx = (state[at + E_X] as number) - (state[HX] as number);
      const dy = (state[at + E_Y] as number) - (state[HY] as number);
      const far = reach * SUB;
      if (dx > far || dx < -far || dy > (far * 5) >> 3 || dy < -((far * 5) >> 3)) continue;
    }
    hurtFoe(world, state, at, damage, events);
  }
  state[HITSTOP] = 4;
}

/** The mark is reached: the stage is won, or, in endless mode, noted. */
export function reachMark(world: ArenaWorld, state: State, events: EventSink): void {
  if (state[MARK_REACHED] === 1) return;
  state[MARK_REACHED] = 1;
  state[PROGRESS] = 1000;
  state[G_CHOOSING] = 0;
  emit(world, state, events, 'win', state[HX] as number, state[HY] as number);
  if (state[ENDLESS] === 0) state[STATUS] = WON;
}
