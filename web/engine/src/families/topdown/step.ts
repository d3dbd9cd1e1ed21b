/** One tick, and the state before the first. */
import {
  E_FACING,
  E_HP,
  E_TYPE,
  E_X,
  E_Y,
  ENDLESS,
  ENTITIES,
  HFACING,
  HITSTOP,
  HP,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  newState,
  PLAYING,
  PREV_INPUT,
  SCORE,
  STATUS,
  STRIDE,
  TICK,
  TICK_RATE,
  TIME_LEFT,
} from '../../core/state';
import type { EventSink, InitOptions, State } from '../../core/types';
import { stepEnemies } from './enemies';
import { stepHazards } from './hazards';
import { buffer, stepHero } from './hero';
import { emit, openCleared } from './hurt';
import { CLOCK, H_MAX_HP, H_ROOM, H_SAFE_X, H_SAFE_Y, SHIFT } from './layout';
import { touch } from './pickups';
import { stepShots } from './shots';
import type { TopWorld } from './world';

export function init(world: TopWorld, options: InitOptions = {}): State {
  const { n } = world;
  const state = newState(world.capacity, world.scene.level.seed);
  state[LIVES] = options.lives ?? n.lives;
  state[SCORE] = options.score ?? 0;
  state[ENDLESS] = options.endless === true ? 1 : 0;
  state[HP] = n.health;
  state[H_MAX_HP] = n.health;
  state[HX] = world.startX;
  state[HY] = world.startY;
  state[H_SAFE_X] = world.startX;
  state[H_SAFE_Y] = world.startY;
  state[HFACING] = 2;
  state[INVULNERABLE] = 30;
  const own = world.scene.level.time;
  const limit = n.timeLimit > 0 ? n.timeLimit : typeof own === 'number' ? own : 0;
  if (limit > 0) state[TIME_LEFT] = Math.round(limit * TICK_RATE);
  world.foes.forEach((foe, i) => {
    const at = ENTITIES + i * STRIDE;
    state[at + E_TYPE] = i;
    state[at + E_X] = foe.x;
    state[at + E_Y] = foe.y;
    state[at + E_HP] = foe.hp;
    state[at + E_FACING] = foe.facing;
  });
  openCleared(world, state, null);
  return state;
}

export function step(world: TopWorld, state: State, input: number, events: EventSink): void {
  if (state[STATUS] !== PLAYING) return;
  state[TICK] = (state[TICK] as number) + 1;
  buffer(state, input);
  if ((state[HITSTOP] as number) > 0) {
    state[HITSTOP] = (state[HITSTOP] as number) - 1;
    state[PREV_INPUT] = input;
    return;
  }
  state[CLOCK] = (state[CLOCK] as number) + 1;
  stepHero(world, state, input, events);
  if (state[STATUS] === PLAYING) {
    stepEnemies(world, state, events);
    stepShots(world, state, events);
    stepHazards(world, state, events);
    touch(world, state, events);
    enterRoom(world, state, events);
  }
  if (state[STATUS] === PLAYING && (state[TIME_LEFT] as number) > 0) {
    state[TIME_LEFT] = (state[TIME_LEFT] as number) - 1;
    if (state[TIME_LEFT] === 0) {
      state[STATUS] = LOST;
      emit(events, 'lose', state[HX] as number, state[HY] as number);
    }
  }
  state[PREV_INPUT] = input;
}

/** Tells the view which room the hero steps into. */
function enterRoom(world: TopWorld, state: State, events: EventSink): void {
  if (((state[CLOCK] as number) & 7) !== 0) return;
  const tx = (state[HX] as number) >> SHIFT;
  const ty = (state[HY] as number) >> SHIFT;
  const room = world.rooms.findIndex((r) => tx >= r.x && ty >= r.y && tx < r.x + r.w && ty < r.y + r.h);
  if (room < 0 || state[H_ROOM] === room + 1) return;
  state[H_ROOM] = room + 1;
  emit(events, 'room', state[HX] as number, state[HY] as number, undefined, room);
}
