/** A platformer level: rhythm groups in the envelope, places for foes, coins and hazards, then the sheet is cut to size. */
import { canonical } from '../../../core/hash';
import { Rng } from '../../../core/rng';
import type { ComposeRequest, EntitySpec, LevelData, Role, Spawn } from '../../../core/types';
import type { Phase, Theme } from './beats';
import { Canvas, type Knobs, SHEET_HEIGHT, type TerrainStyle } from './canvas';
import { type Envelope, measure } from './envelope';
import { coinsOf, foesOf, hazardsOf, powerupsOf } from './populate';
import { AIR_THEMES, doorWall, keyTower } from './themes_air';
import { GROUND_THEMES, restPlace } from './themes_ground';

/** Share of the envelope that a jump may ask for. */
const BUDGET = { easy: 0.55, normal: 0.7, hard: 0.85 } as const;
const CHECKPOINT_EVERY = { easy: 1, normal: 2, hard: 3 } as const;
const STYLES: readonly TerrainStyle[] = ['mainland', 'islands', 'cavern'];
const THEMES: readonly Theme[] = [...GROUND_THEMES, ...AIR_THEMES];

const measured = new Map<string, Envelope>();

/** The envelope of the rules, kept: levels of a game share it. */
export function envelopeOf(rules: ComposeRequest['rules']): Envelope {
  const key = canonical(rules);
  let envelope = measured.get(key);
  if (envelope === undefined) {
    envelope = measure(rules);
    if (measured.size > 64) measured.clear();
    measured.set(key, envelope);
  }
  return envelope;
}

function nameOf(entities: readonly EntitySpec[], role: Role, match: (spec: EntitySpec) => boolean = () => true): string {
  return entities.find((e) => e.properties.role === role && match(e))?.type ?? role;
}

/** Tiles of a beat with its share of the rests, about; of the start and the goal. */
const BEAT = 24;
const MARGINS = 18;

/** Beats of a level: each theme is introduced, developed and twisted; the end mixes them. */
function planOf(c: Canvas, request: ComposeRequest, rng: Rng): { theme: Theme; phase: Phase }[] {
  const { index, design } = request;
  const wished = Math.max(3, Math.round((6 + index) * Math.min(2, Math.max(0.5, design.length))));
  // Against the clock: no more beats than half of it is walked in.
  const walked = design.time_limit > 0 ? (design.time_limit * Math.max(20, Number(request.rules.run_speed))) / 16 : Number.MAX_SAFE_INTEGER;
  const beats = Math.max(1, Math.min(wished, Math.floor((walked - MARGINS) / BEAT)));
  const finale = beats >= 9 ? 2 : 1;
  const themes = Math.max(beats < 3 ? 1 : 2, Math.min(6, Math.round((beats - finale) / 2.4)));
  const asked = (t: Theme): boolean => t.needs !== undefined && design.mechanics.includes(t.needs);
  // Themes that need an ability are out without it; movers and springs merely wait for a later level.
  const able = (t: Theme): boolean => t.needs === undefined || asked(t) || (['movers', 'springs'].includes(t.name) && index >= 1);
  const pool = THEMES.filter((t) => able(t) && (t.from <= index || asked(t)) && t.fits(c));
  const weights: number[] = pool.map((t) => (asked(t) ? 12 : t.from === index && index > 0 ? 5 : 3));
  const chosen: Theme[] = [];
  while (chosen.length < themes && chosen.length < pool.length) {
    const i = rng.weighted(weights);
    weights[i] = 0;
    chosen.push(pool[i] as Theme);
  }
  const out: { theme: Theme; phase: Phase }[] = [];
  // Two or three beats a theme; with two, the middle one is left out.
  let left = Math.max(chosen.length, beats - finale);
  chosen.forEach((theme, i) => {
    const n = Math.max(1, Math.min(3, Math.ceil(left / (chosen.length - i))));
    left -= n;
    const phases: readonly Phase[] = n === 1 ? ['develop'] : n === 2 ? ['introduce', 'twist'] : ['introduce', 'develop', 'twist'];
    for (const phase of phases) out.push({ theme, phase });
  });
  for (let i = 0; i < finale; i++) out.push({ theme: rng.pick(chosen), phase: 'mastery' });
  return out;
}

/** Width of the arena, tiles. */
const ARENA = 30;

function bossArena(c: Canvas, boss: string): number {
  c.ground(4);
  const start = c.x;
  const g = c.ground(ARENA);
  const every = Math.max(1, Math.min(3, c.step));
  for (const side of [4, ARENA - 9]) {
    c.oneWay(g.x + side, g.y - every, 5);
    if (every < 3) c.oneWay(g.x + side + 1, g.y - every * 2, 3);
  }
  c.spawns.push({ type: boss, x: g.x + ARENA - 8, y: g.y - 1, range: ARENA, facing: -1 });
  c.powerups.push([g.x + 6, g.y - every - 1]);
  c.fill(c.x, g.y - 14, 3, 14 + SHEET_HEIGHT - g.y, '#');
  c.x += 3;
  return start;
}

