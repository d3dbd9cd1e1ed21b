/** One tick of the flappy kind: the hero is carried to the right, A beats the wings. */
import { A } from '../../../core/input';
import {
  COLLECTED,
  ENDLESS,
  GLOBALS,
  HANIM,
  HERO_OWN,
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
import { type FlappyWorld, gateAt, openingAt } from './world';

export const CLOCK = GLOBALS;
/** Gates passed. */
export const GATES = GLOBALS + 1;
/** First coin and foe that may still be met. */
const NEXT_COIN = GLOBALS + 2;
const NEXT_FOE = GLOBALS + 3;
export const ANIM_AGE = HERO_OWN;

export const GLIDE = 0;
export const FLAP = 1;
export const HURT = 2;

const GATE_SCORE = 10;
const COIN_REACH = 8 * 256;
const FOE_REACH = 7 * 256;

export function initFlappy(world: FlappyWorld, options?: InitOptions): State {
  const base = newState(0, world.seed);
  const state = new Int32Array(world.bits + ((world.coins.length + 31) >> 5));
  state.set(base);
  state[HP] = world.physics.health;
  state[LIVES] = options?.lives ?? 1;
  state[SCORE] = options?.score ?? 0;
  state[ENDLESS] = options?.endless === true ? 1 : 0;
  state[TIME_LEFT] = world.physics.timeLimit > 0 ? world.physics.timeLimit : -1;
  state[HX] = world.startX;
  state[HY] = world.startY;
  state[HVX] = world.physics.scroll;
  return state;
}

function say(world: FlappyWorld, state: State, events: EventSink, type: EventType, entity?: string, value?: number): void {
  if (events === null) return;
  const p = world.physics;
  const event = { type, x: ((state[HX] as number) + p.w / 2) / 256, y: ((state[HY] as number) + p.h / 2) / 256 };
  events.push({ ...event, ...(entity === undefined ? {} : { entity }), ...(value === undefined ? {} : { value }) });
}

export function stepFlappy(world: FlappyWorld, state: State, input: number, events: EventSink): void {
  if (state[STATUS] !== 0) return;
  state[TICK] = (state[TICK] as number) + 1;
  if ((state[HITSTOP] as number) > 0) {
    state[HITSTOP] = (state[HITSTOP] as number) - 1;
    return;
  }
  const p = world.physics;
  state[CLOCK] = (state[CLOCK] as number) + 1;
  if ((state[TIME_LEFT] as number) > 0) {
    state[TIME_LEFT] = (state[TIME_LEFT] as number) - 1;
    if (state[TIME_LEFT] === 0) {
      lose(world, state, events);
      return;
    }
  }
  if ((state[INVULNERABLE] as number) > 0) state[INVULNERABLE] = (state[INVULNERABLE] as number) - 1;
  const pressed = (input & ~(state[PREV_INPUT] as number) & A) !== 0;
  state[PREV_INPUT] = input;
  let vy = Math.min((state[HVY] as number) + p.gravity, p.maxFall);
  if (pressed) {
    vy = -p.flap;
    say(world, state, events, 'flap');
  }
  state[HVY] = vy;
  state[HX] = (state[HX] as number) + p.scroll;
  state[HY] = (state[HY] as number) + vy;
  if ((state[HY] as number) < 0) {
    state[HY] = 0;
    state[HVY] = Math.max(0, vy);
  }
  animate(state, pressed);
  if ((state[HY] as number) + p.h > world.floor) {
    state[HY] = world.floor - p.h;
    state[HVY] = -p.flap;
    hurt(world, state, events, 'ground');
  }
  meetGate(world, state, events);
  meetFlyers(world, state, events);
  meetCoins(world, state, events);
}

function animate(state: State, pressed: boolean): void {
  const anim = (state[INVULNERABLE] as number) > 70 ? HURT : pressed ? FLAP : (state[HVY] as number) > 0 ? GLIDE : (state[HANIM] as number);
  state[ANIM_AGE] = state[HANIM] === anim && !pressed ? (state[ANIM_AGE] as number) + 1 : 0;
  state[HANIM] = anim;
}

function lose(world: FlappyWorld, state: State, events: EventSink): void {
  state[STATUS] = LOST;
  say(world, state, events, 'die');
  say(world, state, events, 'lose');
}

function hurt(world: FlappyWorld, state: State, events: EventSink, by: string): void {
  if ((state[INVULNERABLE] as number) > 0 || state[STATUS] !== 0) return;
  const p = world.physics;
  state[HP] = (state[HP] as number) - 1;
  state[HITSTOP] = p.hitstop;
  if ((state[HP] as number) <= 0) {
    lose(world, state, events);
    return;
  }
  state[INVULNERABLE] = p.invulnerable;
  say(world, state, events, 'hurt', by, 1);
}

function meetGate(world: FlappyWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const gate = gateAt(world, state[GATES] as number);
  const x = state[HX] as number;
  if (x > gate.x + p.gateW) {
    pass(world, state, events);
    return;
  }
  if (x + p.w - p.inset <= gate.x || x + p.inset >= gate.x + p.gateW) return;
  const middle = openingAt(gate, state[CLOCK] as number);
  const y = (state[HY] as number) + p.inset;
  const bottom = (state[HY] as number) + p.h - p.inset;
  if (y < middle - (gate.gap >> 1) || bottom > middle + (gate.gap >> 1))
    hurt(world, state, events, world.types[world.gateType]?.type ?? 'gate');
}

function pass(world: FlappyWorld, state: State, events: EventSink): void {
  const gates = (state[GATES] as number) + 1;
  state[GATES] = gates;
  state[SCORE] = (state[SCORE] as number) + GATE_SCORE;
  state[PROGRESS] = Math.min(1000, Math.floor((gates * 1000) / world.mark));
  say(world, state, events, 'gate', undefined, gates);
  if (gates !== world.mark) return;
  state[MARK_REACHED] = 1;
  say(world, state, events, 'win', undefined, state[SCORE] as number);
  if (state[ENDLESS] === 0) state[STATUS] = WON;
}

function meetFlyers(world: FlappyWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const x = (state[HX] as number) + (p.w >> 1);
  const y = (state[HY] as number) + (p.h >> 1);
  let i = state[NEXT_FOE] as number;
  while (i < world.flyers.length && world.flyers[i]!.x < x - FOE_REACH * 2) i++;
  state[NEXT_FOE] = i;
  for (; i < world.flyers.length && world.flyers[i]!.x < x + FOE_REACH * 2; i++) {
    const foe = world.flyers[i]!;
    if (Math.abs(foe.x - x) < FOE_REACH && Math.abs(openingAt(foe, state[CLOCK] as number) - y) < FOE_REACH) {
      hurt(world, state, events, world.types[foe.type]?.type ?? 'enemy');
    }
  }
}

function meetCoins(world: FlappyWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const x = (state[HX] as number) + (p.w >> 1);
  const y = (state[HY] as number) + (p.h >> 1);
  let i = state[NEXT_COIN] as number;
  while (i < world.coins.length && world.coins[i]!.x < x - COIN_REACH) i++;
  state[NEXT_COIN] = i;
  for (; i < world.coins.length && world.coins[i]!.x < x + COIN_REACH; i++) {
    const coin = world.coins[i]!;
    if (Math.abs(coin.y - y) >= COIN_REACH || hasBit(state, world.bits, i)) continue;
    setBit(state, world.bits, i);
    state[COLLECTED] = (state[COLLECTED] as number) + 1;
    state[SCORE] = (state[SCORE] as number) + coin.score;
    say(world, state, events, 'collect', world.types[coin.type]?.type ?? '', coin.score);
  }
}
