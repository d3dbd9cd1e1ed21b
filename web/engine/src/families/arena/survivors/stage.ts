/** Composing a survivors stage: a ground, and waves that swell, break and return until the time is up. */
import { Rng } from '../../../core/rng';
import type { ComposeRequest, Difficulty, LevelData, Wave } from '../../../core/types';
import { HORDE } from '../archetypes';
import { type CastFoe, casting, familiar } from '../cast';
import { clampNumber, softened, toughness } from '../rules';
import { GROUNDS, type Ground, HEIGHT, layOut, TILE, WIDTH } from './terrain';

/** Threat that comes in a second, at the middle of the first stage. */
const INFLOW: Record<Difficulty, number> = { easy: 26, normal: 42, hard: 50 };
const SIDES = ['right', 'bottom', 'left', 'top'] as const;

/** Seconds to survive: what is asked for, else 45 at first, 75 in the last stage. */
export function survivalSeconds(index: number, count: number, length: number, asked: number): number {
  if (asked > 0) return Math.round(clampNumber(asked, 15, 240));
  return Math.round((45 + (count > 1 ? (30 * index) / (count - 1) : 15)) * clampNumber(length, 0.5, 2));
}

export function composeSurvivors(request: ComposeRequest): LevelData {
  const { design, index, count, tension } = request;
  const seed = (request.seed + request.attempt * 0x9e3779b1) | 0;
  const { enemies, hazards, boss } = casting(request.entities, HORDE);
  const seconds = survivalSeconds(index, count, design.length, design.time_limit);
  const length = seconds * 60;
  const hardy = toughness(design);
  const heat = clampNumber((1.6 - index * 0.21) * (1 + hardy * (hardy < 0 ? 0.36 : 0.45)) * (1 + tension * 0.13), 0.15, 4);
  const density = clampNumber(design.enemy_density, 0.2, 3);
  const geometry = Rng.stream(seed, 'geometry');
  const order = geometry.shuffle<Ground>([...GROUNDS]);
  const ground = index === 0 ? 'field' : (order.filter((g) => g !== 'field')[(index - 1) % 4] as Ground);
  const waves: Wave[] = [];
  const inflow = INFLOW[design.difficulty] * heat * softened(0.45 + 0.55 * density);
  if (enemies.length > 0) waves.push(...hordeWaves(request, enemies, length, inflow, Rng.stream(seed, 'enemies')));
  const rain = hazards.length > 0;
  if (rain)
    waves.push(...rainWaves(hazards, enemies.length === 0, design.hazard_density * density, length, heat, Rng.stream(seed, 'hazards')));
  if (design.boss && (index > 0 || count === 1)) {
    // A leader comes when two thirds are done; in the last stage a second one near the end.
    const health = Math.round((45 + index * 25) * (0.7 + heat * 0.4));
    waves.push({ at: Math.round(length * 0.6), type: boss, count: 1, pattern: 'around', health, drop: 'repair' });
    if (index === count - 1 && count > 1) waves.push({ at: Math.round(length * 0.84), type: boss, count: 1, pattern: 'around', health });
  }
  waves.sort((a, b) => a.at - b.at || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  gifts(waves, design.collectible_density, Rng.stream(seed, 'powerups'));
  return {
    tile: TILE,
    width: WIDTH,
    height: HEIGHT,
    rows: layOut(ground, clampNumber(design.hazard_density, 0.4, 2), geometry),
    start: [WIDTH / 2, HEIGHT / 2],
    spawns: [],
    waves,
    mark: { kind: 'seconds', value: seconds },
    seed: Rng.stream(seed, 'play').next() | 0,
    stage_ticks: length,
    ground,
    temper: {
      speed: Math.round(96 + index * 4 + tension * 4),
      fire: Math.round(100 + index * 8 + tension * 8),
      shot: Math.round(100 + tension * 3),
    },
  };
}

/** How hard it comes at each part of the stage: rises, with a breath after each of three climaxes. */
const CURVE = [0.8, 0.95, 1.1, 1.35, 0.65, 1, 1.2, 1.5, 0.7, 1.15, 1.4, 1.8];

function hordeWaves(request: ComposeRequest, enemies: readonly CastFoe[], length: number, inflow: number, rng: Rng): Wave[] {
  const cast = [...enemies].sort((a, b) => a.threat - b.threat || (a.type < b.type ? -1 : 1));
  const known = cast.slice(0, familiar(cast.length, request.index, request.count));
  const waves: Wave[] = [];
  const part = Math.floor(length / CURVE.length);
  CURVE.forEach((level, i) => {
    const at = Math.max(45, i * part);
    const budget = (inflow * level * part) / 60;
    // The k-th part brings in the k-th kind; later parts mix two.
    const first = i < known.length ? (known[i] as CastFoe) : rng.pick(known);
    const second = i >= 3 && known.length > 1 ? rng.pick(known) : first;
    const share = second === first ? 1 : 0.6;
    waves.push(stream(at, first, budget * share, part, rng));
    if (second !== first) waves.push(stream(at + 40, second, budget * (1 - share), part, rng));
    if (level >= 1.2) {
      // The climax: a closed ring or a rush from one side, all at once.
      const foe = rng.pick(known);
      const ring = rng.chance(50);
      const size = Math.max(4, Math.min(30, Math.round((inflow * (ring ? 2.6 : 3) * level) / foe.threat)));
      waves.push({ at: at + Math.floor(part / 2), type: foe.type, count: size, pattern: ring ? 'ring' : 'side', side: rng.pick(SIDES) });
    }
  });
  return waves;
}

/** A steady trickle over one part of the stage. */
function stream(at: number, foe: CastFoe, budget: number, part: number, rng: Rng): Wave {
  const count = Math.max(1, Math.round(budget / foe.threat));
  const pattern = foe.behavior === 'swarm' ? 'cluster' : rng.chance(60) ? 'around' : 'side';
  return { at, type: foe.type, count, pattern, side: rng.pick(SIDES), every: Math.max(1, Math.floor((part * 0.9) / count)) };
}

function rainWaves(hazards: readonly CastFoe[], alone: boolean, density: number, length: number, heat: number, rng: Rng): Wave[] {
  const waves: Wave[] = [];
  const amount = clampNumber(density, 0.2, 3) * heat;
  let at = alone ? 60 : 420;
  while (at < length - 60) {
    const hazard = rng.pick(hazards);
    const progress = at / length;
    const count = Math.max(2, Math.round((alone ? 70 + progress * 45 : 5) * amount));
    const span = alone ? 270 : 200;
    waves.push({ at, type: hazard.type, count, pattern: 'rain', every: Math.max(2, Math.floor(span / count)) });
    at += alone ? 330 : 520 + rng.int(160);
  }
  return waves;
}

/** Hearts and magnets, carried by the first of some waves. */
function gifts(waves: Wave[], density: number, rng: Rng): void {
  const step = Math.max(3, Math.round(6 / clampNumber(density, 0.25, 2)));
  const kinds = ['magnet', 'repair', 'bomb', 'repair'];
  let gift = rng.int(2);
  for (let i = 3; i < waves.length; i += step) {
    const wave = waves[i] as Wave;
    if (wave.drop === undefined && wave.health === undefined) wave.drop = kinds[gift++ % kinds.length];
  }
}
