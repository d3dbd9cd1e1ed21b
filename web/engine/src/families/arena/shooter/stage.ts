/** Composing a shooter stage: terrain, then waves that introduce, develop, twist and master what the stage is about. */
import { Rng } from '../../../core/rng';
import type { ComposeRequest, Difficulty, LevelData, Wave } from '../../../core/types';
import { type Behavior, SHOOTER } from '../archetypes';
import { type CastFoe, casting, familiar } from '../cast';
import { clampNumber, softened, toughness } from '../rules';
import { ALWAYS } from './muster';
import { carve, type Landscape, ROWS, SCREEN, type Terrain, TILE } from './terrain';

/** Seconds of waves before the finale, by difficulty. */
const SECONDS: Record<Difficulty, number> = { easy: 32, normal: 36, hard: 40 };
/** How hot the first stage is; later stages and tension add to it. 0-22. */
const HEAT: Record<Difficulty, number> = { easy: 5.5, normal: 9, hard: 10 };
/** Threat of a wave at the middle of a stage. */
const BUDGET: Record<Difficulty, number> = { easy: 62, normal: 100, hard: 125 };
/** How often a foe that got past comes back. */
const RETURNS: Record<Difficulty, number> = { easy: 1, normal: 2, hard: 3 };
const SCROLL = 34;
/** Seconds of a limit that leave room for a boss. */
const BOSS_TAKES = 30;

export function composeShooter(request: ComposeRequest): LevelData {
  const { design, index, count, tension } = request;
  const seed = (request.seed + request.attempt * 0x9e3779b1) | 0;
  const { enemies, hazards, boss } = casting(request.entities, SHOOTER);
  const last = index === count - 1;
  const limit = design.time_limit > 0 ? design.time_limit : 999;
  // A stage against the clock leaves half of it for the finale; a very short one has no time for a boss.
  const withBoss = last && design.boss && limit >= BOSS_TAKES;
  const heat = clampNumber(HEAT[design.difficulty] + index * 0.8 + tension * 1.8 + toughness(design) * 3, 0, 22);
  const wished = Math.round(SECONDS[design.difficulty] * clampNumber(design.length, 0.5, 2) + index * 2);
  const seconds = Math.max(3, Math.min(wished, Math.floor(limit * 0.5)));
  const length = seconds * 60;
  const geometry = Rng.stream(seed, 'geometry');
  const landscape = landscapeOf(request, geometry);
  const width = SCREEN + Math.ceil((seconds * SCROLL) / TILE) + 4;
  const terrain = carve(landscape, width, Math.min(100, 25 + index * 20 + heat * 4), geometry);
  const waves = [
    ...(enemies.length > 0 ? enemyWaves(request, enemies, terrain, length, heat, seed) : []),
    ...hazardWaves(request, hazards, enemies.length === 0, landscape, length, heat, seed),
    ...finale(enemies.length > 0 ? enemies : hazards, withBoss ? boss : null, length, index, heat, design.enemy_density, seed),
  ];
  waves.sort((a, b) => a.at - b.at);
  powerUps(waves, design.collectible_density, Rng.stream(seed, 'powerups'));
  return {
    tile: TILE,
    width,
    height: ROWS,
    rows: terrain.rows,
    start: [6, 11],
    spawns: [],
    waves,
    mark: withBoss ? { kind: 'boss', value: 1 } : { kind: 'waves', value: waves.length },
    seed: Rng.stream(seed, 'play').next() | 0,
    stage_ticks: length + 240,
    scroll: SCROLL,
    landscape,
    temper: {
      speed: Math.round(94 + heat * 2.2),
      fire: Math.round(100 + heat * 8),
      shot: Math.round(92 + heat * 3),
    },
  };
}

function landscapeOf(request: ComposeRequest, rng: Rng): Landscape {
  const order = rng.shuffle<Landscape>(['cavern', 'gates', 'canyon']);
  if (request.index === 0) return 'open';
  return order[(request.index - 1) % 3] as Landscape;
}

