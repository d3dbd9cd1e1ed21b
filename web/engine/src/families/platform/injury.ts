/** Blows, deaths and coming back. */
import { CHECKPOINT, HFACING, HITSTOP, HP, HVX, HVY, HX, HY, INVULNERABLE, LIVES, LOST, STATUS } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { setAnim } from './hero';
import * as L from './layout';
import type { PlatformWorld } from './world';

const STUN_TICKS = 12;
const DEAD_TICKS = 36;
const RESPAWN_SAFE_TICKS = 75;
/** 110 px/s aside, 110 px/s up. */
const KNOCK = 469;
const BLOW_HITSTOP = 6;

/** Take `damage` from the hero unless he cannot be hurt now; `fromX` is where the blow comes from. */
export function hurtHero(world: PlatformWorld, state: State, damage: number, fromX: number, events: EventSink, of: number): void {
  if ((state[INVULNERABLE] as number) > 0 || (state[L.STAR] as number) > 0 || (state[L.DEAD] as number) > 0 || damage <= 0) return;
  const p = world.physics;
  state[HP] = (state[HP] as number) - damage;
  if ((state[HP] as number) <= 0) {
    die(world, state, events, of);
    return;
  }
  state[INVULNERABLE] = p.invulnerable;
  state[L.STUNNED] = STUN_TICKS;
  state[L.DASHING] = 0;
  state[L.RISE] = 0;
  state[L.THROWN] = 0;
  state[L.RIDING] = 0;
  state[L.GROUNDED] = 0;
  state[L.FORCED] = 0;
  state[HVX] = (state[HX] as number) + (p.w >> 1) < fromX ? -KNOCK : KNOCK;
  state[HVY] = -KNOCK;
  state[HITSTOP] = BLOW_HITSTOP;
  if (events !== null)
    events.push({
      type: 'hurt',
      x: (state[HX] as number) / 256,
      y: (state[HY] as number) / 256,
      entity: world.types[of]?.type ?? '',
      value: damage,
    });
}

export function die(world: PlatformWorld, state: State, events: EventSink, of: number): void {
  if ((state[L.DEAD] as number) > 0) return;
  state[HP] = 0;
  state[LIVES] = (state[LIVES] as number) - 1;
  state[L.DEAD] = DEAD_TICKS;
  state[HITSTOP] = BLOW_HITSTOP;
  state[L.RIDING] = 0;
  state[HVX] = 0;
  state[HVY] = 0;
  setAnim(state, L.DIE);
  if (events !== null)
    events.push({ type: 'die', x: (state[HX] as number) / 256, y: (state[HY] as number) / 256, entity: world.types[of]?.type ?? '' });
}

/** One tick of lying dead: then back at the checkpoint, or the end. */
export function stepDead(world: PlatformWorld, state: State, events: EventSink): void {
  state[L.DEAD] = (state[L.DEAD] as number) - 1;
  setAnim(state, L.DIE);
  if ((state[L.DEAD] as number) > 0) return;
  if ((state[LIVES] as number) <= 0) {
    state[STATUS] = LOST;
    if (events !== null) events.push({ type: 'lose', x: (state[HX] as number) / 256, y: (state[HY] as number) / 256 });
    return;
  }
  const p = world.physics;
  const checkpoint = state[CHECKPOINT] as number;
  const item = checkpoint > 0 ? world.items[checkpoint - 1] : undefined;
  state[HX] = item === undefined ? world.startX : item.x - (p.w >> 1);
  state[HY] = item === undefined ? world.startY : item.y + item.halfH - p.h;
  state[HVX] = 0;
  state[HVY] = 0;
  state[HFACING] = 1;
  state[HP] = p.health;
  state[INVULNERABLE] = RESPAWN_SAFE_TICKS;
  for (const field of [L.RISE, L.THROWN, L.DASHING, L.STUNNED, L.FORCED, L.BUFFER, L.COYOTE, L.STAR, L.GROUNDED, L.DROPPING])
    state[field] = 0;
  setAnim(state, L.IDLE);
  if (events !== null) events.push({ type: 'respawn', x: (state[HX] as number) / 256, y: (state[HY] as number) / 256 });
}
