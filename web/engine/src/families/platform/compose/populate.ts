/** Foes, coins, hazards and power-ups in the places a level offers. Each draws from a stream of its own. */
import { Rng } from '../../../core/rng';
import type { ComposeRequest, EntitySpec, Spawn } from '../../../core/types';
import { behaviorOf } from '../entities';
import type { Canvas, CoinGroup, FoeSlot, HazardSlot } from './canvas';

const FOES_PER_SCREEN = { easy: 1.3, normal: 1.9, hard: 2.5 } as const;
const HAZARD_SHARE = { easy: 0.5, normal: 0.75, hard: 0.95 } as const;
const SCREEN = 40;

/** The `n` best of the items by a drawn order; the order does not depend on `n`, so more is a superset of less. */
function choose<T>(items: readonly T[], n: number, rng: Rng, weight: (item: T) => number): T[] {
  const ranked = items.map((item, i) => ({ item, i, rank: weight(item) * 1000 - rng.int(1000) }));
  ranked.sort((a, b) => b.rank - a.rank || a.i - b.i);
  const kept = ranked.slice(0, Math.max(0, Math.min(items.length, n)));
  kept.sort((a, b) => a.i - b.i);
  return kept.map((k) => k.item);
}

function isFlier(spec: EntitySpec): boolean {
  const behavior = behaviorOf(spec);
  return behavior === 'fly' || behavior === 'swarm' || spec.properties.flying === true;
}

function suits(spec: EntitySpec, slot: FoeSlot): boolean {
  if (slot.place === 'air') return isFlier(spec);
  if (slot.place === 'post') return behaviorOf(spec) === 'shoot' || behaviorOf(spec) === 'guard';
  return true;
}

function foeSpawn(spec: EntitySpec, slot: FoeSlot, rng: Rng): Spawn[] {
  const behavior = behaviorOf(spec);
  const phase = rng.int(256);
  const facing = rng.chance(70) ? -1 : 1;
  const flier = isFlier(spec);
  // Over ground a flier keeps at head height or above, so that it may be ducked under or stomped.
  const y = flier && slot.place !== 'air' ? slot.y - 2 - rng.int(2) : slot.y;
  const base: Spawn = { type: spec.type, x: slot.x, y, range: Math.max(2, slot.range), lift: slot.place === 'air' ? 2 : 1, phase, facing };
  if (behavior !== 'swarm') return [base];
  return [0, 1, 2].map((i) => ({ ...base, phase: (phase + i * 85) & 255 }));
}

export function foesOf(c: Canvas, request: ComposeRequest, width: number): Spawn[] {
  const { design } = request;
  const types = request.entities.filter((e) => e.properties.role === 'enemy' && e.count !== 0);
  if (types.length === 0 || design.enemy_density <= 0) return [];
  const rng = Rng.stream(request.seed, 'enemies');
  const growth = 1 + 0.15 * request.index + 0.14 * request.tension;
  const wanted = Math.round((width / SCREEN) * FOES_PER_SCREEN[design.difficulty] * design.enemy_density * Math.max(0.2, growth));
  const slots = c.foes.filter((s) => s.x > 16 && types.some((t) => suits(t, s)));
  const chosen = choose(slots, Math.max(1, wanted), rng, (s) => s.intensity);
  const out: Spawn[] = [];
  // Types come in one after the other: the first level shows two, each later one more.
  const known = Math.min(types.length, 2 + request.index);
  chosen.forEach((slot, i) => {
    const upTo = Math.max(1, Math.min(known, 1 + Math.floor((i * known) / Math.max(1, chosen.length - 1))));
    const fit = types.slice(0, known).filter((t) => suits(t, slot));
    const early = types.slice(0, upTo).filter((t) => suits(t, slot));
    const pool = early.length > 0 ? early : fit.length > 0 ? fit : types.filter((t) => suits(t, slot));
    out.push(...foeSpawn(rng.pick(pool), slot, rng));
  });
  return out;
}

export function coinsOf(c: Canvas, request: ComposeRequest): Spawn[] {
  const { design } = request;
  const types = request.entities.filter((e) => e.properties.role === 'collectible' && e.count !== 0);
  if (types.length === 0 || design.collectible_density <= 0) return [];
  const rng = Rng.stream(request.seed, 'collectibles');
  const wanted = Math.round(c.coins.length * 0.6 * design.collectible_density);
  const chosen = choose(c.coins, Math.max(1, wanted), rng, (g: CoinGroup) => (g.secret ? 0.6 : 0));
  const out: Spawn[] = [];
  const taken = new Set<number>();
  for (const group of chosen) {
    // Secrets hold the last, rarest kind.
    const spec = group.secret ? (types[types.length - 1] as EntitySpec) : rng.pick(types);
    for (const [x, y] of group.cells) {
      const key = y * 4096 + x;
      if (c.at(x, y) !== '.' || taken.has(key)) continue;
      taken.add(key);
      out.push({ type: spec.type, x, y });
    }
  }
  return out;
}

/** Spikes are written into the grid, moving hazards returned as spawns. */
export function hazardsOf(c: Canvas, request: ComposeRequest): Spawn[] {
  const { design } = request;
  if (design.hazard_density <= 0) return [];
  const rng = Rng.stream(request.seed, 'hazards');
  const share = HAZARD_SHARE[design.difficulty] * design.hazard_density + 0.08 * request.tension;
  const chosen = choose(c.hazards, Math.round(c.hazards.length * share), rng, (h: HazardSlot) => h.intensity * 0.5);
  const movers = request.entities.filter((e) => e.properties.role === 'hazard' && e.properties.form === 'moving');
  const out: Spawn[] = [];
  for (const slot of chosen) {
    if (slot.saw !== null) {
      if (movers.length > 0) out.push({ type: rng.pick(movers).type, ...slot.saw });
      continue;
    }
    for (const [x, y] of slot.cells) {
      const rests = slot.down ? c.at(x, y - 1) === '#' : c.at(x, y + 1) === '#';
      if (c.at(x, y) === '.' && rests) c.put(x, y, slot.down ? 'v' : '^');
    }
  }
  return out;
}

export function powerupsOf(c: Canvas, request: ComposeRequest): Spawn[] {
  const types = request.entities.filter((e) => e.properties.role === 'powerup');
  const heart = types.find((e) => e.properties.effect === 'heart');
  const rng = Rng.stream(request.seed, 'powerups');
  const out: Spawn[] = [];
  const all = request.design.mechanics.includes('power-ups');
  c.powerups.forEach(([x, y], i) => {
    const spec = all ? rng.pick(types) : i === 0 ? heart : undefined;
    if (spec !== undefined && c.at(x, y) === '.') out.push({ type: spec.type, x, y });
  });
  return out;
}