/** Middle of the opening that a foe arriving at `at` flies in, and how far it may stray, px. */
function corridor(terrain: Terrain, at: number): [number, number] {
  const from = Math.min(terrain.width - 1, Math.floor((at * SCROLL) / 60 / TILE));
  let top = 0;
  let bottom = ROWS;
  for (let x = from; x < Math.min(terrain.width, from + SCREEN + 4); x++) {
    const [t, b] = terrain.open[x] as [number, number];
    if (t > top) top = t;
    if (b < bottom) bottom = b;
  }
  if (bottom - top < 8) return [(ROWS * TILE) / 2, 50];
  return [((top + bottom) * TILE) / 2, Math.max(24, ((bottom - top) * TILE) / 2 - 14)];
}

const FORMATIONS: Record<Behavior, readonly string[]> = {
  fly: ['stream', 'vee', 'line'],
  patrol: ['line', 'stream'],
  hop: ['stream', 'scatter'],
  chase: ['pincer', 'line', 'scatter'],
  swarm: ['pincer', 'vee', 'scatter'],
  charge: ['line', 'pincer'],
  shoot: ['line', 'pincer'],
  guard: ['single', 'line'],
  wander: ['scatter', 'line'],
  rock: ['scatter'],
  boss: ['single'],
};

/**
 * Beats of a stage: each enemy is met alone first, then in number, then two kinds together, then from an unexpected side, then all.
 * Between the beats lies a breather.
 */
function enemyWaves(
  request: ComposeRequest,
  enemies: readonly CastFoe[],
  terrain: Terrain,
  length: number,
  heat: number,
  seed: number,
): Wave[] {
  const rng = Rng.stream(seed, 'enemies');
  const waves: Wave[] = [];
  // Later stages know more of the cast; the first meets the gentlest.
  const cast = [...enemies].sort((a, b) => a.threat - b.threat || (a.type < b.type ? -1 : 1));
  const known = cast.slice(0, familiar(cast.length, request.index, request.count));
  const density = clampNumber(request.design.enemy_density, 0.2, 3);
  const base = BUDGET[request.design.difficulty] * (0.45 + heat * 0.115) * softened(density);
  // A foe that gets past comes back: hiding behind the edge is no way through.
  const returns = RETURNS[request.design.difficulty];
  let at = 100;
  let beat = 0;
  while (at < length - 200) {
    const progress = at / length;
    const breather = beat > 0 && beat % 5 === 0;
    const intensity = 0.55 + progress * 0.75;
    const foe = beat < known.length ? (known[beat] as CastFoe) : rng.pick(known);
    const budget = base * intensity * (breather ? 0.45 : 1);
    waves.push(wave(at, foe, budget, terrain, rng, progress > 0.55 && beat % 3 === 2, returns));
    if (!breather && progress > 0.35 && rng.chance(35 + heat * 4)) {
      // Development: a second kind joins in.
      waves.push(wave(at + 30, rng.pick(known), budget * 0.5, terrain, rng, progress > 0.7 && rng.chance(50), returns));
    }
    beat++;
    at += Math.round((breather ? 170 : 125) + rng.int(40) - heat * 4);
  }
  return waves;
}

