/** What the player sees of an arena. */
import { A } from '../../core/input';
import { cos256, sin256 } from '../../core/int';
import {
  COLLECTED,
  E_FACING,
  E_FLASH,
  E_HP,
  E_STATE,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  ENTITIES,
  HP,
  HVX,
  HVY,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  PREV_INPUT,
  PROGRESS,
  SCORE,
  STATUS,
  STRIDE,
  SUB,
  TICK,
  TICK_RATE,
  TIME_LEFT,
} from '../../core/state';
import type { Anim, Drawable, Hud, State, View } from '../../core/types';
import { firstUsed, nextUsed, type Pool } from '../../systems/projectiles';
import { BOSS, CHARGE } from './archetypes';
import { multiplier } from './combat';
import {
  D_AGE,
  D_MAX,
  G_BOSS,
  G_CLOCK,
  G_SCROLL,
  G_WAVE,
  H_AIM,
  H_BOMBS,
  H_COMBO,
  H_DASH,
  H_LEVEL,
  H_MAX_HP,
  H_POWER,
  H_XP,
} from './layout';
import { AURA, BLADES, choices, experienceFor, upgradeLevel } from './survivors/upgrades';
import { auraRadius, BLADE_RADIUS, bladeAngle } from './survivors/weapons';
import type { ArenaWorld } from './world';

const RADIANS = 6.283185307179586 / 256;

export function arenaView(world: ArenaWorld, state: State): View {
  const shift = world.shooter ? (state[G_SCROLL] as number) : 0;
  const things: Drawable[] = [];
  for (const pool of [world.pickups, world.foes, world.shots, world.foeShots]) draw(world, state, pool, shift, things);
  if (!world.shooter) weaponsInHand(world, state, things);
  const left = shift / SUB;
  const camera = world.shooter
    ? { x: left + 160, y: 92, left, top: 0, right: left + 320, bottom: world.fieldHeight / SUB }
    : {
        x: (state[HX] as number) / SUB,
        y: (state[HY] as number) / SUB,
        left: 0,
        top: 0,
        right: world.fieldWidth / SUB,
        bottom: world.fieldHeight / SUB,
      };
  return { camera, hero: hero(world, state, shift), things, tileChanges: [], hud: hud(world, state) };
}

function hero(world: ArenaWorld, state: State, shift: number): Drawable {
  const mercy = state[INVULNERABLE] as number;
  const moving = state[HVX] !== 0 || state[HVY] !== 0;
  const size = (world.half[world.heroType] as number) / 128;
  let anim: Anim = moving ? (world.shooter ? 'fly' : 'walk') : 'idle';
  if ((state[H_DASH] as number) > 0) anim = 'dash';
  else if (state[STATUS] === LOST) anim = 'die';
  else if (mercy > world.numbers.invulnerable - 16 && mercy <= world.numbers.invulnerable) anim = 'hurt';
  else if (world.shooter && ((state[PREV_INPUT] as number) & A) !== 0) anim = 'attack';
  return {
    id: -1,
    type: world.types[world.heroType]?.type ?? 'hero',
    role: 'hero',
    x: ((state[HX] as number) + shift) / SUB,
    y: (state[HY] as number) / SUB,
    w: Math.max(10, size),
    h: Math.max(10, size),
    angle: 0,
    flip: !world.shooter && facesLeft(state[H_AIM] as number),
    anim,
    age: state[TICK] as number,
    hp: state[HP] as number,
    maxHp: state[H_MAX_HP] as number,
    flash: false,
    alpha: mercy > 0 && (mercy >> 2) % 2 === 0 ? 0.35 : 1,
  };
}

