/** A platformer scene compiled for stepping. */
import { ConfigError } from '../../core/scene';
import { SUB } from '../../core/state';
import type { EntitySpec, Family, LevelData, SceneInput, Spawn, World } from '../../core/types';
import type { Shuttle } from '../../systems/platform/shuttle';
import { DOOR, LIQUID, parseTiles, SOLID, SPIKE, SPIKE_DOWN, TILE, TILE_SHIFT } from '../../systems/platform/tiles';
import { type Behavior, baseSpeed, behaviorOf } from './entities';
import { type Physics, physics, velocity } from './rules';

export type ItemKind = 'collectible' | 'key' | 'door' | 'checkpoint' | 'goal' | 'powerup' | 'spring' | 'chest';
const ITEM_KINDS: readonly string[] = ['collectible', 'key', 'door', 'checkpoint', 'goal', 'powerup', 'spring', 'chest'];

/** A thing that stays where it is; whether it was taken or opened is a bit of the state. */
export interface Item {
  kind: ItemKind;
  type: number;
  /** Centre, subpixels. */
  x: number;
  y: number;
  /** Half extents, subpixels. */
  halfW: number;
  halfH: number;
  score: number;
  effect: string;
  /** Cells of a door. */
  cells: number[];
  /** Next item in the same cell, -1 at the end. */
  next: number;
}

export interface EnemyDef {
  type: number;
  behavior: Behavior;
  /** Top left at the start, subpixels. */
  x: number;
  y: number;
  w: number;
  h: number;
  speed: number;
  hp: number;
  damage: number;
  score: number;
  stompable: boolean;
  flying: boolean;
  /** Half width of its beat, subpixels. */
  range: number;
  /** Half height of a flier's beat. */
  lift: number;
  phase: number;
  facing: number;
}

export interface Track extends Shuttle {
  type: number;
  w: number;
  h: number;
  damage: number;
}

export interface Crumbling {
  type: number;
  x: number;
  y: number;
  w: number;
}

export interface PlatformWorld extends World {
  readonly physics: Physics;
  readonly items: readonly Item[];
  /** First item of each cell, -1 for none. */
  readonly itemAt: Int16Array;
  /** What a hero whose top left corner is in the cell could meet: NEAR_ITEM, NEAR_HARM. */
  readonly near: Uint8Array;
  /** Door item of each door cell, -1 for none. */
  readonly doorAt: Int16Array;
  readonly enemies: readonly EnemyDef[];
  /** Indices of the foes that may act on a hero in each stretch of 16 tiles; the boss is in all. */
  readonly nearby: readonly Int16Array[];
  /** Index of the boss among the enemies, -1 for none. */
  readonly boss: number;
  readonly platforms: readonly Track[];
  readonly saws: readonly Track[];
  readonly crumbling: readonly Crumbling[];
  /** Slot ranges: enemies from 0, then crumbling platforms, hero shots, enemy shots. */
  readonly crumblingFrom: number;
  readonly shotsFrom: number;
  readonly enemyShotsFrom: number;
  readonly shotType: number;
  readonly enemyShotType: number;
  /** Where the flags of the items begin in the state. */
  readonly bits: number;
  readonly startX: number;
  readonly startY: number;
  /** Below this the hero is lost. */
  readonly bottom: number;
  readonly collectTotal: number;
  readonly timeLimit: number;
  /** Boss fights: left end of the arena; crossing it wakes the boss. */
  readonly arena: number;
  /** Distances for search, made when first asked for (route.ts). */
  fields: { goal: Int32Array; key: Int32Array | null; carries: Uint8Array; rise: number } | null;
  /** Input sequences that worked before, by the cell they began in: what the bot remembers of the level. */
  readonly plans: Map<number, number[][]>;
  /** How often the bot searched for a better plan, by the same cells. */
  readonly looks: Map<number, number>;
}

const STATE_HEAD = 64;
const STRIDE_INTS = 16;
const HERO_SHOTS = 4;
const ENEMY_SHOTS = 8;

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

function pair(value: unknown, fallback: readonly [number, number]): readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return fallback;
  return [numberOf(value[0], fallback[0]), numberOf(value[1], fallback[1])];
}

const sub = (px: number): number => Math.round(px * SUB);
const cellX = (x: number): number => Math.round((x + 0.5) * TILE);

interface Types {
  specs: readonly EntitySpec[];
  index: Map<string, number>;
}