function wave(at: number, foe: CastFoe, budget: number, terrain: Terrain, rng: Rng, twist: boolean, returns: number): Wave {
  const count = Math.max(1, Math.min(12, Math.round(budget / foe.threat)));
  const pattern = count === 1 ? 'single' : rng.pick(FORMATIONS[foe.behavior]);
  const [middle, room] = corridor(terrain, at);
  const gap = pattern === 'pincer' ? 20 : rng.range(16, 24);
  // As many rows as the corridor has room for, fewer where a block of columns looks better.
  const rows = Math.max(1, Math.min(count, Math.floor((room * 2) / gap), rng.range(3, 7)));
  const block = pattern === 'line' || pattern === 'vee';
  const spread = Math.max(0, room - (block ? Math.floor((rows * gap) / 2) : 10));
  const y = Math.round(middle + (rng.int(201) - 100) * 0.01 * spread);
  const every = pattern === 'stream' ? 20 : pattern === 'scatter' ? 16 : 0;
  const side = twist && pattern !== 'pincer' ? (rng.chance(50) ? 'top' : 'bottom') : 'right';
  return { at, type: foe.type, count, pattern, side, y, gap: pattern === 'scatter' ? Math.round(room * 0.8) : gap, rows, every, returns };
}

/** Rocks drift through open stages; where there are no enemies they are the stage. */
function hazardWaves(
  request: ComposeRequest,
  hazards: readonly CastFoe[],
  alone: boolean,
  landscape: Landscape,
  length: number,
  heat: number,
  seed: number,
): Wave[] {
  if (hazards.length === 0) return [];
  const rng = Rng.stream(seed, 'hazards');
  const density = clampNumber(request.design.hazard_density * (alone ? Math.max(0.4, request.design.enemy_density) : 1), 0.2, 3);
  const waves: Wave[] = [];
  let at = alone ? 90 : 320;
  while (at < length - 120) {
    const room = (landscape === 'open' ? 1 : 0.55) * density;
    const count = Math.max(1, Math.round((alone ? 26 + heat * 2.6 : 3 + heat * 0.4) * room * (0.7 + (at / length) * 0.6)));
    const hazard = rng.pick(hazards);
    const every = alone ? Math.max(6, Math.floor(150 / count)) : 22;
    waves.push({ at, type: hazard.type, count, pattern: 'scatter', side: 'right', y: 92, gap: 76, every });
    at += alone ? 170 + rng.int(30) : 380 + rng.int(120);
  }
  return waves;
}

/** What guards the end: a boss, or a last wave that comes back until it is beaten. */
function finale(
  foes: readonly CastFoe[],
  boss: string | null,
  length: number,
  index: number,
  heat: number,
  density: number,
  seed: number,
): Wave[] {
  const at = length + 60;
  if (boss !== null) {
    const health = Math.round((150 + index * 35) * (0.75 + heat * 0.035));
    return [{ at, type: boss, count: 1, pattern: 'single', side: 'right', y: 92, gap: 0, health }];
  }
  const rng = Rng.stream(seed, 'finale');
  const sorted = [...foes].sort((a, b) => b.threat - a.threat || (a.type < b.type ? -1 : 1));
  const out: Wave[] = [];
  const picks = sorted.slice(0, Math.min(2, sorted.length));
  picks.forEach((foe, i) => {
    const count = Math.max(2, Math.min(6, Math.round(((60 + heat * 5) * clampNumber(density, 0.5, 2)) / foe.threat / picks.length)));
    out.push({
      at: at + i * 70,
      type: foe.type,
      count,
      pattern: 'line',
      side: 'right',
      y: 72 + rng.int(40),
      gap: 24,
      every: 12,
      returns: ALWAYS,
    });
  });
  return out;
}

/** Every few waves one foe carries something useful: a stronger weapon early, a heart before the end. */
function powerUps(waves: Wave[], density: number, rng: Rng): void {
  const share = clampNumber(density, 0.25, 2);
  const gifts = ['power', 'repair', 'power', 'bomb', 'power', 'repair', 'rapid'];
  const step = Math.max(2, Math.round(3.4 / share));
  let gift = 0;
  for (let i = 1; i < waves.length; i += step) {
    const wave = waves[i] as Wave;
    if (wave.returns !== ALWAYS && wave.count > 0 && wave.health === undefined) wave.drop = gifts[gift++ % gifts.length];
  }
  if (rng.chance(40) && gift === 0 && waves[0] !== undefined) waves[0].drop = 'power';
}