/** Circling blades and the burning aura are worked out from the clock, not kept as things. Ids follow those of the slots. */
function weaponsInHand(world: ArenaWorld, state: State, out: Drawable[]): void {
  const x = (state[HX] as number) / SUB;
  const y = (state[HY] as number) / SUB;
  const shared = {
    role: 'projectile' as const,
    flip: false,
    anim: 'idle' as const,
    age: state[G_CLOCK] as number,
    hp: 1,
    maxHp: 1,
    flash: false,
  };
  const type = world.types[world.shotType]?.type ?? 'hero_shot';
  const aura = upgradeLevel(state, AURA);
  if (aura > 0) {
    const size = (auraRadius(aura) * 2) / SUB;
    out.push({ ...shared, id: world.capacity, type, x, y, w: size, h: size, angle: 0, alpha: 0.25 });
  }
  const n = upgradeLevel(state, BLADES);
  for (let i = 0; i < n; i++) {
    const turn = bladeAngle(state[G_CLOCK] as number, i, n);
    const bx = x + (cos256(turn) * BLADE_RADIUS) / 16384;
    const by = y + (sin256(turn) * BLADE_RADIUS) / 16384;
    out.push({ ...shared, id: world.capacity + 1 + i, type, x: bx, y: by, w: 10, h: 10, angle: ((turn + 64) & 255) * RADIANS, alpha: 1 });
  }
}

function facesLeft(angle: number): boolean {
  return angle > 64 && angle < 192;
}

function draw(world: ArenaWorld, state: State, pool: Pool, shift: number, out: Drawable[]): void {
  for (let at = firstUsed(state, pool); at >= 0; at = nextUsed(state, pool, at + STRIDE)) {
    const type = state[at + E_TYPE] as number;
    const spec = world.types[type];
    if (spec === undefined) continue;
    const size = (world.half[type] as number) / (SUB / 2);
    const foe = pool === world.foes;
    const shot = pool === world.shots || pool === world.foeShots;
    out.push({
      id: (at - ENTITIES) / STRIDE,
      type: spec.type,
      role: spec.properties.role,
      x: ((state[at + E_X] as number) + shift) / SUB,
      y: (state[at + E_Y] as number) / SUB,
      w: size,
      h: size,
      angle: shot ? (state[at + E_FACING] as number) * RADIANS : 0,
      flip: foe && (world.shooter || facesLeft(state[at + E_FACING] as number)),
      anim: foe ? foeAnim(world, state, at, type) : 'idle',
      age: foe ? (state[at + D_AGE] as number) : (state[TICK] as number),
      hp: state[at + E_HP] as number,
      maxHp: foe ? (state[at + D_MAX] as number) : 1,
      flash: foe && (state[at + E_FLASH] as number) > 0,
      alpha: 1,
    });
  }
}

/** 'charge' is the warning before a blow, 'attack' the blow. */
function foeAnim(world: ArenaWorld, state: State, at: number, type: number): Anim {
  const behavior = world.behavior[type] as number;
  const phase = state[at + E_STATE] as number;
  if (phase === 2) return 'charge';
  if (phase === 3 && (behavior === CHARGE || behavior === BOSS)) return 'attack';
  return world.shooter ? 'fly' : state[at + E_VX] === 0 && state[at + E_VY] === 0 ? 'idle' : 'walk';
}

function hud(world: ArenaWorld, state: State): Hud {
  const { mark } = world.scene.level;
  const boss = state[G_BOSS] as number;
  const time = state[TIME_LEFT] as number;
  const done = mark.kind === 'seconds' ? Math.min(mark.value, Math.floor((state[G_CLOCK] as number) / TICK_RATE)) : 0;
  return {
    score: state[SCORE] as number,
    lives: state[LIVES] as number,
    hp: state[HP] as number,
    maxHp: state[H_MAX_HP] as number,
    timeLeft: time >= 0 ? Math.ceil(time / TICK_RATE) : null,
    keys: 0,
    collected: state[COLLECTED] as number,
    collectTotal: 0,
    mark:
      mark.kind === 'seconds'
        ? { kind: 'seconds', value: done, target: mark.value }
        : { kind: mark.kind, value: Math.floor((state[PROGRESS] as number) / 10), target: 100 },
    boss:
      boss > 0
        ? {
            name: world.types[state[boss + E_TYPE] as number]?.type ?? 'boss',
            hp: Math.max(0, state[boss + E_HP] as number),
            max: state[boss + D_MAX] as number,
          }
        : null,
    level: world.shooter ? (state[H_POWER] as number) : (state[H_LEVEL] as number),
    xp: world.shooter ? null : { value: state[H_XP] as number, next: experienceFor(state[H_LEVEL] as number) },
    combo: state[H_COMBO] as number,
    multiplier: multiplier(state),
    bombs: world.shooter && !world.numbers.dash ? (state[H_BOMBS] as number) : null,
    choices: choices(state),
    wave: { value: state[G_WAVE] as number, total: world.waves.length },
  };
}
