/** How far the hero still has to go, in tiles: to the key while one is needed, then to the goal or the boss. */
import { E_HP, E_TYPE, E_X, E_Y, ENTITIES, FREE, HX, HY, KEYS, STRIDE } from '../../core/state';
import type { State } from '../../core/types';
import { hasBit } from '../../systems/platform/bits';
import { flood } from '../../systems/platform/field';
import { DOOR, TILE_SHIFT } from '../../systems/platform/tiles';
import { blocks, isHarmful, type PlatformWorld } from './world';

/** What a hit point of the boss is worth, tiles. */
const BOSS_WORTH = 60;
const FAR = 4000;

function cellOf(world: PlatformWorld, x: number, y: number): number {
  const tx = Math.min(world.width - 1, Math.max(0, x >> TILE_SHIFT));
  const ty = Math.min(world.height - 1, Math.max(0, y >> TILE_SHIFT));
  return ty * world.width + tx;
}

function openCells(world: PlatformWorld, throughDoors: boolean): Uint8Array {
  const out = new Uint8Array(world.tiles.length);
  for (let i = 0; i < out.length; i++) {
    const code = world.tiles[i] as number;
    if (!isHarmful(code) && ((throughDoors && code === DOOR) || !blocks(code))) out[i] = 1;
  }
  return out;
}

function fieldsOf(world: PlatformWorld): NonNullable<PlatformWorld['fields']> {
  if (world.fields !== null) return world.fields;
  const goals: number[] = [];
  const keys: number[] = [];
  let doors = 0;
  for (const item of world.items) {
    if (item.kind === 'goal' && world.boss < 0) goals.push(cellOf(world, item.x, item.y));
    if (item.kind === 'key') keys.push(cellOf(world, item.x, item.y));
    if (item.kind === 'door') doors++;
  }
  const boss = world.enemies[world.boss];
  if (boss !== undefined) goals.push(cellOf(world, Math.max(boss.x, world.arena), boss.y));
  const goal = flood(world.width, world.height, goals, openCells(world, true));
  // On the way to a key, doors are walls.
  const key = doors > 0 && keys.length > 0 ? flood(world.width, world.height, keys, openCells(world, false)) : null;
  world.fields = { goal, key };
  return world.fields;
}

/** Tiles left, about; includes the way with the key in hand and the boss's hit points. */
export function remaining(world: PlatformWorld, state: State): number {
  const fields = fieldsOf(world);
  const p = world.physics;
  const cell = cellOf(world, (state[HX] as number) + (p.w >> 1), (state[HY] as number) + (p.h >> 1));
  if (fields.key !== null) {
    const wanted = world.items.findIndex((item, i) => item.kind === 'door' && !hasBit(state, world.bits, i));
    if (wanted >= 0 && (state[KEYS] as number) === 0) {
      const d = fields.key[cell] as number;
      const key = world.items.find((item) => item.kind === 'key');
      const rest = key === undefined ? 0 : (fields.goal[cellOf(world, key.x, key.y)] as number);
      return d < 0 ? FAR : d + Math.max(0, rest);
    }
  }
  const d = fields.goal[cell] as number;
  if (world.boss < 0) return d < 0 ? FAR : d;
  const at = ENTITIES + world.boss * STRIDE;
  if (state[at + E_TYPE] === FREE) return 0;
  const hp = state[at + E_HP] as number;
  if ((state[HX] as number) < world.arena) return (d < 0 ? FAR : d) + hp * BOSS_WORTH;
  const def = world.enemies[world.boss]!;
  const bx = (state[at + E_X] as number) + (def.w >> 1);
  const by = state[at + E_Y] as number;
  // In the arena: near it, above it.
  const dx = Math.abs((state[HX] as number) + (p.w >> 1) - bx) >> TILE_SHIFT;
  const dy = Math.abs((state[HY] as number) + p.h - by) >> TILE_SHIFT;
  return Math.min(BOSS_WORTH - 10, dx + dy) + hp * BOSS_WORTH;
}

export function heroTile(world: PlatformWorld, state: State): [number, number] {
  const p = world.physics;
  return [((state[HX] as number) + (p.w >> 1)) >> TILE_SHIFT, ((state[HY] as number) + (p.h >> 1)) >> TILE_SHIFT];
}
