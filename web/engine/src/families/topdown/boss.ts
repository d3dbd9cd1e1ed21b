/** The boss: three phases by health, each move announced by a tell, each followed by a rest in which it can be struck. */
import { atan256, cos256, sin256 } from '../../core/int';
import { randomInt } from '../../core/rng';
import { E_FACING, E_HP, E_STATE, E_TIMER, E_VX, E_VY, E_X, E_Y, HX, HY } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { moveBody } from '../../systems/topdown';
import { sees } from '../../systems/topdown-sight';
import { emit } from './hurt';
import { BOSS_AWAKE, E_AIM, E_ALERT, E_MEMO, HUNT, REST, ROAM, STRIKE, TILE, WINDUP } from './layout';
import { BLOCK_SIGHT } from './legend';
import { enemyShot } from './shots';
import type { Foe, TopWorld } from './world';

const CHARGE = 0;
const FAN = 1;
const RING = 2;
/** Moves of each phase, in the order they come. */
const REPERTOIRE = [
  [CHARGE, FAN],
  [FAN, CHARGE, RING],
  [CHARGE, RING, CHARGE, FAN],
] as const;

/** 0, 1 or 2. */
export function phaseOf(foe: Foe, hp: number): number {
  return hp * 3 > foe.hp * 2 ? 0 : hp * 3 > foe.hp ? 1 : 2;
}

export function stepBoss(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number, events: EventSink): void {
  if ((state[at + E_ALERT] as number) > 0) state[at + E_ALERT] = (state[at + E_ALERT] as number) - 1;
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  const phase = phaseOf(foe, state[at + E_HP] as number);
  if (state[at + E_STATE] === ROAM) {
    const near = Math.abs(dx) < 7 * TILE && Math.abs(dy) < 6 * TILE;
    if (!near || !sees(world, state, x, y, state[HX] as number, state[HY] as number, BLOCK_SIGHT)) return;
    if (state[BOSS_AWAKE] === 0) emit(events, 'boss', x, y, foe.type);
    state[BOSS_AWAKE] = 1;
    enter(state, at, HUNT, 70);
    return;
  }
  if (phase + 1 > (state[BOSS_AWAKE] as number)) {
    state[BOSS_AWAKE] = phase + 1;
    emit(events, 'boss_phase', x, y, foe.type, phase + 1);
  }
  const left = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = left;
  switch (state[at + E_STATE]) {
    case HUNT: {
      stalk(world, state, at, foe, dx, dy, phase);
      if (left > 0) return;
      state[at + E_MEMO] = ((state[at + E_MEMO] as number) + 1) % 240;
      state[at + E_AIM] = atan256(dy, dx);
      enter(state, at, WINDUP, world.n.enemyWindup + (phase === 0 ? 8 : 0));
      return;
    }
    case WINDUP:
      if (left > 0) return;
      if (moveOf(state, at, phase) === CHARGE) {
        const speed = foe.a.hunt * 3 + (phase * foe.a.hunt) / 2;
        const aim = state[at + E_AIM] as number;
        state[at + E_VX] = Math.trunc((cos256(aim) * speed) / 16384);
        state[at + E_VY] = Math.trunc((sin256(aim) * speed) / 16384);
        enter(state, at, STRIKE, 42);
      } else {
        volley(world, state, at, phase, events);
        enter(state, at, REST, 62 - phase * 8);
      }
      return;
    case STRIKE: {
      const hit = moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, state[at + E_VX] as number, state[at + E_VY] as number);
      if (hit === 0 && left > 0) return;
      if (hit !== 0) emit(events, 'bounce', x, y, foe.type);
      enter(state, at, REST, hit !== 0 ? 75 - phase * 10 : 50);
      return;
    }
    default:
      if (left <= 0) enter(state, at, HUNT, 80 - phase * 18 + randomInt(state, 20));
  }
}

function enter(state: State, at: number, next: number, ticks: number): void {
  state[at + E_STATE] = next;
  state[at + E_TIMER] = ticks;
}

export function moveOf(state: State, at: number, phase: number): number {
  const moves = REPERTOIRE[phase]!;
  return moves[(state[at + E_MEMO] as number) % moves.length] as number;
}

/** Circles at two and a half tiles, coming nearer in the later phases. */
function stalk(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number, phase: number): void {
  const aim = atan256(dy, dx);
  state[at + E_FACING] = ((aim + 16) >> 5) & 7;
  const close = dx * dx + dy * dy < 9 * TILE * TILE;
  const heading = close ? aim + 64 : aim + 12;
  const speed = phase === 2 ? foe.a.hunt : foe.a.roam;
  moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, (cos256(heading) * speed) >> 14, (sin256(heading) * speed) >> 14);
}

function volley(world: TopWorld, state: State, at: number, phase: number, events: EventSink): void {
  const aim = state[at + E_AIM] as number;
  const speed = world.n.enemyShotSpeed;
  if (moveOf(state, at, phase) === FAN) {
    const wings = phase === 0 ? 1 : 2;
    for (let i = -wings; i <= wings; i++) enemyShot(world, state, at, (aim + i * 18) & 255, speed, events);
  } else {
    const count = phase === 1 ? 8 : 10;
    for (let i = 0; i < count; i++)
      enemyShot(world, state, at, (aim + Math.trunc((i * 256) / count) + 12) & 255, speed - (speed >> 2), events);
  }
}
