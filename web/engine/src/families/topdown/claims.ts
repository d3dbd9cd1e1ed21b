/** What the config claims, tried out on its own level: small state injections, each bounded to a few hundred ticks. */
import { A, B } from '../../core/input';
import {
  CHECKPOINT,
  COLLECTED,
  E_HP,
  E_TYPE,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  HFACING,
  HP,
  HX,
  HY,
  INVULNERABLE,
  KEYS,
  LIVES,
  LOST,
  SCORE,
  STATUS,
  STRIDE,
  TICK,
  TIME_LEFT,
  WON,
} from '../../core/state';
import type { ClaimCheck, State } from '../../core/types';
import { fits } from '../../systems/topdown';
import { KEYS_OF } from './bot/pilot';
import { die } from './hurt';
import { DIR_X, DIR_Y, DOORS, H_SAFE_X, HALF_TILE, HERO_HALF, SHIFT, TILE } from './layout';
import { BLOCK_HERO, FATAL, FLAGS, SPIKE_CODE } from './legend';
import { taken } from './pickups';
import { init, step } from './step';
import type { Item, TopWorld } from './world';

/** A level without enemies and a hero that can be hurt. */
function lab(world: TopWorld): State {
  const state = init(world);
  for (let i = 0; i < world.capacity; i++) state[ENTITIES + i * STRIDE] = FREE;
  state[INVULNERABLE] = 0;
  return state;
}

function put(state: State, tx: number, ty: number): void {
  state[HX] = tx * TILE + HALF_TILE;
  state[HY] = ty * TILE + HALF_TILE;
}

function play(world: TopWorld, state: State, ticks: number, input: number): void {
  for (let i = 0; i < ticks && state[STATUS] === 0; i++) step(world, state, input, null);
}

function check(claim: string, ok: boolean, detail: string): ClaimCheck {
  return { claim, ok, detail };
}

/** A free tile beside (tx, ty) and the direction key from it towards (tx, ty). */
function beside(world: TopWorld, state: State, tx: number, ty: number): [number, number, number] | null {
  for (let d = 0; d < 8; d += 2) {
    const x = tx - ((DIR_X[d] as number) >> 8);
    const y = ty - ((DIR_Y[d] as number) >> 8);
    const code = world.tiles[y * world.width + x];
    if (code === undefined || ((FLAGS[code] as number) & (BLOCK_HERO | FATAL)) !== 0) continue;
    if (!world.blocked(state, x, y, BLOCK_HERO)) return [x, y, KEYS_OF[d] as number];
  }
  return null;
}

export function claims(world: TopWorld): ClaimCheck[] {
  return [...doorClaims(world), ...itemClaims(world), ...groundClaims(world), ...foeClaims(world), ...endClaims(world)];
}

function doorClaims(world: TopWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const index = world.doors.findIndex((d) => d.needs === 'key');
  const door = world.doors[index];
  if (door !== undefined) {
    for (const held of [false, true]) {
      const state = lab(world);
      const spot = beside(world, state, door.tx, door.ty);
      if (spot === null) continue;
      put(state, spot[0], spot[1]);
      state[KEYS] = held ? 1 << door.lock : 0;
      play(world, state, 60, spot[2]);
      const open = (((state[DOORS] as number) >> index) & 1) !== 0;
      out.push(
        held
          ? check('key opens door', open, `pushed ${door.type} for a second with its key: ${open ? 'opened' : 'stayed closed'}`)
          : check('door needs key', !open, `pushed ${door.type} for a second without its key: ${open ? 'opened' : 'stayed closed'}`),
      );
    }
  }
  const lever = world.items.find((i) => i.kind === 'lever');
  if (lever !== undefined) {
    const state = lab(world);
    world.items.forEach((item) => {
      if (item.kind !== 'lever' || item.door !== lever.door) return;
      put(state, item.tx, item.ty);
      play(world, state, 2, 0);
    });
    const open = (((state[DOORS] as number) >> lever.door) & 1) !== 0;
    out.push(check('lever opens gate', open, `stood on every lever of gate ${lever.door}: ${open ? 'opened' : 'stayed closed'}`));
  }
  return out;
}

