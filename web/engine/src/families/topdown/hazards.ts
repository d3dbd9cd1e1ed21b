/** Spikes, arrow traps and sliding blades. All run on the clock alone, so they need no state and can be foreseen. */
import { HX, HY } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { emit, hurtHero } from './hurt';
import { CLOCK, H_DOWN, HALF_TILE, HURT_HALF, SHIFT, SHOT_ARROW, TILE } from './layout';
import { SPIKE_CODE } from './legend';
import { launch } from './shots';
import type { ArrowTrap, Blade, TopWorld } from './world';

export const SPIKES_SAFE = 0;
export const SPIKES_RISING = 1;
export const SPIKES_UP = 2;
const RISING_TICKS = 24;

/** Half the side of a blade. */
export const BLADE_HALF = 6 * 256;

export function spikesAt(world: TopWorld, clock: number, tx: number, ty: number): number {
  const { spikePeriod, spikeWave } = world.n;
  const t = (clock + (tx + ty) * spikeWave) % spikePeriod;
  const down = Math.trunc(spikePeriod * 0.55);
  return t < down - RISING_TICKS ? SPIKES_SAFE : t < down ? SPIKES_RISING : SPIKES_UP;
}

export function bladeAt(blade: Blade, clock: number): [number, number] {
  const t = (clock + blade.phase) % (2 * blade.leg);
  const along = t < blade.leg ? t : 2 * blade.leg - t;
  return [
    blade.x0 + Math.trunc(((blade.x1 - blade.x0) * along) / blade.leg),
    blade.y0 + Math.trunc(((blade.y1 - blade.y0) * along) / blade.leg),
  ];
}

/** Ticks until the trap shoots next. */
export function untilArrow(trap: ArrowTrap, clock: number): number {
  return (trap.period - ((clock + trap.phase) % trap.period)) % trap.period;
}

export function stepHazards(world: TopWorld, state: State, events: EventSink): void {
  const clock = state[CLOCK] as number;
  const hx = state[HX] as number;
  const hy = state[HY] as number;
  for (const trap of world.traps) {
    if (untilArrow(trap, clock) !== 0) continue;
    const x = trap.tx * TILE + HALF_TILE;
    const y = trap.ty * TILE + HALF_TILE;
    if (Math.abs(x - hx) > 13 * TILE || Math.abs(y - hy) > 9 * TILE) continue;
    const angle = trap.facing * 32;
    const ox = trap.facing === 0 ? TILE - 512 : trap.facing === 4 ? -TILE + 512 : 0;
    const oy = trap.facing === 2 ? TILE - 512 : trap.facing === 6 ? -TILE + 512 : 0;
    if (launch(world, state, SHOT_ARROW, x + ox, y + oy, angle, world.n.enemyShotSpeed + 150)) emit(events, 'enemy_shoot', x, y, trap.type);
  }
  if ((state[H_DOWN] as number) > 0) return;
  for (const blade of world.blades) {
    const [x, y] = bladeAt(blade, clock);
    const reach = BLADE_HALF + HURT_HALF - 256;
    if (Math.abs(x - hx) < reach && Math.abs(y - hy) < reach) hurtHero(world, state, 1, x, y, events);
  }
  // Spikes hurt whoever stands with the middle of the body over them.
  const tx = hx >> SHIFT;
  const ty = hy >> SHIFT;
  if (world.tiles[ty * world.width + tx] === SPIKE_CODE && spikesAt(world, clock, tx, ty) === SPIKES_UP) {
    hurtHero(world, state, 1, tx * TILE + HALF_TILE, ty * TILE + HALF_TILE, events);
  }
}
