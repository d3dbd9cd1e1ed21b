/** Keys, doors, coins, chests, potions, levers, checkpoints and the goal: whatever the hero touches. */
import { CHECKPOINT, COLLECTED, HP, HX, HY, KEYS, PROGRESS, SCORE } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { collected, emit, openDoor, win } from './hurt';
import { CLOCK, DOORS, H_DOWN, H_MAX_HP, H_POWER, HERO_HALF, ITEMS, SHIFT, TILE } from './layout';
import type { Item, ItemKind, TopWorld } from './world';

const MIGHT_TICKS = 900;

export function taken(state: State, item: number): boolean {
  return (((state[ITEMS + (item >> 5)] as number) >>> (item & 31)) & 1) !== 0;
}

export function take(state: State, item: number): void {
  state[ITEMS + (item >> 5)] = (state[ITEMS + (item >> 5)] as number) | (1 << (item & 31));
}

/** Where a fallen hero rises: the last checkpoint, or the start. */
export function respawnPoint(world: TopWorld, state: State): [number, number] {
  const at = (state[CHECKPOINT] as number) - 1;
  const item = world.items[at];
  if (item === undefined) return [world.startX, world.startY];
  return [item.tx * TILE + TILE / 2, item.ty * TILE + TILE / 2];
}

export function touch(world: TopWorld, state: State, events: EventSink): void {
  if ((state[H_DOWN] as number) > 0) return;
  const x = state[HX] as number;
  const y = state[HY] as number;
  const left = (x - HERO_HALF) >> SHIFT;
  const right = (x + HERO_HALF - 1) >> SHIFT;
  const top = (y - HERO_HALF) >> SHIFT;
  const bottom = (y + HERO_HALF - 1) >> SHIFT;
  for (let ty = top; ty <= bottom; ty++) {
    for (let tx = left; tx <= right; tx++) {
      const item = world.itemAt[ty * world.width + tx] as number;
      if (item >= 0 && !taken(state, item)) pick(world, state, item, events);
    }
  }
  // Doors are opened by pushing against them: a ring one subpixel wide around the body.
  if (world.byDoor[(y >> SHIFT) * world.width + (x >> SHIFT)] === 1) {
    for (let ty = (y - HERO_HALF - 256) >> SHIFT; ty <= (y + HERO_HALF + 255) >> SHIFT; ty++) {
      for (let tx = (x - HERO_HALF - 256) >> SHIFT; tx <= (x + HERO_HALF + 255) >> SHIFT; tx++) unlock(world, state, tx, ty, events);
    }
  }
}

function unlock(world: TopWorld, state: State, tx: number, ty: number, events: EventSink): void {
  if (tx < 0 || ty < 0 || tx >= world.width || ty >= world.height) return;
  const index = world.doorAt[ty * world.width + tx] as number;
  const door = world.doors[index];
  if (door === undefined || door.needs !== 'key') return;
  // The corner of the ring does not count: a door is faced, not brushed.
  const ox = Math.abs((state[HX] as number) - (tx * TILE + TILE / 2));
  const oy = Math.abs((state[HY] as number) - (ty * TILE + TILE / 2));
  if (Math.min(ox, oy) > TILE / 2) return;
  if ((((state[KEYS] as number) >> door.lock) & 1) !== 0) openDoor(world, state, index, events);
  else if (((state[CLOCK] as number) & 31) === 0 && (((state[DOORS] as number) >> index) & 1) === 0) {
    emit(events, 'locked', tx * TILE + TILE / 2, ty * TILE + TILE / 2, door.type, door.lock);
  }
}

function pick(world: TopWorld, state: State, index: number, events: EventSink): void {
  const item = world.items[index] as Item;
  const x = item.tx * TILE + TILE / 2;
  const y = item.ty * TILE + TILE / 2;
  switch (item.kind) {
    case 'goal':
      if (goalOpen(world, state)) win(state, events);
      return;
    case 'checkpoint':
      take(state, index);
      state[CHECKPOINT] = index + 1;
      state[HP] = Math.max(state[HP] as number, Math.min(state[H_MAX_HP] as number, (state[HP] as number) + 1));
      emit(events, 'checkpoint', x, y, item.type);
      return;
    case 'lever':
      take(state, index);
      emit(events, 'lever', x, y, item.type);
      openLevers(world, state, item.door, events);
      return;
    case 'chest':
      take(state, index);
      emit(events, 'chest', x, y, item.type);
      gain(world, state, item, item.loot ?? 'coin', events);
      return;
    case 'potion':
      if ((state[HP] as number) >= (state[H_MAX_HP] as number)) return;
      take(state, index);
      gain(world, state, item, item.kind, events);
      return;
    default:
      take(state, index);
      gain(world, state, item, item.kind, events);
  }
}

/** A gate opens once all its levers are thrown. */
function openLevers(world: TopWorld, state: State, door: number, events: EventSink): void {
  for (let i = 0; i < world.items.length; i++) {
    const item = world.items[i] as Item;
    if (item.kind === 'lever' && item.door === door && !taken(state, i)) return;
  }
  if (door >= 0 && door < world.doors.length) openDoor(world, state, door, events);
}

function gain(world: TopWorld, state: State, item: Item, kind: ItemKind, events: EventSink): void {
  const x = item.tx * TILE + TILE / 2;
  const y = item.ty * TILE + TILE / 2;
  state[SCORE] = (state[SCORE] as number) + item.score;
  switch (kind) {
    case 'key':
      state[KEYS] = (state[KEYS] as number) | (1 << item.lock);
      emit(events, 'key', x, y, item.type, item.lock);
      return;
    case 'potion':
      state[HP] = Math.min(state[H_MAX_HP] as number, (state[HP] as number) + 2);
      emit(events, 'powerup', x, y, item.type);
      return;
    case 'might':
      state[H_POWER] = MIGHT_TICKS;
      emit(events, 'powerup', x, y, item.type);
      return;
    default: {
      collected(state, 1);
      emit(events, 'collect', x, y, item.type, item.score);
      const { mark } = world.scene.level;
      if (mark.kind === 'collect') {
        const target = Math.max(1, mark.value);
        state[PROGRESS] = Math.min(1000, Math.trunc(((state[COLLECTED] as number) * 1000) / target));
        if ((state[COLLECTED] as number) >= target) win(state, events);
      }
    }
  }
}

export function goalOpen(world: TopWorld, _state: State): boolean {
  return world.scene.level.mark.kind === 'goal';
}
