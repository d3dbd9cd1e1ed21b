/** One tick of the jumper kind: every ledge throws the hero up; something rises from below. */
import { A, LEFT, RIGHT } from '../../../core/input';
import { approach } from '../../../core/int';
import {
  COLLECTED,
  ENDLESS,
  GLOBALS,
  HANIM,
  HERO_OWN,
  HFACING,
  HITSTOP,
  HP,
  HVX,
  HVY,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  MARK_REACHED,
  newState,
  PREV_INPUT,
  PROGRESS,
  SCORE,
  STATUS,
  TICK,
  TIME_LEFT,
  WON,
} from '../../../core/state';
import type { EventSink, EventType, InitOptions, State } from '../../../core/types';
import { hasBit, setBit } from '../../../systems/platform/bits';
import { shuttleX } from '../../../systems/platform/shuttle';
import { firstAbove, type JumperWorld, type Ledge, ledgeAt, ledgeX } from './world';

export const CLOCK = GLOBALS;
/** Smallest y reached standing on something, subpixels. */
export const BEST = GLOBALS + 1;
/** Where the rising thing is. */
export const RISING = GLOBALS + 2;
export const AIR_JUMPS = HERO_OWN;
export const ANIM_AGE = HERO_OWN + 1;
const GLIDING = HERO_OWN + 2;

export const IDLE = 0;
export const JUMP = 1;
export const FALL = 2;
export const HURT = 3;
export const FLY = 4;

/** The rising thing is never farther below than this, subpixels. */
const LEASH = 170 * 256;
const FIRST = 90 * 256;
const REACH = 8 * 256;
/** Points for each tile of height. */
const HEIGHT_SCORE = 1;

export function initJumper(world: JumperWorld, options?: InitOptions): State {
  const base = newState(0, world.seed);
  const state = new Int32Array(world.bits + ((world.flags + 31) >> 5));
  state.set(base);
  state[HP] = world.physics.health;
  state[LIVES] = options?.lives ?? 1;
  state[SCORE] = options?.score ?? 0;
  state[ENDLESS] = options?.endless === true ? 1 : 0;
  state[TIME_LEFT] = world.physics.timeLimit > 0 ? world.physics.timeLimit : -1;
  state[HX] = world.startX;
  state[HY] = world.startY;
  state[HFACING] = 1;
  state[BEST] = world.ground;
  state[RISING] = world.ground + FIRST;
  state[AIR_JUMPS] = world.physics.airJumps;
  return state;
}

function say(world: JumperWorld, state: State, events: EventSink, type: EventType, entity?: string, value?: number): void {
  if (events === null) return;
  const p = world.physics;
  const event = { type, x: ((state[HX] as number) + p.w / 2) / 256, y: ((state[HY] as number) + p.h / 2) / 256 };
  events.push({ ...event, ...(entity === undefined ? {} : { entity }), ...(value === undefined ? {} : { value }) });
}

export function stepJumper(world: JumperWorld, state: State, input: number, events: EventSink): void {
  if (state[STATUS] !== 0) return;
  state[TICK] = (state[TICK] as number) + 1;
  if ((state[HITSTOP] as number) > 0) {
    state[HITSTOP] = (state[HITSTOP] as number) - 1;
    return;
  }
  state[CLOCK] = (state[CLOCK] as number) + 1;
  if ((state[TIME_LEFT] as number) > 0) {
    state[TIME_LEFT] = (state[TIME_LEFT] as number) - 1;
    if (state[TIME_LEFT] === 0) {
      lose(world, state, events);
      return;
    }
  }
  if ((state[INVULNERABLE] as number) > 0) state[INVULNERABLE] = (state[INVULNERABLE] as number) - 1;
  const pressed = input & ~(state[PREV_INPUT] as number);
  state[PREV_INPUT] = input;
  move(world, state, input, pressed, events);
  land(world, state, events);
  meetFoes(world, state, events);
  meetPrizes(world, state, events);
  rise(world, state, events);
  animate(state);
}

function move(world: JumperWorld, state: State, input: number, pressed: number, events: EventSink): void {
  const p = world.physics;
  const mx = ((input & RIGHT) !== 0 ? 1 : 0) - ((input & LEFT) !== 0 ? 1 : 0);
  if (mx !== 0) state[HFACING] = mx;
  state[HVX] = approach(state[HVX] as number, mx * p.run, p.accel);
  let x = (state[HX] as number) + (state[HVX] as number);
  // The sides are joined: by the middle of the hero.
  if (x + (p.w >> 1) < 0) x += world.span;
  else if (x + (p.w >> 1) >= world.span) x -= world.span;
  state[HX] = x;
  let vy = (state[HVY] as number) + p.gravity;
  state[GLIDING] = 0;
  let limit = p.maxFall;
  if (p.glide && (input & A) !== 0 && vy > 0) {
    limit = p.glideSpeed;
    state[GLIDING] = 1;
  }
  vy = vy > limit ? approach(vy, limit, p.gravity * 2) : vy;
  if ((pressed & A) !== 0 && (state[AIR_JUMPS] as number) > 0) {
    state[AIR_JUMPS] = (state[AIR_JUMPS] as number) - 1;
    vy = -p.bounce;
    say(world, state, events, 'double_jump');
  }
  state[HVY] = vy;
}

function over(world: JumperWorld, x: number, left: number, w: number): boolean {
  const p = world.physics;
  // A hero half across the joined sides stands on both.
  for (const shift of [0, world.span, -world.span]) if (x + p.w > left + shift && x < left + w + shift) return true;
  return false;
}

