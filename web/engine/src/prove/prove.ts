/** Compose, prove, judge, repair, try again: no level leaves without an answer to "can it be won, and is it fair?". */

import { familyOf } from '../core/registry';
import { encodeInputs } from '../core/rle';
import { Rng } from '../core/rng';
import { compileScene, configHash, designOf, gameplayScenes, playHash } from '../core/scene';
import type { Budget, ComposeRequest, Config, Design, Difficulty, Family, LevelData, LevelProof, Proof, World } from '../core/types';
import { CORE_HASH } from '../version';
import { noisyRun, run, trivialRates } from './run';

export const DEFAULT_BUDGET: Budget = { nodes: 5000, ticks: 400_000 };

/** Share of noisy-bot wins a level should have. */
export const FAIR_BAND: Record<Difficulty, readonly [number, number]> = {
  easy: [0.6, 1],
  normal: [0.4, 0.9],
  hard: [0.1, 0.7],
};

export interface Effort {
  budget: Budget;
  /** Layouts tried per level. */
  attempts: number;
  /** Repairs tried per layout. */
  repairs: number;
  /** Noisy-bot games per level. */
  botRuns: number;
  randomRuns: number;
}

export const DEFAULT_EFFORT: Effort = { budget: DEFAULT_BUDGET, attempts: 5, repairs: 2, botRuns: 10, randomRuns: 4 };

type Stats = Proof['levels'][number];

interface Judged {
  level: LevelProof;
  stats: Stats;
  /** Where a failed search got to. */
  farthest: [number, number];
  /** Wins of the noisy bot, 0-1. */
  rate: number;
  /** Whether every game was played that is to be told of. */
  thorough: boolean;
}

/**
 * Search one composed scene and judge its fairness. `hasty`: stop as soon as it is plain that another try is wanted; what is then not
 * thorough must be judged again before it is kept.
 */
export function judge(config: Config, scene: number, effort: Effort, hasty = false): Judged {
  const world = compileScene(config, scene);
  const found = world.family.solve(world, effort.budget);
  const stats: Stats = {
    scene,
    attempts: 1,
    repairs: 0,
    nodes: found.nodes,
    bot: { runs: 0, wins: 0 },
    trivial: { idle: 0, forward: 0, random: 0 },
    fair: false,
  };
  const level: LevelProof = { scene, status: 'not_proven', play_hash: playHash(config, scene), inputs: '', ticks: 0, final_hash: '' };
  if (found.inputs === null) return { level, stats, farthest: found.farthest, rate: 0, thorough: true };
  // The certificate is replayed from the start, so that what is claimed is what was seen to happen.
  const replay = run(world, found.inputs);
  if (replay.status !== 'won') return { level, stats, farthest: found.farthest, rate: 0, thorough: true };
  level.status = 'proven';
  level.inputs = encodeInputs(found.inputs.slice(0, replay.ticks));
  level.ticks = replay.ticks;
  level.final_hash = replay.final_hash;
  const seed = world.scene.level.seed;
  const band = FAIR_BAND[world.scene.design.difficulty];
  const judged: Judged = { level, stats, farthest: found.farthest, rate: 0, thorough: true };
  const noisy = (): void => {
    stats.bot = noisyWins(world, effort.botRuns, seed, band, hasty);
    judged.rate = stats.bot.wins / Math.max(1, stats.bot.runs);
  };
  const early = hasty && effort.botRuns > 0 && world.family.rarelyTrivial === true;
  if (early) {
    noisy();
    if (judged.rate < band[0] || judged.rate > band[1]) return { ...judged, thorough: false };
  }
  stats.trivial = trivialRates(world, effort.randomRuns, seed);
  const fooled = trivial(stats) > 0;
  if (fooled) {
    stats.bot = { runs: 0, wins: 0 };
    judged.rate = 0;
  } else if (!early) noisy();
  stats.fair = !fooled && judged.rate >= band[0] && judged.rate <= band[1];
  judged.thorough = !hasty || stats.fair || fooled;
  return judged;
}

/** The best any of the trivial bots did. */
function trivial(stats: Stats): number {
  return Math.max(stats.trivial.idle, stats.trivial.forward, stats.trivial.random);
}

/** Noisy games after which a share within the band settles the matter, and lost ones in a row from the first after which it is hopeless. */
const SETTLED = 4;
const HOPELESS = 5;
/** Won ones in a row from the first after which another try is worth more than certainty. */
const TOO_EASY = 8;