function enemyDef(spawn: Spawn, types: Types, p: Physics): EnemyDef {
  const type = types.index.get(spawn.type) as number;
  const spec = types.specs[type] as EntitySpec;
  const [pw, ph] = pair(spec.properties.hitbox, [10, 10]);
  const w = sub(pw);
  const h = sub(ph);
  return {
    type,
    behavior: behaviorOf(spec),
    x: cellX(spawn.x) - (w >> 1),
    y: Math.round((spawn.y + 1) * TILE) - h,
    w,
    h,
    speed: Math.max(0, (velocity(baseSpeed(spec)) * p.enemyPace) >> 8),
    hp: Math.max(1, Math.round(numberOf(spawn.health, spec.health ?? 1))),
    damage: Math.round(numberOf(spec.properties.damage, 1)),
    score: Math.round(numberOf(spec.properties.score, 50)),
    stompable: spec.properties.stompable !== false,
    flying: spec.properties.flying === true,
    range: Math.round(numberOf(spawn.range, 4) * TILE),
    lift: Math.round(numberOf(spawn.lift, 1) * TILE),
    phase: Math.round(numberOf(spawn.phase, 0)),
    facing: spawn.facing === 1 ? 1 : -1,
  };
}

function track(spawn: Spawn, types: Types, w: number, h: number): Track {
  const type = types.index.get(spawn.type) as number;
  const spec = types.specs[type] as EntitySpec;
  const moving = spec.properties.role === 'platform';
  return {
    type,
    x: moving ? Math.round(spawn.x * TILE) : cellX(spawn.x) - (w >> 1),
    y: moving ? Math.round(spawn.y * TILE) : Math.round((spawn.y + 0.5) * TILE) - (h >> 1),
    dx: Math.round(numberOf(spawn.dx, 0) * TILE),
    dy: Math.round(numberOf(spawn.dy, 0) * TILE),
    period: Math.max(2, Math.round(numberOf(spawn.period, 4) * 60)),
    phase: Math.max(0, Math.round(numberOf(spawn.phase, 0) * 60)),
    w,
    h,
    damage: Math.round(numberOf(spec.properties.damage, 1)),
  };
}

const HALF: Record<ItemKind, readonly [number, number]> = {
  collectible: [5, 5],
  key: [6, 6],
  door: [4, 12],
  checkpoint: [6, 8],
  goal: [6, 10],
  powerup: [6, 6],
  spring: [6, 3],
  chest: [6, 6],
};

function item(spawn: Spawn, types: Types): Item {
  const type = types.index.get(spawn.type) as number;
  const spec = types.specs[type] as EntitySpec;
  const kind = spec.properties.role as ItemKind;
  const [halfW, halfH] = HALF[kind];
  const stands = kind === 'checkpoint' || kind === 'goal' || kind === 'spring' || kind === 'door';
  return {
    kind,
    type,
    x: cellX(spawn.x),
    y: stands ? Math.round((spawn.y + 1) * TILE) - sub(halfH) : Math.round((spawn.y + 0.5) * TILE),
    halfW: sub(halfW),
    halfH: sub(halfH),
    score: Math.round(numberOf(spec.properties.score, kind === 'powerup' ? 50 : kind === 'collectible' ? 10 : 0)),
    effect: String(spec.properties.effect ?? ''),
    cells: [],
    next: -1,
  };
}

/** Each cell's list of items, and the cells each door closes: the door tiles that touch it. */
function gridOf(items: Item[], level: LevelData, tiles: Uint8Array): { itemAt: Int16Array; doorAt: Int16Array } {
  const itemAt = new Int16Array(level.width * level.height).fill(-1);
  const doorAt = new Int16Array(level.width * level.height).fill(-1);
  items.forEach((it, i) => {
    const cx = it.x >> TILE_SHIFT;
    const cy = it.y >> TILE_SHIFT;
    if (cx < 0 || cy < 0 || cx >= level.width || cy >= level.height) return;
    const cell = cy * level.width + cx;
    it.next = itemAt[cell] as number;
    itemAt[cell] = i;
    if (it.kind !== 'door') return;
    for (const direction of [-1, 1]) {
      for (let y = direction < 0 ? cy : cy + 1; y >= 0 && y < level.height; y += direction) {
        const at = y * level.width + cx;
        if (tiles[at] !== DOOR) break;
        it.cells.push(at);
        doorAt[at] = i;
      }
    }
  });
  return { itemAt, doorAt };
}

/** Bits of `PlatformWorld.near`. */
export const NEAR_ITEM = 1;
export const NEAR_HARM = 2;

/** Marks, for each cell, whether a box of that size that begins in it could meet an item or a harmful tile. */
function nearOf(level: LevelData, tiles: Uint8Array, itemAt: Int16Array, p: Physics): Uint8Array {
  const { width, height } = level;
  const out = new Uint8Array(width * height);
  const across = (p.w >> TILE_SHIFT) + 1;
  const down = (p.h >> TILE_SHIFT) + 1;
  /** All cells from which (x, y) lies no farther than the box plus `margin` tiles. */
  const mark = (x: number, y: number, margin: number, bit: number): void => {
    for (let ty = Math.max(0, y - down - margin); ty <= Math.min(height - 1, y + margin); ty++) {
      for (let tx = Math.max(0, x - across - margin); tx <= Math.min(width - 1, x + margin); tx++) {
        const at = ty * width + tx;
        out[at] = (out[at] as number) | bit;
      }
    }
  };
  for (let at = 0; at < tiles.length; at++) {
    const x = at % width;
    const y = Math.floor(at / width);
    if ((itemAt[at] as number) >= 0) mark(x, y, 1, NEAR_ITEM);
    if (isHarmful(tiles[at] as number)) mark(x, y, 0, NEAR_HARM);
  }
  return out;
}

