/** Static data of one level: tiles, items, doors, foes, traps, in integers. */
import { ConfigError } from '../../core/scene';
import type { EntitySpec, Family, SceneInput, Spawn, State, World } from '../../core/types';
import type { Ground } from '../../systems/topdown';
import { type Behavior, behaviorOf, castOf, LOCKS } from './cast';
import { type Archetype, archetypeOf } from './foes';
import { DOORS, MAX_ITEMS, SHIFT, TILE, TILE_PX } from './layout';
import { CODE_OF, DOOR_CODE, FLAGS } from './legend';

export type ItemKind = 'key' | 'coin' | 'potion' | 'might' | 'chest' | 'checkpoint' | 'goal' | 'lever';

export interface Item {
  kind: ItemKind;
  type: string;
  tx: number;
  ty: number;
  /** Lock a key opens, or -1. */
  lock: number;
  /** Score it is worth. */
  score: number;
  /** What a chest holds: an item kind, with `lock` for a key. */
  loot: ItemKind | null;
  /** Door a lever opens; -1. */
  door: number;
}

export interface Door {
  type: string;
  tx: number;
  ty: number;
  needs: 'key' | 'clear' | 'lever';
  /** Key lock index. */
  lock: number;
  /** Room whose foes must fall, for `clear`. */
  room: number;
}

export interface Foe {
  type: string;
  behavior: Behavior;
  boss: boolean;
  x: number;
  y: number;
  hp: number;
  room: number;
  a: Archetype;
  /** 0-7, where it looks or walks at first. */
  facing: number;
}

export interface ArrowTrap {
  type: string;
  tx: number;
  ty: number;
  /** 0, 2, 4, 6. */
  facing: number;
  period: number;
  phase: number;
}

/** A blade slides between two points and back; where it is follows from the clock alone. */
export interface Blade {
  type: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Ticks for one way. */
  leg: number;
  phase: number;
}

export interface Numbers {
  heroSpeed: number;
  health: number;
  lives: number;
  attack: 'strike' | 'shoot' | 'beam';
  windup: number;
  active: number;
  recover: number;
  reach: number;
  radius: number;
  shotSpeed: number;
  shotCooldown: number;
  dash: boolean;
  dashFrames: number;
  /** Subpixels a tick. */
  dashSpeed: number;
  dashCooldown: number;
  invulnerable: number;
  hitstop: number;
  sight: number;
  enemyWindup: number;
  enemyShotSpeed: number;
  leadAim: boolean;
  spikePeriod: number;
  spikeWave: number;
  dropPercent: number;
  timeLimit: number;
}

