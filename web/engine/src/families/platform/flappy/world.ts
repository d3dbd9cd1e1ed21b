/** A flappy stage compiled: gates, foes and coins in order of x. All of them but the coins' flags are functions of the clock. */
import { ConfigError } from '../../../core/scene';
import { SUB } from '../../../core/state';
import type { EntitySpec, Family, SceneInput, Spawn, World } from '../../../core/types';
import { TILE } from '../../../systems/platform/tiles';
import { type FlappyPhysics, flappyPhysics } from './rules';

export interface Gate {
  /** Left edge, subpixels. */
  x: number;
  /** Middle of the opening at rest, subpixels. */
  y: number;
  gap: number;
  /** Half way up and down, subpixels; 0 for a gate that stands still. */
  lift: number;
  period: number;
  phase: number;
}

export interface Flyer {
  type: number;
  x: number;
  y: number;
  lift: number;
  period: number;
  phase: number;
  damage: number;
}

export interface Coin {
  type: number;
  x: number;
  y: number;
  score: number;
}

export interface FlappyWorld extends World {
  readonly physics: FlappyPhysics;
  readonly gates: readonly Gate[];
  readonly flyers: readonly Flyer[];
  readonly coins: readonly Coin[];
  readonly gateType: number;
  readonly mark: number;
  /** Top of the floor, subpixels. */
  readonly floor: number;
  readonly startX: number;
  readonly startY: number;
  readonly bits: number;
  readonly seed: number;
}

export const BITS = 64;

function num(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

function gateOf(spawn: Spawn, gap: number): Gate {
  return {
    x: Math.round(spawn.x * TILE),
    y: Math.round(spawn.y * TILE),
    gap: Math.round(num(spawn.gap, gap / TILE) * TILE),
    lift: Math.round(num(spawn.lift, 0) * TILE),
    period: Math.max(30, Math.round(num(spawn.period, 3) * 60)),
    phase: Math.round(num(spawn.phase, 0)),
  };
}

export function compileFlappy(family: Family, scene: SceneInput): FlappyWorld {
  const { level } = scene;
  if (level.tile !== 8) throw new ConfigError('level.tile', 'side views are built on tiles of 8 px');
  const physics = flappyPhysics(scene.rules);
  const index = new Map(scene.entities.map((e, i) => [e.type, i]));
  const gates: Gate[] = [];
  const flyers: Flyer[] = [];
  const coins: Coin[] = [];
  for (const spawn of level.spawns) {
    const type = index.get(spawn.type) as number;
    const spec = scene.entities[type] as EntitySpec;
    const { role } = spec.properties;
    const x = Math.round((spawn.x + 0.5) * TILE);
    const y = Math.round((spawn.y + 0.5) * TILE);
    if (role === 'hazard') gates.push(gateOf(spawn, physics.gap));
    else if (role === 'enemy' || role === 'boss') {
      const pace = num(spec.speed, 1) * num(scene.rules.enemy_speed, 1);
      const period = Math.max(40, Math.round(150 / Math.max(0.2, pace)));
      flyers.push({
        type,
        x,
        y,
        lift: Math.round(num(spawn.lift, 2) * TILE),
        period,
        phase: num(spawn.phase, 0),
        damage: num(spec.properties.damage, 1),
      });
    } else if (role === 'collectible') coins.push({ type, x, y, score: num(spec.properties.score, 10) });
  }
  gates.sort((a, b) => a.x - b.x || a.y - b.y);
  flyers.sort((a, b) => a.x - b.x || a.y - b.y);
  coins.sort((a, b) => a.x - b.x || a.y - b.y);
  return {
    family,
    scene,
    types: scene.entities,
    width: level.width,
    height: level.height,
    tile: TILE,
    tiles: new Uint8Array(level.width * level.height),
    capacity: 0,
    physics,
    gates,
    flyers,
    coins,
    gateType: scene.entities.findIndex((e) => e.properties.role === 'hazard' && e.properties.form === 'gate'),
    mark: Math.max(1, Math.round(level.mark.value)),
    floor: (level.height - 1) * TILE,
    startX: Math.round(level.start[0] * TILE),
    startY: Math.round(level.start[1] * TILE),
    bits: BITS,
    seed: level.seed | 0,
  };
}

/** Where a gate's opening is at this tick: to and fro between its ends, subpixels. */
export function openingAt(gate: { y: number; lift: number; period: number; phase: number }, clock: number): number {
  if (gate.lift === 0) return gate.y;
  const p = (clock + gate.phase) % gate.period;
  const half = gate.period >> 1;
  const u = p < half ? p : gate.period - p;
  return gate.y - gate.lift + Math.floor((2 * gate.lift * u) / half);
}

/** Gate `i`: of the stage, or, beyond its end, one made up from the seed, a little harder each time. */
export function gateAt(world: FlappyWorld, i: number): Gate {
  const known = world.gates[i];
  if (known !== undefined) return known;
  const p = world.physics;
  const n = world.gates.length;
  const last = world.gates[n - 1];
  const beyond = i - n + 1;
  let h = Math.imul(world.seed ^ Math.imul(i, 0x9e3779b1), 0x85ebca6b);
  h = (h ^ (h >>> 13)) >>> 0;
  const middle = world.floor >> 1;
  const spread = 22 * SUB;
  return {
    x: (last?.x ?? world.startX) + beyond * p.spacing,
    y: middle + (h % (2 * spread)) - spread,
    gap: Math.max(Math.floor(p.gap * 0.7), p.gap - beyond * 48),
    lift: beyond % 3 === 0 ? 6 * SUB : 0,
    period: 150,
    phase: h & 127,
  };
}
