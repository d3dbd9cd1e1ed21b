/**
 * A closed-loop player by potential fields: of nine movements it takes the one whose near future is cheapest,
 * where being hit is dear, closeness to threats costs a little, and prizes and firing lines pull.
 */
import { A, B, DOWN, LEFT, RIGHT, UP } from '../../core/input';
import { clamp } from '../../core/int';
import { E_TYPE, E_VX, E_VY, E_X, E_Y, HP, HVX, HVY, HX, HY, INVULNERABLE, STRIDE, SUB, TICK } from '../../core/state';
import type { State } from '../../core/types';
import { firstUsed, nextUsed } from '../../systems/projectiles';
import { G_SCROLL, H_BOMBS, H_DASH_WAIT } from './layout';
import { type ArenaWorld, solidAt } from './world';

export interface Temperament {
  /** Ticks between two decisions. */
  pace: number;
  /** Ticks the pilot believes its sight lags behind. */
  lag: number;
  /** Distance it likes to keep from threats, px. */
  margin: number;
  /** Pull of pickups, percent. */
  greed: number;
  /** Where in the field it likes to be (shooter), px from the left. */
  station: number;
  /** Breaks ties and varies roll-outs: 0 = none. */
  whim: number;
  /** Threats it can keep in mind at once: the nearest ones. */
  attention: number;
}

export const STEADY: Temperament = { pace: 3, lag: 0, margin: 14, greed: 100, station: 60, whim: 0, attention: 64 };

const STEPS_X = [0, 1, 1, 0, -1, -1, -1, 0, 1];
const STEPS_Y = [0, 0, 1, 1, 1, 0, -1, -1, -1];
const KEYS = [0, RIGHT, RIGHT | DOWN, DOWN, LEFT | DOWN, LEFT, LEFT | UP, UP, RIGHT | UP];
/** Ticks ahead at which a movement is judged. */
const HORIZONS = [4, 9, 15, 22, 31];
/** Cost of being hit at each horizon: sooner is worse. */
const STRUCK = [9000, 7500, 5600, 3800, 2000];

const MOST = 64;
const tx = new Int32Array(MOST);
const ty = new Int32Array(MOST);
const tvx = new Int32Array(MOST);
const tvy = new Int32Array(MOST);
const tr = new Int32Array(MOST);

const near = new Int32Array(MOST);

/** Note a threat; when the mind is full the farthest one is forgotten. Returns how many are kept. */
function note(n: number, most: number, x: number, y: number, vx: number, vy: number, reach: number, far: number): number {
  let i = n;
  if (n >= most) {
    i = 0;
    for (let k = 1; k < n; k++) if ((near[k] as number) > (near[i] as number)) i = k;
    if ((near[i] as number) <= far) return n;
  }
  tx[i] = x;
  ty[i] = y;
  tvx[i] = vx;
  tvy[i] = vy;
  tr[i] = reach;
  near[i] = far;
  return n >= most ? n : n + 1;
}

/** Collect what could touch the hero soon; returns how many. */
function threats(world: ArenaWorld, state: State, mind: Temperament, hx: number, hy: number): number {
  let n = 0;
  const { foes, foeShots, numbers } = world;
  const { lag } = mind;
  const most = Math.min(MOST, mind.attention);
  const windowX = (world.shooter ? 120 : 92) * SUB;
  const windowY = 92 * SUB;
  for (let pass = 0; pass < 2; pass++) {
    const pool = pass === 0 ? foeShots : foes;
    for (let at = firstUsed(state, pool); at >= 0; at = nextUsed(state, pool, at + STRIDE)) {
      const vx = state[at + E_VX] as number;
      const vy = state[at + E_VY] as number;
      const x = (state[at + E_X] as number) + vx * lag;
      const y = (state[at + E_Y] as number) + vy * lag;
      const dx = Math.abs(x - hx);
      const dy = Math.abs(y - hy);
      if (dx > windowX || dy > windowY) continue;
      const reach = numbers.hurt + (pass === 0 ? 3 * SUB : (world.half[state[at + E_TYPE] as number] as number));
      n = note(n, most, x, y, vx, vy, reach, dx > dy ? dx : dy);
    }
  }
  return n;
}

/** Where the pilot would like to be, subpixels, and how strongly (percent). */
interface Wish {
  x: number;
  y: number;
  pull: number;
}
const wish: Wish = { x: 0, y: 0, pull: 100 };