function itemClaims(world: TopWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const seen = new Set<string>();
  world.items.forEach((item: Item, i) => {
    if (seen.has(item.type)) return;
    const state = lab(world);
    const before = state.slice();
    if (item.kind === 'potion') state[HP] = 1;
    put(state, item.tx, item.ty);
    play(world, state, 2, 0);
    const now = (at: number): number => state[at] as number;
    const gain = (at: number): number => now(at) - (before[at] as number);
    switch (item.kind) {
      case 'coin':
        out.push(
          check(
            `${item.type} scores`,
            gain(COLLECTED) === 1 && gain(SCORE) === item.score,
            `score +${gain(SCORE)}, collected +${gain(COLLECTED)}`,
          ),
        );
        break;
      case 'key':
        out.push(check(`${item.type} can be taken`, ((now(KEYS) >> item.lock) & 1) !== 0, `keys held: ${now(KEYS)}`));
        break;
      case 'chest':
        out.push(
          check(
            'chest gives loot',
            taken(state, i) && (gain(SCORE) > 0 || gain(KEYS) !== 0 || item.loot === 'might' || item.loot === 'potion'),
            `holds ${item.loot}`,
          ),
        );
        break;
      case 'potion':
        out.push(check(`${item.type} heals`, now(HP) > 1 || (before[HP] as number) === 1, `hearts 1 to ${now(HP)}`));
        break;
      case 'checkpoint': {
        die(state, null);
        play(world, state, 70, 0);
        const ok = now(CHECKPOINT) === i + 1 && now(HX) >> SHIFT === item.tx && now(HY) >> SHIFT === item.ty;
        if (now(LIVES) > 0) out.push(check(`${item.type} keeps progress`, ok, `rose again at ${now(HX) >> SHIFT}, ${now(HY) >> SHIFT}`));
        break;
      }
      default:
        return;
    }
    seen.add(item.type);
  });
  return out;
}

function groundClaims(world: TopWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const spike = world.tiles.indexOf(SPIKE_CODE);
  const hurtAt = (claim: string, x: number, y: number, ticks: number): void => {
    const state = lab(world);
    const hp = state[HP] as number;
    for (let i = 0; i < ticks && (state[HP] as number) === hp; i++) {
      state[HX] = x;
      state[HY] = y;
      step(world, state, 0, null);
    }
    out.push(check(claim, (state[HP] as number) < hp, `hearts ${hp} to ${state[HP]} within ${state[TICK]} ticks`));
  };
  if (spike >= 0) {
    const [x, y] = [(spike % world.width) * TILE + HALF_TILE, Math.floor(spike / world.width) * TILE + HALF_TILE];
    hurtAt('spikes hurt', x, y, world.n.spikePeriod * 2);
  }
  const pit = world.tiles.findIndex((code) => ((FLAGS[code] as number) & FATAL) !== 0);
  if (pit >= 0) {
    const state = lab(world);
    const hp = state[HP] as number;
    put(state, pit % world.width, Math.floor(pit / world.width));
    play(world, state, 40, 0);
    const back = hp === 1 || (state[HX] as number) === (state[H_SAFE_X] as number);
    out.push(check('deep ground takes a heart', (state[HP] as number) === hp - 1 && back, `hearts ${hp} to ${state[HP]}`));
  }
  const blade = world.blades[0];
  if (blade !== undefined) hurtAt('blade hurts', blade.x0, blade.y0, blade.leg * 2 + 2);
  const trap = world.traps[0];
  if (trap !== undefined) {
    const x = trap.tx + ((DIR_X[trap.facing] as number) >> 8);
    const y = trap.ty + ((DIR_Y[trap.facing] as number) >> 8);
    hurtAt('arrow trap hurts', x * TILE + HALF_TILE, y * TILE + HALF_TILE, trap.period * 2);
  }
  return out;
}

