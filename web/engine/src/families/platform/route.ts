/** How far the hero still has to go, in tiles: to the key while one is needed, then to the goal or the boss. */
import { E_HP, E_TYPE, E_X, E_Y, ENTITIES, FREE, HVY, HX, HY, KEYS, STRIDE } from '../../core/state';
import type { State } from '../../core/types';
import { hasBit } from '../../systems/platform/bits';
import { climb } from '../../systems/platform/climb';
import { DOOR, ONE_WAY, TILE, TILE_SHIFT } from '../../systems/platform/tiles';
import * as L from './layout';
import type { Physics } from './rules';
import { blocks, isHarmful, type PlatformWorld } from './world';

/** What a hit point of the boss is worth, tiles. */
const BOSS_WORTH = 60;
const FAR = 4000;

function cellOf(world: PlatformWorld, x: number, y: number): number {
  const tx = Math.min(world.width - 1, Math.max(0, x >> TILE_SHIFT));
  const ty = Math.min(world.height - 1, Math.max(0, y >> TILE_SHIFT));
  return ty * world.width + tx;
}

/** What a rise from this speed, held so many ticks, comes to, subpixels: the held part, then braked, more gently near the apex. */
function riseFrom(p: Physics, speed: number, held: number): number {
  const fast = Math.max(0, speed * speed - p.apexSpeed * p.apexSpeed);
  const slow = Math.min(speed, p.apexSpeed);
  return speed * held + Math.floor(fast / (2 * p.gravity)) + Math.floor((slow * slow) / (2 * p.apexGravity));
}

/** Height of a jump from the ground with all that the mechanics add to it, tiles. */
function fullRise(p: Physics): number {
  const jump = riseFrom(p, p.jump, p.hold);
  const dash = p.dash ? p.dashFrames * p.dashSpeed + riseFrom(p, p.jump >> 1, 0) : 0;
  return Math.max(1, (jump * (1 + p.airJumps) + dash) >> TILE_SHIFT);
}

function openCells(world: PlatformWorld, throughDoors: boolean): Uint8Array {
  const out = new Uint8Array(world.tiles.length);
  for (let i = 0; i < out.length; i++) {
    const code = world.tiles[i] as number;
    if (!isHarmful(code) && ((throughDoors && code === DOOR) || !blocks(code))) out[i] = 1;
  }
  return out;
}

/** Cells with footing: over ground, on the ways of platforms, in the throw of a spring, beside walls for who can jump off them. */
function footing(world: PlatformWorld): Uint8Array {
  const { width, height, tiles } = world;
  const out = new Uint8Array(tiles.length);
  for (let i = 0; i + width < tiles.length; i++) {
    const below = tiles[i + width] as number;
    if (below === ONE_WAY || blocks(below)) out[i] = 1;
  }
  const box = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = Math.max(0, y0); y <= Math.min(height - 1, y1); y++) {
      for (let x = Math.max(0, x0); x <= Math.min(width - 1, x1); x++) out[y * width + x] = 1;
    }
  };
  const stand = (x: number, y: number, w: number, dx: number, dy: number): void => {
    const row = Math.min(y, y + dy) >> TILE_SHIFT;
    box(Math.min(x, x + dx) >> TILE_SHIFT, row - 1, (Math.max(x, x + dx) + w - 1) >> TILE_SHIFT, (Math.max(y, y + dy) >> TILE_SHIFT) - 1);
  };
  for (const t of world.platforms) stand(t.x, t.y, t.w, t.dx, t.dy);
  for (const c of world.crumbling) stand(c.x, c.y, c.w, 0, 0);
  const thrown = riseFrom(world.physics, world.physics.springSpeed, 6);
  for (const item of world.items) {
    if (item.kind === 'spring')
      box((item.x - TILE) >> TILE_SHIFT, (item.y - thrown) >> TILE_SHIFT, (item.x + TILE) >> TILE_SHIFT, item.y >> TILE_SHIFT);
  }
  if (world.physics.wallJump) {
    for (let i = 1; i + 1 < tiles.length; i++) if (blocks(tiles[i - 1] as number) || blocks(tiles[i + 1] as number)) out[i] = 1;
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
  const rise = fullRise(world.physics);
  const carries = footing(world);
  const field = (targets: readonly number[], throughDoors: boolean): Int32Array =>
    climb({ width: world.width, height: world.height, open: openCells(world, throughDoors), carries, rise }, targets);
  // On the way to a key, doors are walls.
  world.fields = { goal: field(goals, true), key: doors > 0 && keys.length > 0 ? field(keys, false) : null, carries, rise };
  return world.fields;
}

/** Tiles that the hero has risen since there was footing, as far as what is left of the jump tells. */
function risen(world: PlatformWorld, state: State, rise: number): number {
  if (state[L.GROUNDED] === 1 || (state[L.WALL] as number) !== 0) return 0;
  const p = world.physics;
  const vy = state[HVY] as number;
  const held = (state[L.RISE] as number) + (state[L.THROWN] as number) + (state[L.DASHING] as number);
  let left = vy < 0 ? riseFrom(p, -vy, held) : 0;
  left += (state[L.AIR_JUMPS] as number) * riseFrom(p, p.jump, p.hold);
  if (p.dash && (state[L.DASHES] as number) > 0) left += p.dashFrames * p.dashSpeed;
  return Math.max(0, rise - (left >> TILE_SHIFT));
}

/** Tiles from a cell along a field; -1 where there is no way. */
function along(fields: NonNullable<PlatformWorld['fields']>, field: Int32Array, cell: number, height: number): number {
  const at = cell * (fields.rise + 1);
  const cost = field[fields.carries[cell] === 1 ? at : at + height] as number;
  return cost < 0 ? -1 : cost / 4;
}

/** Tiles left, about; includes the way with the key in hand and the boss's hit points. */
export function remaining(world: PlatformWorld, state: State): number {
  const fields = fieldsOf(world);
  const p = world.physics;
  const cell = cellOf(world, (state[HX] as number) + (p.w >> 1), (state[HY] as number) + (p.h >> 1));
  const height = risen(world, state, fields.rise);
  if (fields.key !== null) {
    const wanted = world.items.findIndex((item, i) => item.kind === 'door' && !hasBit(state, world.bits, i));
    if (wanted >= 0 && (state[KEYS] as number) === 0) {
      const d = along(fields, fields.key, cell, height);
      const key = world.items.find((item) => item.kind === 'key');
      const rest = key === undefined ? 0 : along(fields, fields.goal, cellOf(world, key.x, key.y), fields.rise);
      return d < 0 ? FAR : d + Math.max(0, rest);
    }
  }
  const d = along(fields, fields.goal, cell, height);
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
