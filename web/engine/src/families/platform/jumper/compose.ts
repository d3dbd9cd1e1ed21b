/** A jumper stage: ledges within a bounce of one another, in groups that bring in movers, breakers and springs one at a time. */
import { Rng } from '../../../core/rng';
import type { ComposeRequest, EntitySpec, LevelData, Spawn } from '../../../core/types';
import { jumperPhysics } from './rules';
import { bounceHeight, bounceTicks } from './world';

const WIDTH = 40;
const BUDGET = { easy: 0.55, normal: 0.68, hard: 0.82 } as const;
type Group = 'plain' | 'moving' | 'breaking' | 'narrow' | 'springs';

export function composeJumper(request: ComposeRequest): LevelData {
  const { design, index, entities } = request;
  const rng = Rng.stream(request.seed, `geometry-${request.attempt}`);
  const p = jumperPhysics(request.rules);
  const rise = bounceHeight(p) / 2048;
  // Half of a bounce is spent on the way up to the ledge: what remains limits the distance aside.
  const aside = ((bounceTicks(p) * p.run) / 2048) * 0.55;
  const budget = Math.min(0.92, Math.max(0.4, BUDGET[design.difficulty] + 0.04 * request.tension));
  const wished = Math.max(8, Math.round((20 + 7 * index + Math.max(0, 2 * request.tension)) * Math.min(2, Math.max(0.5, design.length))));
  // Against the clock: a bounce takes what it takes, and not every one gains a ledge.
  const bounces = design.time_limit > 0 ? Math.floor((design.time_limit * 60) / bounceTicks(p)) : Number.MAX_SAFE_INTEGER;
  const count = Math.max(4, Math.min(wished, Math.floor(bounces * 0.6)));
  const name = (crumbles: boolean): string =>
    entities.find((e) => e.properties.role === 'platform' && (e.properties.crumbles === true) === crumbles)?.type ?? 'platform';
  const groups: Group[] = [
    'plain',
    'narrow',
    'springs',
    ...(index > 0 || request.tension > 2 ? (['moving', 'breaking'] as const) : []),
    ...(index > 1 ? (['moving', 'breaking'] as const) : []),
  ];
  if (design.mechanics.includes('moving-platforms')) groups.push('moving', 'moving');
  if (design.mechanics.includes('springs')) groups.push('springs', 'springs');
  const ledges: Spawn[] = [];
  let x = WIDTH / 2;
  let up = 0;
  let group: Group = 'plain';
  for (let i = 0; i < count; i++) {
    if (i % 6 === 0 && i > 0) group = rng.pick(groups);
    const ease = 0.75 + 0.25 * Math.min(1, i / (count * 0.7));
    const w = group === 'narrow' ? 4 : Math.max(4, 6 - (index > 0 || request.tension > 1 ? 1 : 0) - (design.difficulty === 'hard' ? 1 : 0));
    up += Math.max(1.5, Math.round(rise * budget * ease * (0.75 + rng.int(26) / 100) * 2) / 2);
    const reach = Math.min(WIDTH * 0.45, aside * budget * ease);
    const side = rng.chance(50) ? 1 : -1;
    const offset = side * (reach * (0.35 + rng.int(66) / 100));
    x = (((x + offset) % WIDTH) + WIDTH) % WIDTH;
    x = Math.max(1, Math.min(WIDTH - w - 1, Math.round(x - w / 2))) + w / 2;
    const left = Math.round(x - w / 2);
    const broken = group === 'breaking' && i % 2 === 1;
    const spawn: Spawn = { type: name(broken), x: left, y: -up, w };
    if (group === 'moving' && i % 2 === 0) {
      const dx = left + w + 7 < WIDTH ? 7 : -Math.min(7, left - 1);
      Object.assign(spawn, { dx, period: Math.round((4.4 - 0.4 * index) * 10) / 10, phase: rng.int(120) });
    }
    if (group === 'springs' && i % 6 === 2) spawn.spring = true;
    ledges.push(spawn);
    // Beside the way: a second ledge now and then, so that there is a choice.
    if (rng.chance(design.difficulty === 'hard' ? 15 : 35)) {
      const other = Math.round((x + WIDTH / 2) % WIDTH) - 2;
      ledges.push({ type: name(index > 0 && rng.chance(50)), x: Math.max(1, Math.min(WIDTH - 5, other)), y: -up - 1, w: 4 });
    }
  }
  const mark = Math.floor(up);
  // Some ledges above the mark, so that the top does not look cut off.
  const height = Math.ceil(up + rise * 1.6) + 12;
  const rows: string[] = [];
  for (let r = 0; r < height; r++) rows.push((r === height - 1 ? '#' : '.').repeat(WIDTH));
  const ground = height - 1;
  const placed = ledges.map((s) => ({ ...s, y: ground + s.y }));
  return {
    tile: 8,
    width: WIDTH,
    height,
    rows,
    start: [WIDTH / 2, ground - 1],
    spawns: [...placed, ...foesOf(request, placed, rise), ...prizesOf(request, placed)],
    mark: { kind: 'height', value: mark },
    seed: request.seed,
  };
}

function of(entities: readonly EntitySpec[], role: string): EntitySpec[] {
  return entities.filter((e) => e.properties.role === role && e.count !== 0);
}

/** Foes sweep between ledges, on the side away from the next one. */
function foesOf(request: ComposeRequest, ledges: readonly Spawn[], rise: number): Spawn[] {
  const types = of(request.entities, 'enemy');
  const rng = Rng.stream(request.seed, 'enemies');
  const share =
    { easy: 8, normal: 15, hard: 24 }[request.design.difficulty] * request.design.enemy_density + 4 * request.tension + 3 * request.index;
  const out: Spawn[] = [];
  ledges.forEach((ledge, i) => {
    const draw = rng.int(100);
    const pick = rng.int(1000);
    const phase = rng.int(150);
    if (i < 4 || types.length === 0 || request.design.enemy_density <= 0 || draw >= share) return;
    const left = ledge.x > WIDTH / 2;
    const spec = types[pick % types.length] as EntitySpec;
    out.push({ type: spec.type, x: left ? 3 : WIDTH / 2 + 2, y: ledge.y - Math.max(2, Math.round(rise * 0.3)), dx: 13, period: 5, phase });
  });
  return out;
}

function prizesOf(request: ComposeRequest, ledges: readonly Spawn[]): Spawn[] {
  const types = of(request.entities, 'collectible');
  if (types.length === 0 || request.design.collectible_density <= 0) return [];
  const rng = Rng.stream(request.seed, 'collectibles');
  const out: Spawn[] = [];
  for (const ledge of ledges) {
    const draw = rng.int(100);
    const spec = rng.pick(types);
    if (draw >= 50 * request.design.collectible_density) continue;
    const middle = ledge.x + Math.floor(Number(ledge.w) / 2);
    for (let k = 0; k < (draw < 15 ? 3 : 1); k++) out.push({ type: spec.type, x: middle, y: ledge.y - 2 - 2 * k });
  }
  return out;
}