function foeClaims(world: TopWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const seen = new Set<string>();
  world.foes.forEach((foe, i) => {
    if (seen.has(foe.type)) return;
    seen.add(foe.type);
    const at = ENTITIES + i * STRIDE;
    const place = (distance: number): State | null => {
      const state = lab(world);
      for (let d = 0; d < 8; d++) {
        const x = world.startX + (DIR_X[d] as number) * distance;
        const y = world.startY + (DIR_Y[d] as number) * distance;
        if (!fits(world, state, x, y, HERO_HALF, BLOCK_HERO)) continue;
        state[at + E_TYPE] = i;
        state[at + E_X] = x;
        state[at + E_Y] = y;
        state[at + E_HP] = 1;
        state[HFACING] = d;
        return state;
      }
      return null;
    };
    const near = place(18);
    if (near !== null) {
      const facing = KEYS_OF[near[HFACING] as number] as number;
      for (let t = 0; t < 90 && near[at] !== FREE && near[STATUS] === 0; t++) {
        near[INVULNERABLE] = 10;
        // The way it faces is tapped with the blow, so that the arc does not wander off.
        step(world, near, t % 20 === 0 ? A | (t === 0 ? facing : 0) : 0, null);
        if (near[at] !== FREE) {
          near[at + E_X] = world.startX + (DIR_X[near[HFACING] as number] as number) * 18;
          near[at + E_Y] = world.startY + (DIR_Y[near[HFACING] as number] as number) * 18;
          near[HX] = world.startX;
          near[HY] = world.startY;
        }
      }
      out.push(check(`${foe.type} can be defeated`, near[at] === FREE, `down after ${near[TICK]} ticks of attack`));
    }
    const on = place(4);
    if (on !== null) {
      const hp = on[HP] as number;
      play(world, on, 30, 0);
      out.push(check(`${foe.type} hurts`, (on[HP] as number) < hp, `hearts ${hp} to ${on[HP]} on touch`));
    }
    if (world.n.dash && on !== null && seen.size === 1) {
      const dash = place(10) as State;
      const hp = dash[HP] as number;
      play(world, dash, 3, B | (KEYS_OF[dash[HFACING] as number] as number));
      play(world, dash, world.n.dashFrames - 4, 0);
      out.push(check('dash passes unhurt', (dash[HP] as number) === hp, `hearts ${hp} to ${dash[HP]} through a ${foe.type}`));
    }
  });
  return out;
}

function endClaims(world: TopWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const { mark } = world.scene.level;
  const goal = world.items[world.goalItem];
  if (mark.kind === 'goal' && goal !== undefined) {
    const state = lab(world);
    put(state, goal.tx, goal.ty);
    play(world, state, 2, 0);
    out.push(check('goal wins', state[STATUS] === WON, `stood on ${goal.type}`));
  }
  if (mark.kind === 'boss' && world.boss >= 0) {
    out.push(check('boss death wins', bossWins(world), 'the last blow ends the level'));
  }
  if (mark.kind === 'collect') {
    const state = lab(world);
    world.items.forEach((item) => {
      if (item.kind !== 'coin' && item.kind !== 'chest') return;
      put(state, item.tx, item.ty);
      play(world, state, 2, 0);
    });
    out.push(check('collecting wins', state[STATUS] === WON, `${state[COLLECTED]} of ${mark.value} collected`));
  }
  const timed = lab(world);
  timed[TIME_LEFT] = 2;
  play(world, timed, 4, 0);
  if (world.n.timeLimit > 0 || world.scene.level.time !== undefined)
    out.push(check('time out loses', timed[STATUS] === LOST, 'two ticks before the end'));
  const dying = lab(world);
  dying[LIVES] = 1;
  die(dying, null);
  play(world, dying, 70, 0);
  out.push(check('last life lost loses', dying[STATUS] === LOST, `lives ${dying[LIVES]}`));
  return out;
}

function bossWins(world: TopWorld): boolean {
  const state = lab(world);
  const at = ENTITIES + world.boss * STRIDE;
  state[at + E_TYPE] = world.boss;
  state[at + E_HP] = 1;
  for (let t = 0; t < 120 && state[STATUS] === 0; t++) {
    state[INVULNERABLE] = 10;
    state[HX] = world.startX;
    state[HY] = world.startY;
    state[at + E_X] = world.startX + (DIR_X[state[HFACING] as number] as number) * 18;
    state[at + E_Y] = world.startY + (DIR_Y[state[HFACING] as number] as number) * 18;
    step(world, state, t % 20 === 0 ? A : 0, null);
  }
  return state[STATUS] === WON;
}