/** The firing line of the foe that is easiest to hit, or a pickup on the way. */
function shooterWish(world: ArenaWorld, state: State, mind: Temperament, hx: number, hy: number): void {
  wish.x = mind.station * SUB;
  wish.y = 92 * SUB;
  wish.pull = 100;
  let best = 1 << 30;
  for (let at = firstUsed(state, world.foes); at >= 0; at = nextUsed(state, world.foes, at + STRIDE)) {
    const x = state[at + E_X] as number;
    if (x < hx + 20 * SUB || x > 330 * SUB) continue;
    // Where it will be when a shot gets there.
    const flight = Math.floor((x - hx) / Math.max(64, world.numbers.shotSpeed - (state[at + E_VX] as number)));
    const y = (state[at + E_Y] as number) + (state[at + E_VY] as number) * (flight + mind.lag);
    const cost = Math.abs(y - hy) * 2 + (x - hx);
    if (cost >= best) continue;
    best = cost;
    wish.y = clamp(y, 16 * SUB, 168 * SUB);
  }
  let nearest = 110 * SUB;
  for (let at = firstUsed(state, world.pickups); at >= 0; at = nextUsed(state, world.pickups, at + STRIDE)) {
    const x = state[at + E_X] as number;
    const far = Math.abs(x - hx) + Math.abs((state[at + E_Y] as number) - hy);
    const worth = (world.effect[state[at + E_TYPE] as number] as number) >= 0 ? far >> 1 : far;
    if ((worth * 100) / Math.max(1, mind.greed) >= nearest || x > 220 * SUB) continue;
    nearest = worth;
    wish.x = x;
    wish.y = state[at + E_Y] as number;
    wish.pull = 130;
  }
}

/** The keys for this tick, given what is seen. `previous` is what is held: changing costs a little, which keeps hands calm. */
export function pilot(world: ArenaWorld, state: State, mind: Temperament, previous: number): number {
  const tick = state[TICK] as number;
  const { numbers } = world;
  const lag = mind.lag;
  const limitLow = 9 * SUB;
  const limitRight = world.fieldWidth - limitLow;
  const limitBottom = world.fieldHeight - limitLow;
  const hx = clamp((state[HX] as number) + (state[HVX] as number) * lag, limitLow, limitRight);
  const hy = clamp((state[HY] as number) + (state[HVY] as number) * lag, limitLow, limitBottom);
  shooterWish(world, state, mind, hx, hy);
  const n = threats(world, state, mind, hx, hy);
  const scroll = state[G_SCROLL] as number;
  const safe = (state[INVULNERABLE] as number) - lag;
  const margin = mind.margin * SUB;
  let best = 1e18;
  let choice = 0;
  let danger = 0;
  for (let k = 0; k < 9; k++) {
    const sx = STEPS_X[k] as number;
    const sy = STEPS_Y[k] as number;
    const speed = sx !== 0 && sy !== 0 ? (numbers.heroSpeed * 181) >> 8 : numbers.heroSpeed;
    let cost = (KEYS[k] as number) === (previous & 15) ? 0 : 60;
    let struck = 0;
    let px = hx;
    let py = hy;
    for (let h = 0; h < HORIZONS.length; h++) {
      const t = HORIZONS[h] as number;
      // It would move for a while, then look again.
      const moved = Math.min(t, 18);
      px = hx + sx * speed * moved;
      py = hy + sy * speed * moved;
      if (px < limitLow) px = limitLow;
      else if (px > limitRight) px = limitRight;
      if (py < limitLow) py = limitLow;
      else if (py > limitBottom) py = limitBottom;
      if (t < safe) continue;
      for (let i = 0; i < n; i++) {
        let gap = Math.abs((tx[i] as number) + (tvx[i] as number) * t - px);
        const gapY = Math.abs((ty[i] as number) + (tvy[i] as number) * t - py);
        if (gapY > gap) gap = gapY;
        gap -= tr[i] as number;
        if (gap >= margin) continue;
        if (gap < 0) {
          struck += STRUCK[h] as number;
        } else cost += ((margin - gap) * 400) / margin / (h + 1);
      }
      const ahead = px + scroll + world.scroll * t;
      const skirt = numbers.hurt + 2 * SUB;
      if (solidAt(world, ahead + skirt, py - skirt) || solidAt(world, ahead + skirt, py + skirt)) struck += STRUCK[h] as number;
    }
    cost += struck;
    cost += ((Math.abs(px - wish.x) + Math.abs(py - wish.y) * 2) * wish.pull) / (SUB * 40);
    // Being cornered is bad in itself.
    if (py < 20 * SUB || py > world.fieldHeight - 20 * SUB) cost += 30;
    if (mind.whim > 0) cost += ((tick * 31 + k * mind.whim * 17) & 63) * 2;
    if (cost < best) {
      best = cost;
      choice = k;
      danger = struck;
    }
  }
  let keys = (KEYS[choice] as number) | A;
  if (danger >= 7500 && (previous & B) === 0) {
    const cornered = (state[HP] as number) <= 1 || danger >= 16000;
    if (numbers.dash ? state[H_DASH_WAIT] === 0 : (state[H_BOMBS] as number) > 0 && cornered) keys |= B;
  }
  return keys;
}
