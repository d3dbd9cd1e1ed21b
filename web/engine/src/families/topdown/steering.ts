/** Senses and legs of enemies: noticing the hero, finding the way to it, walking without sticking. */
import { approach, atan256, isqrt } from '../../core/int';
import { E_FACING, E_VX, E_VY, E_X, E_Y, ENTITIES, FREE, HX, HY, STRIDE } from '../../core/state';
import type { State } from '../../core/types';
import { HIT_X, HIT_Y, moveBody, slipCorner } from '../../systems/topdown';
import { distanceField, FAR, sees } from '../../systems/topdown-sight';
import { CLOCK, DIR_X, DIR_Y, DOORS, E_ALERT, HALF_TILE, SHIFT, TILE } from './layout';
import { BLOCK_FLY, BLOCK_SIGHT } from './legend';
import type { Foe, TopWorld } from './world';

/** Remembers the hero for a while after losing sight of it. Looks only every eighth tick: sight is the dearest thing here. */
export function notice(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number): boolean {
  const alert = state[at + E_ALERT] as number;
  if (alert > 0) state[at + E_ALERT] = alert - 1;
  if ((((state[CLOCK] as number) + at) & 7) === 0) {
    const range = Math.trunc((world.n.sight * foe.a.sight) / 100);
    if (Math.abs(dx) < range && Math.abs(dy) < range && dx * dx + dy * dy < range * range && seesHero(world, state, at))
      state[at + E_ALERT] = 150;
  }
  if ((state[at + E_ALERT] as number) === 0) return false;
  // A leash: nobody is followed across the whole map.
  const away = Math.max(Math.abs((state[at + E_X] as number) - foe.x), Math.abs((state[at + E_Y] as number) - foe.y));
  return away < 10 * TILE;
}

export function seesHero(world: TopWorld, state: State, at: number): boolean {
  return sees(world, state, state[at + E_X] as number, state[at + E_Y] as number, state[HX] as number, state[HY] as number, BLOCK_SIGHT);
}

/** Move with velocity, slipping round corners. Returns hit bits. */
export function roll(world: TopWorld, state: State, at: number, foe: Foe): number {
  const vx = state[at + E_VX] as number;
  const vy = state[at + E_VY] as number;
  const hit = moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, vx, vy);
  if (hit === 0) return 0;
  const speed = Math.max(Math.abs(vx), Math.abs(vy));
  if ((hit & HIT_X) !== 0 && Math.abs(vx) >= Math.abs(vy))
    slipCorner(world, state, at + E_X, foe.a.half, foe.a.mask, Math.sign(vx), 0, foe.a.half, speed);
  else if ((hit & HIT_Y) !== 0 && Math.abs(vy) >= Math.abs(vx))
    slipCorner(world, state, at + E_X, foe.a.half, foe.a.mask, 0, Math.sign(vy), foe.a.half, speed);
  return hit;
}

/** Velocity of `speed` towards (dx, dy), eased so that turns can be read. */
export function steer(state: State, at: number, dx: number, dy: number, speed: number): void {
  const far = Math.max(1, isqrt(dx * dx + dy * dy));
  const gain = Math.max(8, speed >> 3);
  state[at + E_VX] = approach(state[at + E_VX] as number, Math.trunc((dx * speed) / far), gain);
  state[at + E_VY] = approach(state[at + E_VY] as number, Math.trunc((dy * speed) / far), gain);
  if (Math.abs(dx) > 64 || Math.abs(dy) > 64) state[at + E_FACING] = ((atan256(dy, dx) + 16) >> 5) & 7;
}

/** Next step towards the hero over the ground, as a point to walk to relative to the body. */
export function towards(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number): [number, number] {
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  if (sees(world, state, x, y, x + dx, y + dy, foe.a.mask)) return [dx, dy];
  const field = pursuit(world, state, foe.a.mask);
  const tx = x >> SHIFT;
  const ty = y >> SHIFT;
  let best = field[ty * world.width + tx] as number;
  let stepX = 0;
  let stepY = 0;
  for (let d = 0; d < 8; d += 2) {
    const nx = tx + ((DIR_X[d] as number) >> 8);
    const ny = ty + ((DIR_Y[d] as number) >> 8);
    if (nx < 0 || ny < 0 || nx >= world.width || ny >= world.height) continue;
    const cost = field[ny * world.width + nx] as number;
    if (cost < best) {
      best = cost;
      stepX = nx;
      stepY = ny;
    }
  }
  if (best === FAR || (stepX === 0 && stepY === 0)) return [dx, dy];
  return [stepX * TILE + HALF_TILE - x, stepY * TILE + HALF_TILE - y];
}

/** Distance field towards the hero's tile, twelve steps wide. Follows from doors and tile alone, so a cache of it is no state. */
function pursuit(world: TopWorld, state: State, mask: number): Int16Array {
  const goal = ((state[HY] as number) >> SHIFT) * world.width + ((state[HX] as number) >> SHIFT);
  const ground = (state[DOORS] as number) * 2 + (mask === BLOCK_FLY ? 1 : 0);
  const key = ground * 65536 + goal;
  const known = world.pursuit.get(key);
  if (known !== undefined) return known;
  let open = world.passable.get(ground);
  if (open === undefined) {
    open = new Uint8Array(world.tiles.length);
    for (let i = 0; i < open.length; i++) open[i] = world.blocked(state, i % world.width, Math.floor(i / world.width), mask) ? 0 : 1;
    world.passable.set(ground, open);
  }
  const field = distanceField(world.width, world.height, [goal], open, 12);
  if (world.pursuit.size > 400) world.pursuit.clear();
  world.pursuit.set(key, field);
  return field;
}

/** A shove away from the nearest other enemy, so that a pack does not become one. */
export function apart(world: TopWorld, state: State, at: number, foe: Foe): void {
  if ((((state[CLOCK] as number) + at) & 3) !== 0) return;
  for (let i = 0; i < world.loose; i++) {
    const other = ENTITIES + i * STRIDE;
    if (other === at || state[other] === FREE) continue;
    const dx = (state[at + E_X] as number) - (state[other + E_X] as number);
    const dy = (state[at + E_Y] as number) - (state[other + E_Y] as number);
    const near = foe.a.half * 2;
    if (dx > near || dx < -near || dy > near || dy < -near) continue;
    moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, Math.sign(dx) * 128, (dy === 0 && dx === 0 ? 1 : Math.sign(dy)) * 128);
    return;
  }
}
