/** One arena scene compiled to integer tables. */
import { SUB, TICK_RATE } from '../../core/state';
import type { EntitySpec, Family, LevelData, SceneInput, Wave, World } from '../../core/types';
import type { Pool } from '../../systems/projectiles';
import { schedule } from '../../systems/waves';
import { BEHAVIORS, behaviorOf, HORDE, SHOOTER } from './archetypes';
import { EFFECTS } from './cast';
import { G_FOE_SHOTS, G_FOES, G_PICKUPS, G_SHOTS } from './layout';
import { type Numbers, numbersOf, perTick } from './rules';

/** Foes, hero shots, foe shots, pickups. */
const ROOM = { 'space-shooter': [48, 48, 96, 24], 'horde-survivors': [96, 40, 40, 80] } as const;

/** Side of a cell of the broad phase: 32 px. */
export const CELL_SHIFT = 13;

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Offset in the state of the first foe of each cell, 0 = none. */
  readonly head: Int32Array;
  /** Offset of the next foe in the same cell, by slot. */
  readonly next: Int32Array;
}

export interface ArenaWorld extends World {
  readonly shooter: boolean;
  /** log2 of `tile`. */
  readonly tileShift: number;
  readonly numbers: Numbers;
  readonly foes: Pool;
  readonly shots: Pool;
  readonly foeShots: Pool;
  readonly pickups: Pool;
  /** By type index. */
  readonly behavior: Int32Array;
  readonly health: Int32Array;
  /** Subpixels a tick. */
  readonly speed: Int32Array;
  /** Half box, subpixels. */
  readonly half: Int32Array;
  readonly score: Int32Array;
  readonly threat: Int32Array;
  /** Effect index in EFFECTS of a power-up type, -1 for others. */
  readonly effect: Int32Array;
  /** Type indices by role; -1 when there is none. */
  readonly heroType: number;
  readonly shotType: number;
  readonly foeShotType: number;
  readonly gemTypes: readonly number[];
  readonly bossType: number;
  /** Type index of each effect's power-up, -1 = none. */
  readonly powerTypes: readonly number[];
  /** Foe types waves may be made of in endless mode (enemies, else hazards). */
  readonly foeTypes: readonly number[];
  readonly hazardTypes: readonly number[];
  readonly waves: readonly Wave[];
  readonly orders: Int32Array;
  /** Ticks the stage's waves last. */
  readonly stageTicks: number;
  /** Ticks to survive (survivors), 0 otherwise. */
  readonly surviveTicks: number;
  /** Subpixels a tick the field moves by (shooter). */
  readonly scroll: number;
  readonly scrollEnd: number;
  /** Foes fire this percent as often as usual. */
  readonly fire: number;
  readonly shotSpeed: number;
  readonly start: readonly [number, number];
  readonly fieldWidth: number;
  readonly fieldHeight: number;
  readonly solid: Uint8Array;
  readonly grid: Grid;
  /** Direction towards a tile from every tile (survivors), made on demand: a pure function of the tile, so no part of the state. */
  readonly flows: (Uint8Array | undefined)[];
}

/** View and field of the shooter, px. */
export const FIELD_WIDTH = 320;

export interface Temper {
  /** Percent of the usual. */
  speed: number;
  fire: number;
  shot: number;
}

