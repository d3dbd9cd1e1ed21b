/** What a view may read of a state. */
import {
  COLLECTED,
  E_FACING,
  E_FLASH,
  E_HP,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  HANIM,
  HFACING,
  HP,
  HX,
  HY,
  INVULNERABLE,
  KEYS,
  LIVES,
  PROGRESS,
  SCORE,
  STRIDE,
  TICK,
  TICK_RATE,
  TIME_LEFT,
} from '../../core/state';
import type { Anim, Drawable, Hud, Role, State, View } from '../../core/types';
import { castOf } from './cast';
import { CONE } from './enemies';
import { BLADE_HALF, bladeAt, SPIKES_SAFE, SPIKES_UP, spikesAt, untilArrow } from './hazards';
import { arcOf } from './hero';
import {
  BOSS_AWAKE,
  CLOCK,
  DOORS,
  DROP_HEART,
  E_AGE,
  E_AIM,
  E_KNOCK,
  H_ANIM_AGE,
  H_DASH,
  H_FLASH,
  H_MAX_HP,
  H_SWING,
  HERO_HALF,
  HUNT,
  REST,
  SHIFT,
  SHOT_ARROW,
  SHOT_HERO,
  STRIKE,
  TILE_PX,
  WINDUP,
} from './layout';
import { SPIKE_CODE, SPIKES_DOWN, SPIKES_TELL } from './legend';
import { taken } from './pickups';
import type { Foe, Item, TopWorld } from './world';

const TURN = Math.PI * 2;
const HERO_ANIMS: readonly Anim[] = ['idle', 'walk', 'attack', 'dash', 'hurt', 'die', 'fall'];
const ITEM_ROLE: Readonly<Record<Item['kind'], Role>> = {
  key: 'key',
  coin: 'collectible',
  potion: 'powerup',
  might: 'powerup',
  chest: 'chest',
  checkpoint: 'checkpoint',
  goal: 'goal',
  lever: 'prop',
};

function thing(id: number, type: string, role: Role, x: number, y: number, size: number, more: Partial<Drawable> = {}): Drawable {
  return {
    id,
    type,
    role,
    x: x / 256,
    y: y / 256,
    w: size,
    h: size,
    angle: 0,
    flip: false,
    anim: 'idle',
    age: 0,
    hp: 1,
    maxHp: 1,
    flash: false,
    alpha: 1,
    ...more,
  };
}

function heading(facing: number): { angle: number; flip: boolean } {
  return { angle: (facing * TURN) / 8, flip: facing >= 3 && facing <= 5 };
}

function foeAnim(state: State, at: number, foe: Foe): Anim {
  if ((state[at + E_KNOCK] as number) > 0) return 'hurt';
  switch (state[at + E_STATE]) {
    case WINDUP:
      return 'charge';
    case STRIKE:
      return foe.behavior === 'hop' ? 'jump' : 'attack';
    case REST:
      return foe.behavior === 'fly' ? 'fly' : 'idle';
    case HUNT:
      return foe.behavior === 'fly' || foe.behavior === 'swarm' ? 'fly' : 'run';
    default:
      return foe.boss ? 'sleep' : foe.behavior === 'fly' || foe.behavior === 'swarm' ? 'fly' : 'walk';
  }
}

/** Ids: entity slots as they are; items from 1000, doors from 2000, traps from 3000, blades from 3500, the sword 4000, cones from 5000. */
export function view(world: TopWorld, state: State): View {
  const things: Drawable[] = [];
  const cast = castOf(world.types);
  items(world, state, things);
  world.doors.forEach((door, i) => {
    const open = (((state[DOORS] as number) >> i) & 1) !== 0;
    const at = { anim: (open ? 'open' : 'closed') as Anim, alpha: 1 };
    things.push(thing(2000 + i, door.type, 'door', door.tx * 4096 + 2048, door.ty * 4096 + 2048, TILE_PX, at));
  });
  const clock = state[CLOCK] as number;
  world.traps.forEach((trap, i) => {
    const soon = untilArrow(trap, clock) < 24;
    const more = { ...heading(trap.facing), anim: (soon ? 'charge' : 'idle') as Anim };
    things.push(thing(3000 + i, trap.type, 'hazard', trap.tx * 4096 + 2048, trap.ty * 4096 + 2048, TILE_PX, more));
  });
  world.blades.forEach((blade, i) => {
    const [x, y] = bladeAt(blade, clock);
    things.push(thing(3500 + i, blade.type, 'hazard', x, y, (BLADE_HALF * 2) / 256, { angle: ((clock % 32) * TURN) / 32, anim: 'attack' }));
  });
  let boss: Hud['boss'] = null;
  for (let i = 0; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    const type = state[at + E_TYPE] as number;
    if (type === FREE) continue;
    const foe = world.foes[type];
    const x = state[at + E_X] as number;
    const y = state[at + E_Y] as number;
    if (foe === undefined) {
      loose(state, at, i, type, things);
      continue;
    }
    const hp = state[at + E_HP] as number;
    if (foe.boss && (state[BOSS_AWAKE] as number) > 0) boss = { name: nameOf(world, foe.type), hp, max: foe.hp };
    const facing = state[at + E_FACING] as number;
    if (foe.behavior === 'guard' && state[at + E_STATE] !== HUNT) {
      // The cone of sight: w is its range, h the width of its far end, in px; x, y its point.
      const range = (world.n.sight * foe.a.sight) / 100 / 256;
      const far = Math.round((range * CONE * 2 * TURN) / 256);
      things.push(thing(5000 + i, 'sight', 'prop', x, y, range, { h: far, angle: (facing * TURN) / 8, alpha: 0.25 }));
    }
    things.push(
      thing(i, foe.type, foe.boss ? 'boss' : 'enemy', x, y, (foe.a.half * 2) / 256, {
        ...heading(facing),
        anim: foeAnim(state, at, foe),
        age: state[at + E_AGE] as number,
        hp,
        maxHp: foe.hp,
        flash: (state[at + E_FLASH] as number) > 0 || (state[at + E_STATE] === WINDUP && ((state[at + E_TIMER] as number) & 7) < 3),
      }),
    );
  }
  const swing = state[H_SWING] as number;
  if (swing > world.n.windup && swing <= world.n.windup + world.n.active + 2) {
    const [x, y] = arcOf(world, state);
    const more = { ...heading(state[HFACING] as number), anim: 'attack' as Anim, age: swing - world.n.windup };
    things.push(thing(4000, 'slash', 'projectile', x, y, (world.n.radius * 2) / 256, more));
  }
  return {
    camera: camera(world, state),
    hero: hero(state, cast.hero),
    things,
    tileChanges: tileChanges(world, state),
    hud: hud(world, state, boss),
  };
}

