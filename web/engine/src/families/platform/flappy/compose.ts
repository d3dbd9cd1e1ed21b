/** A flappy stage: gates whose heights follow one another within what wings and gravity allow. */
import { Rng } from '../../../core/rng';
import type { ComposeRequest, EntitySpec, LevelData, Spawn } from '../../../core/types';
import { flappyPhysics } from './rules';

const HEIGHT = 22;
const FIRST_GATE = 26;
const BUDGET = { easy: 0.5, normal: 0.68, hard: 0.84 } as const;

/** Tiles the hero can change its height by between two gates. */
export function reachOf(rules: ComposeRequest['rules']): { up: number; down: number } {
  const p = flappyPhysics(rules);
  const ticks = Math.floor((p.spacing - p.gateW - p.w) / p.scroll);
  // Climbing: a beat every 12 ticks; falling: under gravity up to the limit.
  let up = 0;
  let down = 0;
  let rise = -p.flap;
  let fall = 0;
  for (let t = 0; t < ticks; t++) {
    if (t % 12 === 0) rise = -p.flap;
    rise += p.gravity;
    up -= rise;
    fall = Math.min(fall + p.gravity, p.maxFall);
    down += fall;
  }
  return { up: Math.max(1, up / 2048), down: Math.max(1, down / 2048) };
}

type Pattern = 'waves' | 'stairs' | 'zigzag' | 'drift';
const PATTERNS: readonly Pattern[] = ['waves', 'stairs', 'zigzag', 'drift'];

/** Change of height wished for at gate `k` of a group, -1..1 of the reach. */
function wish(pattern: Pattern, k: number, rng: Rng, sense: number): number {
  if (pattern === 'stairs') return sense * 0.6;
  if (pattern === 'zigzag') return k % 2 === 0 ? sense : -sense;
  if (pattern === 'waves') return sense * (k % 4 < 2 ? 0.8 : -0.8);
  return (rng.int(201) - 100) / 100;
}

export function composeFlappy(request: ComposeRequest): LevelData {
  const { design, index, rules } = request;
  const rng = Rng.stream(request.seed, `geometry-${request.attempt}`);
  const p = flappyPhysics(rules);
  const gateName = request.entities.find((e) => e.properties.role === 'hazard' && e.properties.form === 'gate')?.type ?? 'gate';
  const wished = Math.max(6, Math.round((12 + 5 * index) * Math.min(2, Math.max(0.5, design.length))));
  // Against the clock: as many gates as it has time for, one to spare.
  const flown = design.time_limit > 0 ? design.time_limit * 60 * p.scroll - FIRST_GATE * 2048 : Number.MAX_SAFE_INTEGER;
  const count = Math.max(1, Math.min(wished, Math.floor(flown / p.spacing) - 1));
  const spacing = p.spacing / 2048;
  const reach = reachOf(rules);
  const budget = Math.min(1, Math.max(0.25, BUDGET[design.difficulty] + 0.07 * request.tension));
  const narrow = 1 - 0.05 * index - 0.06 * request.tension;
  const gap = Math.round(Math.min(12, Math.max(4.5, (p.gap / 2048) * narrow)) * 4) / 4;
  const low = gap / 2 + 1;
  const high = HEIGHT - 1 - gap / 2 - 1;
  const spawns: Spawn[] = [];
  let y = (low + high) / 2;
  let pattern: Pattern = 'drift';
  let sense = 1;
  let k = 0;
  for (let i = 0; i < count; i++) {
    if (i % 5 === 0) {
      pattern = rng.pick(PATTERNS);
      sense = rng.chance(50) ? 1 : -1;
      k = 0;
    }
    const ease = 0.5 + 0.5 * Math.min(1, i / Math.max(1, count * 0.6));
    const want = wish(pattern, k++, rng, sense);
    const step = (want < 0 ? want * reach.up : want * reach.down) * budget * ease;
    const limit = 7 * budget + 2;
    let next = y + Math.max(-limit, Math.min(limit, step));
    if (next < low || next > high) {
      sense = -sense;
      next = Math.max(low, Math.min(high, next));
    }
    y = Math.round(next * 4) / 4;
    const moves = index > 0 && i > 2 && rng.chance(20 + 15 * index);
    const room = Math.min(y - low, high - y);
    const lift = moves ? Math.round(Math.min(2, room, reach.up * 0.2) * 4) / 4 : 0;
    spawns.push({
      type: gateName,
      x: FIRST_GATE + i * spacing,
      y,
      gap,
      ...(lift > 0 ? { lift, period: 3.2 - 0.2 * index, phase: rng.int(120) } : {}),
    });
  }
  const width = Math.ceil(FIRST_GATE + count * spacing + 14);
  const rows: string[] = [];
  for (let r = 0; r < HEIGHT; r++) rows.push((r === HEIGHT - 1 ? '#' : '.').repeat(width));
  return {
    tile: 8,
    width,
    height: HEIGHT,
    rows,
    start: [6, 9],
    spawns: [...spawns, ...flyersOf(request, spawns), ...coinsOf(request, spawns)],
    mark: { kind: 'gates', value: count },
    seed: request.seed,
  };
}

function of(entities: readonly EntitySpec[], role: string): EntitySpec[] {
  return entities.filter((e) => e.properties.role === role && e.count !== 0);
}

/** Foes hover between gates, above or below the line that joins the openings. */
function flyersOf(request: ComposeRequest, gates: readonly Spawn[]): Spawn[] {
  const types = of(request.entities, 'enemy');
  const rng = Rng.stream(request.seed, 'enemies');
  const share = { easy: 12, normal: 22, hard: 34 }[request.design.difficulty] * request.design.enemy_density + 6 * request.tension;
  const out: Spawn[] = [];
  for (let i = 2; i + 1 < gates.length; i++) {
    const draw = rng.int(100);
    const side = rng.chance(50) ? 1 : -1;
    const pick = rng.int(1000);
    const phase = rng.int(150);
    if (types.length === 0 || request.design.enemy_density <= 0 || draw >= share) continue;
    const a = gates[i] as Spawn;
    const b = gates[i + 1] as Spawn;
    const y = (a.y + b.y) / 2 + side * 5.5;
    if (y < 2 || y > HEIGHT - 3) continue;
    const spec = types[pick % types.length] as EntitySpec;
    out.push({ type: spec.type, x: Math.round((a.x + b.x) / 2) + 1, y: Math.round(y * 2) / 2, lift: 1.5, phase });
  }
  return out;
}

function coinsOf(request: ComposeRequest, gates: readonly Spawn[]): Spawn[] {
  const types = of(request.entities, 'collectible');
  if (types.length === 0 || request.design.collectible_density <= 0) return [];
  const rng = Rng.stream(request.seed, 'collectibles');
  const out: Spawn[] = [];
  gates.forEach((gate, i) => {
    const draw = rng.int(100);
    const spec = rng.pick(types);
    if (draw >= 55 * request.design.collectible_density) return;
    out.push({ type: spec.type, x: Math.round(gate.x) + 1, y: Math.round(gate.y * 2) / 2 - 0.5 });
    const next = gates[i + 1];
    if (draw < 25 && next !== undefined) {
      for (const t of [1, 2]) {
        out.push({
          type: spec.type,
          x: Math.round(gate.x + ((next.x - gate.x) * t) / 3) + 1,
          y: Math.round((gate.y + ((next.y - gate.y) * t) / 3) * 2) / 2 - 0.5,
        });
      }
    }
  });
  return out;
}
