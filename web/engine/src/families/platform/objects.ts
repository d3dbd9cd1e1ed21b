/** Things of the level that are not foes: items, springs, doors, checkpoints, saws. */
import { CHECKPOINT, COLLECTED, HP, HVY, HX, HY, KEYS, LIVES, PROGRESS, SCORE, STATUS, WON } from '../../core/state';
import type { EventSink, EventType, State } from '../../core/types';
import { hasBit, setBit } from '../../systems/platform/bits';
import { shuttleX, shuttleY } from '../../systems/platform/shuttle';
import { TILE_SHIFT } from '../../systems/platform/tiles';
import { throwUp } from './hero';
import { hurtHero } from './injury';
import * as L from './layout';
import type { Item, PlatformWorld } from './world';

export const STAR_TICKS = 480;
const SPRING_TICKS = 6;

function itemEvent(world: PlatformWorld, events: EventSink, type: EventType, x: number, y: number, of: number, value?: number): void {
  if (events === null) return;
  const event = { type, x: x / 256, y: y / 256, entity: world.types[of]?.type ?? '' };
  events.push(value === undefined ? event : { ...event, value });
}

/** Everything in the cells around the hero that the hero's box meets. */
export function touchItems(world: PlatformWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const x = state[HX] as number;
  const y = state[HY] as number;
  const { width, height, itemAt } = world;
  const x0 = Math.max(0, (x >> TILE_SHIFT) - 1);
  const x1 = Math.min(width - 1, ((x + p.w) >> TILE_SHIFT) + 1);
  const y0 = Math.max(0, (y >> TILE_SHIFT) - 1);
  const y1 = Math.min(height - 1, ((y + p.h) >> TILE_SHIFT) + 1);
  for (let ty = y0; ty <= y1; ty++) {
    for (let at = ty * width + x0, end = ty * width + x1; at <= end; at++) {
      for (let i = itemAt[at] as number; i >= 0; i = world.items[i]!.next) {
        const item = world.items[i]!;
        if (
          x < item.x + item.halfW &&
          x + p.w > item.x - item.halfW &&
          y < item.y + item.halfH &&
          y + p.h > item.y - item.halfH &&
          !hasBit(state, world.bits, i)
        ) {
          touch(world, state, i, item, events);
        }
      }
    }
  }
}

function touch(world: PlatformWorld, state: State, i: number, item: Item, events: EventSink): void {
  const p = world.physics;
  const say = (type: EventType, value?: number): void => itemEvent(world, events, type, item.x, item.y, item.type, value);
  switch (item.kind) {
    case 'collectible':
    case 'chest':
      setBit(state, world.bits, i);
      state[COLLECTED] = (state[COLLECTED] as number) + 1;
      state[SCORE] = (state[SCORE] as number) + item.score;
      say(item.kind === 'chest' ? 'chest' : 'collect', item.score);
      break;
    case 'key':
      setBit(state, world.bits, i);
      state[KEYS] = (state[KEYS] as number) + 1;
      say('key');
      break;
    case 'powerup':
      setBit(state, world.bits, i);
      state[SCORE] = (state[SCORE] as number) + item.score;
      if (item.effect === 'star') state[L.STAR] = STAR_TICKS;
      else if (item.effect === 'life') state[LIVES] = (state[LIVES] as number) + 1;
      else state[HP] = Math.min(p.health, (state[HP] as number) + 1);
      say('powerup');
      break;
    case 'checkpoint':
      if (state[CHECKPOINT] !== i + 1) {
        setBit(state, world.bits, i);
        state[CHECKPOINT] = i + 1;
        say('checkpoint');
      }
      break;
    case 'spring':
      // The thrower is met from above only, so that one may walk past it.
      if ((state[HVY] as number) >= 0 && (state[HY] as number) + p.h <= item.y + item.halfH + 512) {
        throwUp(state, p.springSpeed, SPRING_TICKS);
        state[L.AIR_JUMPS] = p.airJumps;
        state[L.DASHES] = 1;
        say('spring');
      }
      break;
    case 'goal':
      if (world.boss < 0) winLevel(world, state, events);
      break;
    case 'door':
      break;
  }
}

/** Doors open to a hero with a key who touches them; without one they say that they are locked. */
export function tryDoors(world: PlatformWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const x = state[HX] as number;
  const y = (state[HY] as number) + (p.h >> 1);
  const ty = y >> TILE_SHIFT;
  if (ty < 0 || ty >= world.height) return;
  for (const edge of [x - 256, x + p.w + 255]) {
    const tx = edge >> TILE_SHIFT;
    if (tx < 0 || tx >= world.width) continue;
    const door = world.doorAt[ty * world.width + tx] as number;
    if (door < 0 || hasBit(state, world.bits, door)) continue;
    const item = world.items[door]!;
    if ((state[KEYS] as number) > 0) {
      state[KEYS] = (state[KEYS] as number) - 1;
      setBit(state, world.bits, door);
      itemEvent(world, events, 'door', item.x, item.y, item.type);
    } else if ((state[L.CLOCK] as number) % 30 === 0) itemEvent(world, events, 'locked', item.x, item.y, item.type);
  }
}

export function winLevel(world: PlatformWorld, state: State, events: EventSink): void {
  if (state[STATUS] !== 0) return;
  state[STATUS] = WON;
  state[PROGRESS] = 1000;
  state[SCORE] = (state[SCORE] as number) + 100 * Math.max(0, state[HP] as number);
  if (events !== null)
    events.push({ type: 'win', x: (state[HX] as number) / 256, y: (state[HY] as number) / 256, value: state[SCORE] as number });
  void world;
}

/** Saws and the like: forgiving by two pixels all around. */
export function touchSaws(world: PlatformWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const x = state[HX] as number;
  const y = state[HY] as number;
  const clock = state[L.CLOCK] as number;
  for (let i = 0; i < world.saws.length; i++) {
    const saw = world.saws[i]!;
    const left = saw.dx < 0 ? saw.x + saw.dx : saw.x;
    if (left > x + p.w || left + Math.abs(saw.dx) + saw.w < x) continue;
    const sx = shuttleX(saw, clock) + 512;
    const sy = shuttleY(saw, clock) + 512;
    if (x + p.w - p.inset > sx && x + p.inset < sx + saw.w - 1024 && y + p.h > sy && y + p.inset < sy + saw.h - 1024) {
      hurtHero(world, state, saw.damage, sx + (saw.w >> 1), events, saw.type);
    }
  }
}