/** Noisy games, up to `runs`: fewer once their number settles whether the level lies in the band. */
function noisyWins(
  world: World,
  runs: number,
  seed: number,
  band: readonly [number, number],
  hasty: boolean,
): { runs: number; wins: number } {
  let wins = 0;
  let played = 0;
  while (played < runs) {
    if (noisyRun(world, Rng.stream(seed, `noisy-bot-${played}`).next() | 0)) wins++;
    played++;
    const rate = wins / played;
    if (played >= SETTLED && rate >= band[0] && rate <= band[1]) break;
    if (played >= HOPELESS && wins === 0) break;
    if (hasty && played >= TOO_EASY && wins === played) break;
  }
  return { runs: played, wins };
}

/** How far a judged level is from what is wanted; 0 is fair and proven. */
function distance(judged: Judged, difficulty: Difficulty): number {
  if (judged.level.status !== 'proven') return 1000;
  if (trivial(judged.stats) > 0) return 100 + trivial(judged.stats);
  // Without noisy games there is nothing more to judge.
  if (judged.stats.bot.runs === 0) return 0;
  const [low, high] = FAIR_BAND[difficulty];
  return judged.rate < low ? low - judged.rate : judged.rate > high ? judged.rate - high : 0;
}

function withLevel(config: Config, scene: number, level: LevelData): Config {
  return {
    ...config,
    scenes: config.scenes.map((s, i) => (i === scene ? { ...s, properties: { ...s.properties, level } } : s)),
  };
}

function requestFor(config: Config, family: Family, scene: number, design: Design, tension: number, attempt: number): ComposeRequest {
  const order = gameplayScenes(config);
  const index = order.indexOf(scene);
  const own = config.scenes[scene]?.properties.seed;
  const seed = own ?? Rng.stream(config.game.seed, `scene-${index}`).next() | 0;
  return {
    kind: config.game.kind,
    design,
    rules: family.rules(config.game.kind, design, config.game.tuning ?? {}),
    entities: config.entities,
    theme: (config.game.theme ?? {}) as Record<string, unknown>,
    index,
    count: order.length,
    tension,
    seed,
    attempt,
  };
}

/**
 * Where the tries begin: at the level that stands, so that composing it anew after an edit keeps its layout; for a new one half way
 * to the tension that suited the level before it.
 */
function startOf(config: Config, scene: number): { tension: number; attempt: number; stands: boolean } {
  const order = gameplayScenes(config);
  const made = (i: number | undefined): LevelData['made'] => (i === undefined ? undefined : config.scenes[i]?.properties.level?.made);
  const own = made(scene);
  if (own !== undefined) return { ...own, stands: true };
  const before = made(order[order.indexOf(scene) - 1])?.tension ?? 0;
  return { tension: Math.trunc(before * 2) / 4, attempt: 0, stands: false };
}

/** Compose one scene's level and prove it; the best of `attempts` is kept, the first fair one ends the search. */
function composeScene(config: Config, scene: number, effort: Effort): { level: LevelData; judged: Judged } {
  const family = familyOf(config.game.kind);
  const design = designOf(config, scene);
  let best: { level: LevelData; judged: Judged; distance: number } | null = null;
  const from = startOf(config, scene);
  const tuning = new Tuning(from.tension);
  let repairs = 0;
  for (let attempt = 0; attempt < effort.attempts; attempt++) {
    const made = { tension: tuning.tension, attempt: from.attempt + attempt };
    const request = requestFor(config, family, scene, design, made.tension, made.attempt);
    let level = { ...family.compose(request), made };
    // A level that a sure hand cannot walk is too hard for a late one: only the last try gets the whole search.
    const last = attempt === effort.attempts - 1;
    const brief = family.walksFirst === true && !last;
    // What stands is given every chance to stay.
    const hasty = !last && !(from.stands && attempt === 0);
    let judged = judge(
      withLevel(config, scene, level),
      scene,
      brief ? { ...effort, budget: { ...effort.budget, nodes: 0 } } : effort,
      hasty,
    );
    for (let r = 0; !brief && r < effort.repairs && judged.level.status !== 'proven'; r++) {
      level = { ...family.repair(level, request, judged.farthest), made };
      judged = judge(withLevel(config, scene, level), scene, effort, hasty);
      repairs++;
    }
    judged.stats.attempts = attempt + 1;
    judged.stats.repairs = repairs;
    const d = distance(judged, design.difficulty);
    if (best === null || d < best.distance) best = { level, judged, distance: d };
    if (d === 0) break;
    if (judged.level.status !== 'proven') tuning.stuck(brief);
    else tuning.turn(d >= 100 || judged.rate > FAIR_BAND[design.difficulty][1] ? 1 : -1);
  }
  if (best === null) throw new Error('effort.attempts must be at least 1');
  if (best.judged.thorough) return best;
  const { attempts } = best.judged.stats;
  const judged = judge(withLevel(config, scene, best.level), scene, effort);
  return { level: best.level, judged: { ...judged, stats: { ...judged.stats, attempts, repairs } } };
}