/** A stretch is 2^15 subpixels: 16 tiles. */
export const STRETCH_SHIFT = 15;
/** Foes at home farther than this from a stretch sleep, subpixels: most of a screen. */
const AWAKE = 200 * SUB;

function nearbyOf(enemies: readonly EnemyDef[], width: number): Int16Array[] {
  const out: Int16Array[] = [];
  for (let left = 0; left < width * TILE || left === 0; left += 1 << STRETCH_SHIFT) {
    const near: number[] = [];
    enemies.forEach((e, i) => {
      const reach = AWAKE + e.range * 2;
      if (e.behavior === 'boss' || (e.x > left - reach && e.x < left + (1 << STRETCH_SHIFT) + reach)) near.push(i);
    });
    out.push(Int16Array.from(near));
  }
  return out;
}

export function compilePlatformer(family: Family, scene: SceneInput): PlatformWorld {
  const { level } = scene;
  if (level.tile !== 8) throw new ConfigError('level.tile', 'side views are built on tiles of 8 px');
  const p = physics(scene.rules);
  const types: Types = { specs: scene.entities, index: new Map(scene.entities.map((e, i) => [e.type, i])) };
  const tiles = parseTiles(level.rows, level.width);
  const enemies: EnemyDef[] = [];
  const items: Item[] = [];
  const platforms: Track[] = [];
  const saws: Track[] = [];
  const crumbling: Crumbling[] = [];
  let boss = -1;
  for (const spawn of level.spawns) {
    const spec = types.specs[types.index.get(spawn.type) ?? 0] as EntitySpec;
    const role = spec.properties.role;
    if (role === 'enemy' || role === 'boss') {
      if (role === 'boss') boss = enemies.length;
      enemies.push(enemyDef(spawn, types, p));
    } else if (role === 'platform') {
      const w = Math.round(numberOf(spawn.w, 3) * TILE);
      if (spec.properties.crumbles === true) {
        const type = types.index.get(spawn.type) as number;
        crumbling.push({ type, x: Math.round(spawn.x * TILE), y: Math.round(spawn.y * TILE), w });
      } else platforms.push(track(spawn, types, w, sub(6)));
    } else if (role === 'hazard') saws.push(track(spawn, types, sub(12), sub(12)));
    else if (ITEM_KINDS.includes(role)) items.push(item(spawn, types));
  }
  const { itemAt, doorAt } = gridOf(items, level, tiles);
  const shooters = enemies.some((e) => e.behavior === 'shoot' || e.behavior === 'boss');
  const crumblingFrom = enemies.length;
  const shotsFrom = crumblingFrom + crumbling.length;
  const enemyShotsFrom = shotsFrom + (p.shoot ? HERO_SHOTS : 0);
  const capacity = enemyShotsFrom + (shooters ? ENEMY_SHOTS : 0);
  const owned = (owner: string): number =>
    scene.entities.findIndex((e) => e.properties.role === 'projectile' && e.properties.owner === owner);
  return {
    family,
    scene,
    types: scene.entities,
    width: level.width,
    height: level.height,
    tile: TILE,
    tiles,
    capacity,
    physics: p,
    items,
    itemAt,
    near: nearOf(level, tiles, itemAt, p),
    doorAt,
    enemies,
    nearby: nearbyOf(enemies, level.width),
    boss,
    platforms,
    saws,
    crumbling,
    crumblingFrom,
    shotsFrom,
    enemyShotsFrom,
    shotType: owned('hero'),
    enemyShotType: owned('enemy'),
    bits: STATE_HEAD + capacity * STRIDE_INTS,
    startX: cellX(level.start[0]) - (p.w >> 1),
    startY: Math.round((level.start[1] + 1) * TILE) - p.h,
    bottom: level.height * TILE + sub(12),
    collectTotal: items.filter((i) => i.kind === 'collectible').length,
    timeLimit: p.timeLimit > 0 ? p.timeLimit : Math.round(numberOf(level.time_limit, 0) * 60),
    arena: Math.round(numberOf(level.arena, level.width) * TILE),
    fields: null,
    plans: new Map(),
    looks: new Map(),
  };
}

/** Whether the tile stops bodies. */
export function blocks(code: number): boolean {
  return code === SOLID || code === DOOR;
}

export function isHarmful(code: number): boolean {
  return code === SPIKE || code === SPIKE_DOWN || code === LIQUID;
}
