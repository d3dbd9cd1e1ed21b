/**
 * A closed-loop player by potential fields: of nine movements it takes the one whose near future is cheapest,
 * where being hit is dear, closeness to threats costs a little, and prizes and firing lines pull.
 */
import { A, B, DOWN, LEFT, RIGHT, UP } from '../../core/input';
import { clamp } from '../../core/int';
import { E_TYPE, E_VX, E_VY, E_X, E_Y, HP, HVX, HVY, HX, HY, INVULNERABLE, STRIDE, SUB, TICK } from '../../core/state';
import type { State } from '../../core/types';
import { firstUsed, nextUsed } from '../../systems/projectiles';
import { G_CHOOSING, G_OFFER, G_PICK, G_SCROLL, H_BOMBS, H_DASH_WAIT } from './layout';
import { heroSpeed } from './survivors/step';
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
const HORDE_HORIZONS = [4, 10, 18, 28, 42];
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

/** Gems near by, else away from the thick of it and towards the middle. */
function survivorsWish(world: ArenaWorld, state: State, mind: Temperament, hx: number, hy: number): void {
  let nearest = 1 << 30;
  wish.pull = 45;
  wish.x = world.fieldWidth >> 1;
  wish.y = world.fieldHeight >> 1;
  let cx = 0;
  let cy = 0;
  let crowd = 0;
  for (let at = firstUsed(state, world.foes); at >= 0; at = nextUsed(state, world.foes, at + STRIDE)) {
    const dx = (state[at + E_X] as number) - hx;
    const dy = (state[at + E_Y] as number) - hy;
    if (Math.abs(dx) > 110 * SUB || Math.abs(dy) > 110 * SUB) continue;
    cx += dx;
    cy += dy;
    crowd++;
  }
  if (crowd > 2) {
    wish.x = clamp(hx - Math.floor((cx * 3) / crowd), 40 * SUB, world.fieldWidth - 40 * SUB);
    wish.y = clamp(hy - Math.floor((cy * 3) / crowd), 40 * SUB, world.fieldHeight - 40 * SUB);
    wish.x = (wish.x * 3 + (world.fieldWidth >> 1)) >> 2;
    wish.y = (wish.y * 3 + (world.fieldHeight >> 1)) >> 2;
  }
  for (let at = firstUsed(state, world.pickups); at >= 0; at = nextUsed(state, world.pickups, at + STRIDE)) {
    const dx = (state[at + E_X] as number) - hx;
    const dy = (state[at + E_Y] as number) - hy;
    let far = Math.abs(dx) + Math.abs(dy);
    // Gems that lie behind the crowd cost more.
    if (crowd > 2 && dx * cx + dy * cy > 0) far *= 2;
    if ((world.effect[state[at + E_TYPE] as number] as number) >= 0) far >>= 1;
    if (far >= nearest || far > 200 * SUB) continue;
    nearest = far;
    wish.x = state[at + E_X] as number;
    wish.y = state[at + E_Y] as number;
    wish.pull = mind.greed;
  }
}

/** Which offer it takes: the first in this order that it sees. */
const TASTE = [3, 0, 4, 9, 1, 2, 5, 6, 7, 8];

/** Level-ups: press and let go in slots of 16 ticks, so that late eyes do not overshoot. */
function decideOffer(state: State): number {
  const slot = (state[G_CHOOSING] as number) >> 4;
  if ((slot & 1) === 0) return 0;
  let want = 0;
  let best = 99;
  for (let i = 0; i < 3; i++) {
    const offer = state[G_OFFER + i] as number;
    if (offer < 0) continue;
    const rank = TASTE.indexOf(offer);
    if (rank < best) {
      best = rank;
      want = i;
    }
  }
  return state[G_PICK] === want ? A : RIGHT;
}

function blocked(world: ArenaWorld, x: number, y: number): boolean {
  const r = 4 * SUB;
  return solidAt(world, x - r, y - r) || solidAt(world, x + r, y - r) || solidAt(world, x - r, y + r) || solidAt(world, x + r, y + r);
}

/** The keys for this tick, given what is seen. `previous` is what is held: changing costs a little, which keeps hands calm. */
export function pilot(world: ArenaWorld, state: State, mind: Temperament, previous: number): number {
  if ((state[G_CHOOSING] as number) > 0) return decideOffer(state);
  const tick = state[TICK] as number;
  const { numbers, shooter } = world;
  const lag = mind.lag;
  const limitLow = shooter ? 9 * SUB : world.tile + 5 * SUB;
  const limitRight = world.fieldWidth - limitLow;
  const limitBottom = world.fieldHeight - limitLow;
  const hx = clamp((state[HX] as number) + (state[HVX] as number) * lag, limitLow, limitRight);
  const hy = clamp((state[HY] as number) + (state[HVY] as number) * lag, limitLow, limitBottom);
  if (shooter) shooterWish(world, state, mind, hx, hy);
  else survivorsWish(world, state, mind, hx, hy);
  const n = threats(world, state, mind, hx, hy);
  const scroll = state[G_SCROLL] as number;
  const safe = (state[INVULNERABLE] as number) - lag;
  const margin = (shooter ? mind.margin : mind.margin * 2) * SUB;
  const horizons = shooter ? HORIZONS : HORDE_HORIZONS;
  const most = shooter ? 18 : 30;
  const full = shooter ? numbers.heroSpeed : heroSpeed(world, state);
  let best = 1e18;
  let choice = 0;
  let danger = 0;
  for (let k = 0; k < 9; k++) {
    const sx = STEPS_X[k] as number;
    const sy = STEPS_Y[k] as number;
    const speed = sx !== 0 && sy !== 0 ? (full * 181) >> 8 : full;
    let cost = (KEYS[k] as number) === (previous & 15) ? 0 : 60;
    let struck = 0;
    let px = hx;
    let py = hy;
    let lastX = hx;
    let lastY = hy;
    for (let h = 0; h < horizons.length; h++) {
      const t = horizons[h] as number;
      // It would move for a while, then look again.
      const moved = Math.min(t, most);
      px = hx + sx * speed * moved;
      py = hy + sy * speed * moved;
      if (px < limitLow) px = limitLow;
      else if (px > limitRight) px = limitRight;
      if (py < limitLow) py = limitLow;
      else if (py > limitBottom) py = limitBottom;
      if (!shooter && blocked(world, px, py)) {
        px = lastX;
        py = lastY;
      }
      lastX = px;
      lastY = py;
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
      if (!shooter) continue;
      const ahead = px + scroll + world.scroll * t;
      const skirt = numbers.hurt + 2 * SUB;
      if (solidAt(world, ahead + skirt, py - skirt) || solidAt(world, ahead + skirt, py + skirt)) struck += STRUCK[h] as number;
    }
    cost += struck;
    cost += ((Math.abs(px - wish.x) + Math.abs(py - wish.y) * (shooter ? 2 : 1)) * wish.pull) / (SUB * 40);
    // Being cornered is bad in itself.
    if (py < 20 * SUB || py > world.fieldHeight - 20 * SUB) cost += 30;
    if (mind.whim > 0) cost += ((tick * 31 + k * mind.whim * 17) & 63) * 2;
    if (cost < best) {
      best = cost;
      choice = k;
      danger = struck;
    }
  }
  let keys = (KEYS[choice] as number) | (shooter ? A : 0);
  if (danger >= 7500 && (previous & B) === 0) {
    const cornered = (state[HP] as number) <= 1 || danger >= 16000;
    if (numbers.dash ? state[H_DASH_WAIT] === 0 : (state[H_BOMBS] as number) > 0 && cornered) keys |= B;
  }
  return keys;
}