/** Tensions worth trying. */
const TENSION_LIMIT = 6;

/** Looks for the tension that suits: wider steps while they go one way, narrower ones after each turn. */
class Tuning {
  tension: number;
  private way = 0;
  private step = 1;
  private stuckBefore = false;

  constructor(tension: number) {
    this.tension = tension;
  }

  /** Too easy (1) or too hard (-1). */
  turn(way: 1 | -1): void {
    if (way === this.way) this.step += 0.5;
    else if (this.way !== 0) this.step = Math.max(0.25, this.step / 2);
    this.way = way;
    this.stuckBefore = false;
    this.move(way * this.step);
  }

  /** No way found. After a mere walk that is more often one bad spot than too much tension: another layout first. */
  stuck(walked: boolean): void {
    if (!walked || this.stuckBefore) this.move(-1);
    this.stuckBefore = true;
  }

  private move(by: number): void {
    this.tension = Math.max(-TENSION_LIMIT, Math.min(TENSION_LIMIT, this.tension + by));
  }
}

export function proofOf(config: Config, judged: readonly Judged[]): Proof {
  const proven = judged.length > 0 && judged.every((j) => j.level.status === 'proven');
  let rate = 0;
  for (const j of judged) rate += j.rate / judged.length;
  return {
    status: proven ? 'proven' : 'not_proven',
    certificate: { core_hash: CORE_HASH, config_hash: configHash(config), levels: judged.map((j) => j.level) },
    bot_success_rate: Math.round(rate * 1000) / 1000,
    levels: judged.map((j) => j.stats),
  };
}

/**
 * Fill in rules, helper entities and levels, and prove every scene.
 * `scenes`: indices to compose anew; the others keep their level and, if their play hash still holds, their certificate.
 */
export function compose(config: Config, scenes: readonly number[] | undefined, effort: Effort): Config {
  const family = familyOf(config.game.kind);
  const design = { ...designOf(config, -1) };
  let out: Config = {
    ...config,
    game: { ...config.game, design, rules: family.rules(config.game.kind, design, config.game.tuning ?? {}) },
    entities: family.complete(config.game.kind, design, config.entities),
  };
  const previous = config.game.proof;
  const judged: Judged[] = [];
  for (const scene of gameplayScenes(out)) {
    const wanted = scenes === undefined || scenes.includes(scene) || out.scenes[scene]?.properties.level === undefined;
    if (wanted) {
      const made = composeScene(out, scene, effort);
      out = withLevel(out, scene, made.level);
      judged.push(made.judged);
      continue;
    }
    judged.push(kept(out, scene, previous) ?? judge(out, scene, effort));
  }
  return { ...out, game: { ...out.game, proof: proofOf(out, judged) } };
}

/** The old proof of a scene, if nothing that it rests on has changed. */
function kept(config: Config, scene: number, previous: Proof | undefined): Judged | null {
  if (previous === undefined || previous.certificate.core_hash !== CORE_HASH) return null;
  const level = previous.certificate.levels.find((l) => l.scene === scene);
  const stats = previous.levels.find((l) => l.scene === scene);
  if (level === undefined || stats === undefined || level.status !== 'proven') return null;
  if (level.play_hash !== playHash(config, scene)) return null;
  return { level, stats, farthest: [0, 0], rate: stats.bot.wins / Math.max(1, stats.bot.runs), thorough: true };
}

/** Prove the levels as they are. */
export function prove(config: Config, effort: Effort): Proof {
  return proofOf(
    config,
    gameplayScenes(config).map((scene) => judge(config, scene, effort)),
  );
}
