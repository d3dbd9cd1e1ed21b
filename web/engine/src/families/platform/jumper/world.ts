/** A jumper stage compiled: ledges from below upwards. The sides are joined; beyond the last ledge new ones are made from the seed. */
import { ConfigError } from '../../../core/scene';
import { SUB } from '../../../core/state';
import type { EntitySpec, Family, SceneInput, World } from '../../../core/types';
import { type Shuttle, shuttleX } from '../../../systems/platform/shuttle';
import { TILE } from '../../../systems/platform/tiles';
import { type JumperPhysics, jumperPhysics } from './rules';

export interface Ledge extends Shuttle {
  type: number;
  w: number;
  crumbles: boolean;
  spring: boolean;
}

export interface Hoverer extends Shuttle {
  type: number;
  damage: number;
  score: number;
}

export interface Prize {
  type: number;
  x: number;
  y: number;
  score: number;
}

export interface JumperWorld extends World {
  readonly physics: JumperPhysics;
  /** Lowest first. */
  readonly ledges: readonly Ledge[];
  readonly foes: readonly Hoverer[];
  readonly prizes: readonly Prize[];
  readonly platformType: number;
  readonly springType: number;
  readonly risingType: number;
  readonly span: number;
  readonly startX: number;
  readonly startY: number;
  /** Top of the ground. */
  readonly ground: number;
  /** Height to reach above the ground, subpixels. */
  readonly mark: number;
  /** Flags: broken ledges, then killed foes, then taken prizes. */
  readonly bits: number;
  readonly foeBits: number;
  readonly prizeBits: number;
  readonly flags: number;
  readonly seed: number;
  /** Distance of made-up ledges. */
  readonly stepUp: number;
}

const HEAD = 64;

function num(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

export function compileJumper(family: Family, scene: SceneInput): JumperWorld {
  const { level } = scene;
  if (level.tile !== 8) throw new ConfigError('level.tile', 'side views are built on tiles of 8 px');
  const physics = jumperPhysics(scene.rules);
  const index = new Map(scene.entities.map((e, i) => [e.type, i]));
  const ledges: Ledge[] = [];
  const foes: Hoverer[] = [];
  const prizes: Prize[] = [];
  for (const spawn of level.spawns) {
    const type = index.get(spawn.type) as number;
    const spec = scene.entities[type] as EntitySpec;
    const { role } = spec.properties;
    const moves = {
      x: Math.round(spawn.x * TILE),
      y: Math.round(spawn.y * TILE),
      dx: Math.round(num(spawn.dx, 0) * TILE),
      dy: 0,
      period: Math.max(30, Math.round(num(spawn.period, 4) * 60)),
      phase: Math.round(num(spawn.phase, 0)),
    };
    if (role === 'platform') {
      ledges.push({
        ...moves,
        type,
        w: Math.round(num(spawn.w, 5) * TILE),
        crumbles: spec.properties.crumbles === true,
        spring: spawn.spring === true,
      });
    } else if (role === 'enemy' || role === 'boss') {
      const pace = Math.max(0.2, num(spec.speed, 1) * physics.enemyPace);
      foes.push({
        ...moves,
        period: Math.max(30, Math.round(moves.period / pace)),
        type,
        damage: num(spec.properties.damage, 1),
        score: num(spec.properties.score, 50),
      });
    } else if (role === 'collectible')
      prizes.push({ type, x: moves.x + (TILE >> 1), y: moves.y + (TILE >> 1), score: num(spec.properties.score, 10) });
  }
  ledges.sort((a, b) => b.y - a.y || a.x - b.x);
  foes.sort((a, b) => b.y - a.y || a.x - b.x);
  prizes.sort((a, b) => b.y - a.y || a.x - b.x);
  const ground = (level.height - 1) * TILE;
  const find = (role: string, form?: string): number =>
    scene.entities.findIndex((e) => e.properties.role === role && (form === undefined || e.properties.form === form));
  return {
    family,
    scene,
    types: scene.entities,
    width: level.width,
    height: level.height,
    tile: TILE,
    tiles: new Uint8Array(0),
    capacity: 0,
    physics,
    ledges,
    foes,
    prizes,
    platformType: scene.entities.findIndex((e) => e.properties.role === 'platform' && e.properties.crumbles !== true),
    springType: find('spring'),
    risingType: find('hazard', 'rising'),
    span: level.width * TILE,
    startX: Math.round(level.start[0] * TILE),
    startY: ground - physics.h,
    ground,
    mark: Math.round(level.mark.value * 8 * SUB),
    bits: HEAD,
    foeBits: ledges.length,
    prizeBits: ledges.length + foes.length,
    flags: ledges.length + foes.length + prizes.length,
    seed: level.seed | 0,
    stepUp: Math.max(16 * SUB, Math.floor(bounceHeight(physics) * 0.6)),
  };
}

/** Height of a bounce, subpixels: the sum of whole ticks. */
export function bounceHeight(p: JumperPhysics): number {
  let y = 0;
  for (let v = p.bounce - p.gravity; v > 0; v -= p.gravity) y += v;
  return y;
}

/** Ticks from one bounce to the next on the same level. */
export function bounceTicks(p: JumperPhysics): number {
  return Math.floor((2 * p.bounce) / p.gravity);
}

/** Ledge `i`, counted from below; beyond the stage they sway around the middle, within a bounce of one another. */
export function ledgeAt(world: JumperWorld, i: number): Ledge {
  const known = world.ledges[i];
  if (known !== undefined) return known;
  const n = world.ledges.length;
  const beyond = i - n + 1;
  let h = Math.imul(world.seed ^ Math.imul(i, 0x9e3779b1), 0xc2b2ae35);
  h = (h ^ (h >>> 15)) >>> 0;
  const base = n > 0 ? (world.ledges[n - 1] as Ledge).y : world.ground;
  const w = Math.max(3, 5 - (beyond >> 4)) * TILE;
  // A path to and fro across the field, with some scatter.
  const p = beyond % 12;
  const sway = (p < 6 ? p : 12 - p) * 3 * TILE;
  const x = 6 * TILE + sway + (h % (8 * TILE));
  const moves = beyond > 6 && beyond % 4 === 0;
  return {
    type: world.platformType,
    x,
    y: base - beyond * world.stepUp,
    dx: moves ? 6 * TILE : 0,
    dy: 0,
    period: 240,
    phase: h & 127,
    w,
    crumbles: false,
    spring: beyond % 13 === 7,
  };
}

/** Index of the lowest ledge whose top is above `y` (smaller), by halving; beyond the stage by its spacing. */
export function firstAbove(world: JumperWorld, y: number): number {
  const { ledges } = world;
  const n = ledges.length;
  let low = 0;
  let high = n;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (ledges[mid]!.y < y) high = mid;
    else low = mid + 1;
  }
  if (low < n) return low;
  const top = n > 0 ? (ledges[n - 1] as Ledge).y : world.ground;
  return n + Math.max(0, Math.floor((top - y) / world.stepUp));
}

export function ledgeX(ledge: Ledge, clock: number): number {
  return shuttleX(ledge, clock);
}