function temperOf(level: LevelData): Temper {
  const temper = (level.temper ?? {}) as Partial<Temper>;
  return { speed: temper.speed ?? 100, fire: temper.fire ?? 100, shot: temper.shot ?? 100 };
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

export function compileArena(family: Family, scene: SceneInput): ArenaWorld {
  const { level, entities: types } = scene;
  const shooter = scene.kind === 'space-shooter';
  if (level.tile !== 8 && level.tile !== 16) throw new Error('level.tile: an arena has tiles of 8 or 16 px');
  const numbers = numbersOf(scene.rules);
  const temper = temperOf(level);
  const base = shooter ? SHOOTER : HORDE;
  const n = types.length;
  const tables = { behavior: new Int32Array(n).fill(-1), effect: new Int32Array(n).fill(-1) };
  const [health, speed, half, score, threat] = [0, 1, 2, 3, 4].map(() => new Int32Array(n)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let place = 0;
  const speedFactor = Number(scene.rules.enemy_speed ?? 1) * (temper.speed / 100);
  types.forEach((type, i) => {
    const { role } = type.properties;
    half[i] = Math.round(numberOr(type.properties.size, role === 'collectible' ? 8 : role === 'projectile' ? 5 : 10) * (SUB / 2));
    score[i] = numberOr(type.properties.score, role === 'collectible' ? 10 : 0);
    tables.effect[i] = role === 'powerup' ? EFFECTS.indexOf(type.properties.effect as never) : -1;
    if (role !== 'enemy' && role !== 'boss' && role !== 'hazard') return;
    const behavior = behaviorOf(type.ai_behavior, role, place++);
    const stats = base[behavior];
    tables.behavior[i] = BEHAVIORS.indexOf(behavior);
    health[i] = foeHealth(type, stats.health);
    speed[i] = Math.max(8, perTick(stats.speed * numberOr(type.speed, 1) * speedFactor));
    half[i] = Math.round(numberOr(type.properties.size, stats.size) * (SUB / 2));
    score[i] = numberOr(type.properties.score, stats.score);
    threat[i] = stats.threat;
  });
  const room = shooter ? ROOM['space-shooter'] : ROOM['horde-survivors'];
  const bounds = [0, room[0], room[0] + room[1], room[0] + room[1] + room[2], room[0] + room[1] + room[2] + room[3]] as const;
  const indexOf = (test: (type: EntitySpec) => boolean): number => types.findIndex(test);
  const all = (role: string): number[] => types.flatMap((t, i) => (t.properties.role === role ? [i] : []));
  const enemies = all('enemy');
  const hazards = all('hazard');
  const tile = level.tile * SUB;
  const waves = level.waves ?? [];
  const orders = schedule(waves, (name) => {
    const i = indexOf((t) => t.type === name);
    if (i < 0 || (tables.behavior[i] as number) < 0) throw new Error(`level.waves: '${name}' is no enemy, hazard or boss of this game`);
    return i;
  });
  const fieldWidth = shooter ? FIELD_WIDTH * SUB : level.width * tile;
  const fieldHeight = level.height * tile;
  const columns = (fieldWidth >> CELL_SHIFT) + 3;
  const rows = (fieldHeight >> CELL_SHIFT) + 3;
  const scrollEnd = shooter ? Math.max(0, level.width * tile - fieldWidth) : 0;
  return {
    family,
    scene,
    types,
    width: level.width,
    height: level.height,
    tile,
    tiles: tileCodes(level),
    capacity: bounds[4],
    shooter,
    tileShift: level.tile === 16 ? 12 : 11,
    numbers,
    foes: { from: bounds[0], to: bounds[1], count: G_FOES },
    shots: { from: bounds[1], to: bounds[2], count: G_SHOTS },
    foeShots: { from: bounds[2], to: bounds[3], count: G_FOE_SHOTS },
    pickups: { from: bounds[3], to: bounds[4], count: G_PICKUPS },
    ...tables,
    health,
    speed,
    half,
    score,
    threat,
    heroType: indexOf((t) => t.properties.role === 'hero'),
    shotType: indexOf((t) => t.properties.role === 'projectile' && t.properties.owner !== 'enemy'),
    foeShotType: indexOf((t) => t.properties.role === 'projectile' && t.properties.owner === 'enemy'),
    gemTypes: all('collectible'),
    bossType: indexOf((t) => t.properties.role === 'boss'),
    powerTypes: EFFECTS.map((effect) => indexOf((t) => t.properties.role === 'powerup' && t.properties.effect === effect)),
    foeTypes: enemies.length > 0 ? enemies : hazards,
    hazardTypes: hazards,
    waves,
    orders,
    stageTicks: Math.max(60, Math.floor(numberOr(level.stage_ticks, orders.length > 0 ? (orders[orders.length - 4] as number) : 60))),
    surviveTicks: level.mark.kind === 'seconds' ? Math.floor(level.mark.value * TICK_RATE) : 0,
    scroll: shooter ? perTick(numberOr(level.scroll, 30)) : 0,
    scrollEnd,
    fire: Math.max(10, temper.fire),
    shotSpeed: Math.max(16, Math.round((numbers.foeShotSpeed * temper.shot) / 100)),
    start: [Math.round(level.start[0] * tile + tile / 2), Math.round(level.start[1] * tile + tile / 2)],
    fieldWidth,
    fieldHeight,
    solid: solidMap(level, shooter),
    grid: { columns, rows, head: new Int32Array(columns * rows), next: new Int32Array(room[0]) },
    flows: new Array<Uint8Array | undefined>(level.width * level.height).fill(undefined),
  };
}

/** An enemy of health 1 is what its behaviour usually has; more scales it. A boss that says its health has it. */
function foeHealth(type: EntitySpec, usual: number): number {
  const own = numberOr(type.health, 1);
  if (type.properties.role === 'boss') return Math.max(1, Math.round(own > 1 ? Math.max(own, usual / 2) : usual));
  return Math.max(1, Math.round(usual * Math.min(6, own)));
}

function tileCodes(level: LevelData): Uint8Array {
  const codes = new Uint8Array(level.width * level.height);
  level.rows.forEach((row, y) => {
    for (let x = 0; x < level.width; x++) codes[y * level.width + x] = row.charCodeAt(x);
  });
  return codes;
}

function solidMap(level: LevelData, shooter: boolean): Uint8Array {
  const codes = tileCodes(level);
  const solid = codes.map((c) => (c === 0x23 ? 1 : 0));
  if (shooter) return solid;
  // A ground is closed all around, whatever its rows say.
  for (let x = 0; x < level.width; x++) solid[x] = solid[(level.height - 1) * level.width + x] = 1;
  for (let y = 0; y < level.height; y++) solid[y * level.width] = solid[(y + 1) * level.width - 1] = 1;
  return solid;
}

/** Whether the tile at a point (subpixels of the level) is solid; outside is open for shooters and solid for arenas. */
export function solidAt(world: ArenaWorld, x: number, y: number): boolean {
  const tx = x >> world.tileShift;
  const ty = y >> world.tileShift;
  if (tx < 0 || ty < 0 || tx >= world.width || ty >= world.height) return !world.shooter;
  return world.solid[ty * world.width + tx] === 1;
}