function ceiling(c: Canvas): void {
  if (c.style !== 'cavern') return;
  const rng = Rng.stream(c.x, 'ceiling');
  const highest: number[] = [];
  for (let x = 0; x < c.x; x++) {
    let top = 0;
    while (top < SHEET_HEIGHT - 1 && c.at(x, top) === '.') top++;
    highest.push(Math.min(top, c.path[x] ?? top));
  }
  const room = 9 + Math.ceil((c.envelope.riseFull * 1.2) / 8);
  let hang = 0;
  for (let x = 0; x < c.x; x++) {
    if (x % 2 === 0) hang = Math.max(0, Math.min(4, hang + rng.range(-1, 1)));
    // Never lower than a jump and a half above whatever stands within ten tiles.
    let top = SHEET_HEIGHT;
    for (let i = Math.max(0, x - 10); i < Math.min(c.x, x + 11); i++) top = Math.min(top, highest[i] as number);
    const depth = top - room + hang - 4;
    if (depth > 0) c.fill(x, 0, 1, depth, '#');
  }
}

export function composePlatformer(request: ComposeRequest): LevelData {
  const { design, entities, index, count, tension } = request;
  const geometry = Rng.stream(request.seed, `geometry-${request.attempt}`);
  const envelope = envelopeOf(request.rules);
  const knobs: Knobs = {
    difficulty: design.difficulty,
    budget: Math.min(0.93, Math.max(0.4, BUDGET[design.difficulty] + 0.04 * tension)),
    has: (m) => design.mechanics.includes(m),
  };
  const style = STYLES[(index + Rng.stream(request.seed, 'style').int(3)) % 3] as TerrainStyle;
  const c = new Canvas(geometry, envelope, knobs, style, {
    platform: nameOf(entities, 'platform', (e) => e.properties.crumbles !== true),
    crumbling: nameOf(entities, 'platform', (e) => e.properties.crumbles === true),
    spring: nameOf(entities, 'spring'),
    checkpoint: nameOf(entities, 'checkpoint'),
    goal: nameOf(entities, 'goal'),
    key: nameOf(entities, 'key'),
    door: nameOf(entities, 'door'),
  });
  c.y = 40 + geometry.range(-3, 3);
  const startY = c.y;
  c.ground(9);
  c.line(5, c.y - 1, 3);
  const plan = planOf(c, request, geometry);
  const locked = design.mechanics.includes('keys-doors');
  let rests = 0;
  plan.forEach((beat, i) => {
    if (c.full) return;
    if (locked && i === Math.floor(plan.length / 2)) keyTower(c);
    beat.theme.draw(c, beat.phase);
    if (locked && i === plan.length - 2) doorWall(c);
    const next = plan[i + 1];
    if (next === undefined || next.theme === beat.theme) return;
    const every = design.mechanics.includes('checkpoints') ? 1 : CHECKPOINT_EVERY[design.difficulty];
    rests++;
    restPlace(c, geometry.range(5, 7), rests % every === 0);
  });
  const boss = design.boss && index === count - 1 ? entities.find((e) => e.properties.role === 'boss') : undefined;
  let goal: [number, number] | undefined;
  let arena: number | undefined;
  if (boss !== undefined) {
    restPlace(c, 6, true);
    arena = bossArena(c, boss.type);
  } else {
    c.shift(Math.min(c.step, 2));
    const g = c.ground(9);
    goal = [g.x + 5, g.y - 1];
    c.spawns.push({ type: c.names.goal, x: goal[0], y: goal[1] });
  }
  ceiling(c);
  const spawns = [...c.spawns, ...hazardsOf(c, request), ...foesOf(c, request, c.x), ...powerupsOf(c, request), ...coinsOf(c, request)];
  return cut(c, request, spawns, [3, startY - 1], goal, arena);
}

/** Rows above the highest and below the lowest things are left out. */
function cut(
  c: Canvas,
  request: ComposeRequest,
  spawns: Spawn[],
  start: [number, number],
  goal: [number, number] | undefined,
  arena: number | undefined,
): LevelData {
  let top = start[1];
  let bottom = 0;
  for (let y = 0; y < SHEET_HEIGHT; y++) {
    const row = c.grid[y] as string[];
    for (let x = 0; x < c.x; x++) {
      if (row[x] === '.') continue;
      const floor = row[x] === '#' && c.at(x, y - 1) !== '#';
      if (floor && y > bottom && y < SHEET_HEIGHT - 1) bottom = y;
      if (floor && y < top && y > 8) top = y;
    }
  }
  for (const s of spawns) top = Math.min(top, Math.floor(s.y));
  const from = Math.max(0, top - 10);
  const to = Math.min(SHEET_HEIGHT, Math.max(bottom + 5, from + 23));
  const width = c.x;
  const rows: string[] = [];
  for (let y = from; y < to; y++) rows.push((c.grid[y] as string[]).slice(0, width).join(''));
  const level: LevelData = {
    tile: 8,
    width,
    height: rows.length,
    rows,
    start: [start[0], start[1] - from],
    spawns: spawns.map((s) => ({ ...s, y: s.y - from })),
    mark: arena === undefined ? { kind: 'goal', value: 1 } : { kind: 'boss', value: 1 },
    seed: request.seed,
    style: c.style,
  };
  if (goal !== undefined) level.goal = [goal[0], goal[1] - from];
  if (arena !== undefined) level.arena = arena;
  if (request.design.mechanics.includes('timer') && request.design.time_limit === 0) {
    const seconds = (width * 8) / Math.max(20, Number(request.rules.run_speed));
    level.time_limit = Math.ceil((seconds * { easy: 4, normal: 3, hard: 2.4 }[request.design.difficulty] + 15) / 5) * 5;
  }
  return level;
}