function land(world: JumperWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const vy = state[HVY] as number;
  const y = state[HY] as number;
  if (vy < 0) {
    state[HY] = y + vy;
    return;
  }
  const feet = y + p.h;
  const below = feet + vy;
  const x = state[HX] as number;
  for (let i = firstAbove(world, below + 1); ; i++) {
    const ledge = ledgeAt(world, i);
    if (ledge.y < feet) break;
    if (ledge.y > below) continue;
    if (i < world.ledges.length && ledge.crumbles && hasBit(state, world.bits, i)) continue;
    if (!over(world, x, ledgeX(ledge, state[CLOCK] as number), ledge.w)) continue;
    bounce(world, state, i, ledge, events);
    return;
  }
  if (below >= world.ground && feet <= world.ground) {
    state[HY] = world.ground - p.h;
    state[HVY] = -p.bounce;
    state[AIR_JUMPS] = p.airJumps;
    say(world, state, events, 'bounce');
    return;
  }
  state[HY] = y + vy;
}

function bounce(world: JumperWorld, state: State, i: number, ledge: Ledge, events: EventSink): void {
  const p = world.physics;
  state[HY] = ledge.y - p.h;
  state[HVY] = ledge.spring ? -p.spring : -p.bounce;
  state[AIR_JUMPS] = p.airJumps;
  say(world, state, events, ledge.spring ? 'spring' : 'bounce');
  if (ledge.crumbles && i < world.ledges.length) {
    setBit(state, world.bits, i);
    say(world, state, events, 'explode', world.types[ledge.type]?.type ?? '');
  }
  if (ledge.y >= (state[BEST] as number)) return;
  const tiles = ((state[BEST] as number) - ledge.y) >> 11;
  state[SCORE] = (state[SCORE] as number) + tiles * HEIGHT_SCORE;
  state[BEST] = ledge.y;
  const climbed = world.ground - ledge.y;
  state[PROGRESS] = Math.min(1000, Math.floor((climbed * 1000) / world.mark));
  if (climbed < world.mark || state[MARK_REACHED] === 1) return;
  state[MARK_REACHED] = 1;
  say(world, state, events, 'win', undefined, state[SCORE] as number);
  if (state[ENDLESS] === 0) state[STATUS] = WON;
}

function lose(world: JumperWorld, state: State, events: EventSink): void {
  state[STATUS] = LOST;
  say(world, state, events, 'die');
  say(world, state, events, 'lose');
}

function hurt(world: JumperWorld, state: State, damage: number, events: EventSink, by: string): boolean {
  const p = world.physics;
  state[HP] = (state[HP] as number) - damage;
  state[HITSTOP] = p.hitstop;
  if ((state[HP] as number) <= 0) {
    lose(world, state, events);
    return false;
  }
  state[INVULNERABLE] = p.invulnerable;
  say(world, state, events, 'hurt', by, damage);
  return true;
}

function meetFoes(world: JumperWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const y = (state[HY] as number) + (p.h >> 1);
  const x = (state[HX] as number) + (p.w >> 1);
  const clock = state[CLOCK] as number;
  for (let i = 0; i < world.foes.length; i++) {
    const foe = world.foes[i]!;
    if (Math.abs(foe.y - y) > REACH * 2 || hasBit(state, world.bits, world.foeBits + i)) continue;
    const fx = shuttleX(foe, clock);
    if (Math.abs(fx - x) >= REACH || Math.abs(foe.y - y) >= REACH) continue;
    const name = world.types[foe.type]?.type ?? 'enemy';
    if ((state[HVY] as number) > 0 && y < foe.y) {
      setBit(state, world.bits, world.foeBits + i);
      state[HVY] = -p.bounce;
      state[HITSTOP] = p.hitstop;
      state[SCORE] = (state[SCORE] as number) + foe.score;
      say(world, state, events, 'stomp', name);
      say(world, state, events, 'kill', name, foe.score);
    } else if (state[INVULNERABLE] === 0) hurt(world, state, foe.damage, events, name);
  }
}

function meetPrizes(world: JumperWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const x = (state[HX] as number) + (p.w >> 1);
  const y = (state[HY] as number) + (p.h >> 1);
  for (let i = 0; i < world.prizes.length; i++) {
    const prize = world.prizes[i]!;
    if (Math.abs(prize.y - y) >= REACH || Math.abs(prize.x - x) >= REACH || hasBit(state, world.bits, world.prizeBits + i)) continue;
    setBit(state, world.bits, world.prizeBits + i);
    state[COLLECTED] = (state[COLLECTED] as number) + 1;
    state[SCORE] = (state[SCORE] as number) + prize.score;
    say(world, state, events, 'collect', world.types[prize.type]?.type ?? '', prize.score);
  }
}

/** What rises, and what it does: a blow and a throw far up, until the hearts are gone. */
function rise(world: JumperWorld, state: State, events: EventSink): void {
  if (state[STATUS] !== 0) return;
  const p = world.physics;
  state[RISING] = Math.min((state[RISING] as number) - p.rising, (state[BEST] as number) + LEASH);
  if ((state[HY] as number) + p.h < (state[RISING] as number)) return;
  if (!hurt(world, state, 1, events, world.types[world.risingType]?.type ?? 'rising')) return;
  state[HY] = (state[RISING] as number) - p.h - 256;
  state[HVY] = -p.spring;
}

function animate(state: State): void {
  const vy = state[HVY] as number;
  const anim = (state[INVULNERABLE] as number) > 70 ? HURT : state[GLIDING] === 1 ? FLY : vy < 0 ? JUMP : FALL;
  state[ANIM_AGE] = state[HANIM] === anim ? (state[ANIM_AGE] as number) + 1 : 0;
  state[HANIM] = anim;
}