function nameOf(world: TopWorld, type: string): string {
  const spec = world.types.find((t) => t.type === type);
  return typeof spec?.properties.name === 'string' ? spec.properties.name : type;
}

function items(world: TopWorld, state: State, things: Drawable[]): void {
  world.items.forEach((item, i) => {
    const gone = taken(state, i);
    const stays = item.kind === 'chest' || item.kind === 'checkpoint' || item.kind === 'lever';
    if (gone && !stays) return;
    const anim: Anim = item.kind === 'chest' ? (gone ? 'open' : 'closed') : gone ? 'open' : 'idle';
    things.push(thing(1000 + i, item.type, ITEM_ROLE[item.kind], item.tx * 4096 + 2048, item.ty * 4096 + 2048, TILE_PX - 2, { anim }));
  });
}

function loose(state: State, at: number, id: number, type: number, things: Drawable[]): void {
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  if (type === DROP_HEART) {
    const left = state[at + E_TIMER] as number;
    things.push(thing(id, 'potion', 'powerup', x, y, 10, { alpha: left < 120 && (left & 8) !== 0 ? 0.3 : 1 }));
    return;
  }
  const name = type === SHOT_HERO ? 'bolt' : type === SHOT_ARROW ? 'arrow' : 'spit';
  const angle = ((state[at + E_AIM] as number) * TURN) / 256;
  things.push(thing(id, name, 'projectile', x, y, 6, { angle, anim: 'fly' }));
}

function hero(state: State, type: string): Drawable {
  const blink = (state[INVULNERABLE] as number) > 0 && (state[H_DASH] as number) === 0 && ((state[TICK] as number) & 4) !== 0;
  return thing(-1, type, 'hero', state[HX] as number, state[HY] as number, (HERO_HALF * 2) / 256, {
    ...heading(state[HFACING] as number),
    anim: HERO_ANIMS[state[HANIM] as number] ?? 'idle',
    age: state[H_ANIM_AGE] as number,
    hp: state[HP] as number,
    maxHp: state[H_MAX_HP] as number,
    flash: (state[H_FLASH] as number) > 0,
    alpha: blink ? 0.4 : 1,
  });
}

/** Opened doors, and spikes near the hero that are not up. */
function tileChanges(world: TopWorld, state: State): [number, number, string][] {
  const out: [number, number, string][] = [];
  world.doors.forEach((door, i) => {
    if ((((state[DOORS] as number) >> i) & 1) !== 0) out.push([door.tx, door.ty, '.']);
  });
  const tx = (state[HX] as number) >> SHIFT;
  const ty = (state[HY] as number) >> SHIFT;
  for (let y = Math.max(0, ty - 13); y <= Math.min(world.height - 1, ty + 13); y++) {
    for (let x = Math.max(0, tx - 22); x <= Math.min(world.width - 1, tx + 22); x++) {
      if (world.tiles[y * world.width + x] !== SPIKE_CODE) continue;
      const now = spikesAt(world, state[CLOCK] as number, x, y);
      if (now !== SPIKES_UP) out.push([x, y, now === SPIKES_SAFE ? SPIKES_DOWN : SPIKES_TELL]);
    }
  }
  return out;
}

function camera(world: TopWorld, state: State): View['camera'] {
  return {
    x: (state[HX] as number) / 256,
    y: (state[HY] as number) / 256,
    left: 0,
    top: 0,
    right: world.width * TILE_PX,
    bottom: world.height * TILE_PX,
  };
}

function hud(world: TopWorld, state: State, boss: Hud['boss']): Hud {
  const { mark } = world.scene.level;
  const left = state[TIME_LEFT] as number;
  let keys = 0;
  for (let bits = state[KEYS] as number; bits !== 0; bits >>>= 1) keys += bits & 1;
  return {
    score: state[SCORE] as number,
    lives: state[LIVES] as number,
    hp: Math.max(0, state[HP] as number),
    maxHp: state[H_MAX_HP] as number,
    timeLeft: left < 0 ? null : Math.ceil(left / TICK_RATE),
    keys,
    collected: state[COLLECTED] as number,
    collectTotal: world.coins,
    mark: {
      kind: mark.kind,
      value: mark.kind === 'collect' ? Math.min(mark.value, state[COLLECTED] as number) : (state[PROGRESS] as number) >= 1000 ? 1 : 0,
      target: mark.value,
    },
    boss,
    level: null,
    xp: null,
  };
}