export interface RoomBox {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface TopWorld extends World, Ground {
  readonly n: Numbers;
  readonly items: readonly Item[];
  /** Item index at a tile, or -1. */
  readonly itemAt: Int16Array;
  readonly doors: readonly Door[];
  readonly doorAt: Int16Array;
  /** 1 on the tiles around doors that take a key: elsewhere nothing need be tried. */
  readonly byDoor: Uint8Array;
  readonly foes: readonly Foe[];
  readonly traps: readonly ArrowTrap[];
  readonly blades: readonly Blade[];
  readonly rooms: readonly RoomBox[];
  readonly startX: number;
  readonly startY: number;
  /** Collectibles in the level, loose or in chests. */
  readonly coins: number;
  /** Index of the foe that is the boss, -1. */
  readonly boss: number;
  readonly goalItem: number;
  /** Distance fields towards a tile, by door bits and tile: derived from static data, so not state. */
  readonly pursuit: Map<number, Int16Array>;
  /** Which tiles a walker or flier may enter, by door bits; for `pursuit`. */
  readonly passable: Map<number, Uint8Array>;
  readonly types: readonly EntitySpec[];
  /** Slots: foes, then shots and drops. */
  readonly loose: number;
}

export const LOOSE_SLOTS = 24;

function num(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** px/s to subpixels a tick. */
export function perTick(pxPerSecond: number): number {
  return Math.round((pxPerSecond * 256) / 60);
}

function numbers(scene: SceneInput): Numbers {
  const r = scene.rules;
  const get = (key: string): number => num(r[key], 0);
  const heroSpeed = perTick(get('hero_speed'));
  return {
    heroSpeed,
    health: get('hero_health'),
    lives: get('lives'),
    attack: r.attack === 'shoot' || r.attack === 'beam' ? r.attack : 'strike',
    windup: get('strike_windup'),
    active: get('strike_active'),
    recover: get('strike_recover'),
    reach: get('strike_reach') * 256,
    radius: get('strike_radius') * 256,
    shotSpeed: perTick(get('shot_speed')),
    shotCooldown: get('shot_cooldown'),
    dash: r.dash === true,
    dashFrames: get('dash_frames'),
    // Below a tile a tick, whatever the multipliers, so that nothing is tunnelled through.
    dashSpeed: Math.min(TILE - 256, Math.round(heroSpeed * get('dash_speed'))),
    dashCooldown: get('dash_cooldown'),
    invulnerable: get('invulnerable_frames'),
    hitstop: get('hitstop_frames'),
    sight: Math.round(get('enemy_sight') * TILE),
    enemyWindup: get('enemy_windup'),
    enemyShotSpeed: perTick(get('enemy_shot_speed')),
    leadAim: r.lead_aim === true,
    spikePeriod: Math.max(20, get('spike_period')),
    spikeWave: get('spike_wave'),
    dropPercent: get('drop_percent'),
    timeLimit: get('time_limit'),
  };
}

function itemOf(spawn: Spawn, spec: EntitySpec, locks: ReadonlyMap<string, number>): Item | null {
  const tx = Math.floor(spawn.x);
  const ty = Math.floor(spawn.y);
  const score = num(spec.properties.score, 10);
  const item = (kind: ItemKind, more: Partial<Item> = {}): Item => ({
    kind,
    type: spawn.type,
    tx,
    ty,
    lock: -1,
    score,
    loot: null,
    door: -1,
    ...more,
  });
  switch (spec.properties.role) {
    case 'key':
      return item('key', { lock: locks.get(spawn.type) ?? 0, score: 0 });
    case 'collectible':
      return item('coin');
    case 'powerup':
      return item(spec.properties.effect === 'might' ? 'might' : 'potion', { score: 0 });
    case 'chest': {
      const held = typeof spawn.holds === 'string' ? spawn.holds : '';
      const lock = locks.get(held);
      if (lock !== undefined) return item('chest', { loot: 'key', lock, score: 0 });
      return item('chest', { loot: held === 'potion' || held === 'might' ? held : 'coin', score: num(spec.properties.score, 50) });
    }
    case 'checkpoint':
      return item('checkpoint', { score: 0 });
    case 'goal':
      return item('goal', { score: 0 });
    case 'prop':
      return spawn.door === undefined ? null : item('lever', { door: num(spawn.door, -1), score: 0 });
    default:
      return null;
  }
}

export function compile(family: Family, scene: SceneInput): TopWorld {
  const { level } = scene;
  if (level.tile !== TILE_PX) throw new ConfigError('level.tile', `this kind has tiles of ${TILE_PX} px, got ${level.tile}`);
  const { width, height } = level;
  const tiles = new Uint8Array(width * height);
  level.rows.forEach((row, y) => {
    for (let x = 0; x < width; x++) {
      const code = CODE_OF.get(row[x] as string);
      if (code === undefined) throw new ConfigError(`level.rows[${y}]`, `unknown character '${row[x]}'`);
      tiles[y * width + x] = code;
    }
  });
  const n = numbers(scene);
  const speed = num(scene.rules.enemy_speed, 1);
  const cast = castOf(scene.entities);
  const specs = new Map(scene.entities.map((e) => [e.type, e]));
  const locks = new Map(cast.keys.slice(0, LOCKS).map((k, i) => [k, i]));
  const doorLocks = new Map(cast.doors.slice(0, LOCKS).map((k, i) => [k, i]));
  const stealth = scene.design.mechanics.includes('stealth');
  const items: Item[] = [];
  const doors: Door[] = [];
  const foes: Foe[] = [];
  const traps: ArrowTrap[] = [];
  const blades: Blade[] = [];
  const itemAt = new Int16Array(width * height).fill(-1);
  const doorAt = new Int16Array(width * height).fill(-1);
  level.spawns.forEach((spawn, i) => {
    const path = `level.spawns[${i}]`;
    const spec = specs.get(spawn.type) as EntitySpec;
    const tx = Math.floor(spawn.x);
    const ty = Math.floor(spawn.y);
    if (!(tx >= 0 && ty >= 0 && tx < width && ty < height)) throw new ConfigError(path, 'outside the level');
    const role = spec.properties.role;
    if (role === 'enemy' || role === 'boss') {
      const position = cast.enemies.findIndex((e) => e.type === spec.type);
      const behavior = behaviorOf(spec, Math.max(0, position), stealth);
      const a = archetypeOf(behavior, speed * num(spec.speed, 1) * num(spawn.speed, 1));
      const hp = Math.max(1, Math.round(num(spawn.hp, num(spec.health, a.hp))));
      const x = Math.round(spawn.x * TILE) + TILE / 2;
      const y = Math.round(spawn.y * TILE) + TILE / 2;
      foes.push({
        type: spec.type,
        behavior,
        boss: role === 'boss',
        x,
        y,
        hp,
        room: num(spawn.room, -1),
        a,
        facing: num(spawn.facing, 2) & 7,
      });
    } else if (role === 'door') {
      const needs = spawn.needs === 'clear' || spawn.needs === 'lever' ? spawn.needs : 'key';
      doorAt[ty * width + tx] = doors.length;
      tiles[ty * width + tx] = DOOR_CODE;
      doors.push({ type: spec.type, tx, ty, needs, lock: doorLocks.get(spec.type) ?? 0, room: num(spawn.room, -1) });
    } else if (spec.properties.trap === 'arrow') {
      traps.push({
        type: spec.type,
        tx,
        ty,
        facing: num(spawn.facing, 2) & 6,
        period: Math.max(40, num(spawn.period, 140)),
        phase: num(spawn.phase, 0),
      });
    } else if (spec.properties.trap === 'blade') {
      const x0 = tx * TILE + TILE / 2;
      const y0 = ty * TILE + TILE / 2;
      const x1 = Math.floor(num(spawn.to_x, spawn.x)) * TILE + TILE / 2;
      const y1 = Math.floor(num(spawn.to_y, spawn.y)) * TILE + TILE / 2;
      const leg = Math.max(10, Math.round(num(spawn.leg, 80)));
      blades.push({ type: spec.type, x0, y0, x1, y1, leg, phase: num(spawn.phase, 0) });
    } else {
      const item = itemOf(spawn, spec, locks);
      if (item !== null) {
        itemAt[ty * width + tx] = items.length;
        items.push(item);
      }
    }
  });
  if (items.length > MAX_ITEMS) throw new ConfigError('level.spawns', `at most ${MAX_ITEMS} things to pick up, got ${items.length}`);
  if (doors.length > 31) throw new ConfigError('level.spawns', `at most 31 doors, got ${doors.length}`);
  const byDoor = new Uint8Array(width * height);
  for (const door of doors) {
    if (door.needs !== 'key') continue;
    for (let y = Math.max(0, door.ty - 1); y <= Math.min(height - 1, door.ty + 1); y++) {
      for (let x = Math.max(0, door.tx - 1); x <= Math.min(width - 1, door.tx + 1); x++) byDoor[y * width + x] = 1;
    }
  }
  const rooms = (Array.isArray(level.rooms) ? level.rooms : []) as RoomBox[];
  const blocked = (state: State, tx: number, ty: number, mask: number): boolean => {
    if (tx < 0 || ty < 0 || tx >= width || ty >= height) return true;
    const code = tiles[ty * width + tx] as number;
    if (code === DOOR_CODE) {
      const door = doorAt[ty * width + tx] as number;
      if (door >= 0 && (((state[DOORS] as number) >> door) & 1) !== 0) return false;
    }
    return ((FLAGS[code] as number) & mask) !== 0;
  };
  return {
    family,
    scene,
    types: scene.entities,
    width,
    height,
    tile: TILE,
    shift: SHIFT,
    tiles,
    capacity: foes.length + LOOSE_SLOTS,
    loose: foes.length,
    blocked,
    n,
    items,
    itemAt,
    doors,
    doorAt,
    byDoor,
    foes,
    traps,
    blades,
    rooms,
    startX: level.start[0] * TILE + TILE / 2,
    startY: level.start[1] * TILE + TILE / 2,
    coins: items.filter((i) => i.kind === 'coin' || (i.kind === 'chest' && i.loot === 'coin')).length,
    boss: foes.findIndex((f) => f.boss),
    goalItem: items.findIndex((i) => i.kind === 'goal'),
    pursuit: new Map(),
    passable: new Map(),
  };
}
