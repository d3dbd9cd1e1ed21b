/** The numbers an arena runs on. Speeds px/s, times ticks unless said otherwise. */
import { isqrt } from '../../core/int';
import { SUB, TICK_RATE } from '../../core/state';
import type { Design, Difficulty } from '../../core/types';

type Rules = Record<string, number | string | boolean>;

export const MECHANICS: Record<string, readonly string[]> = {
  'space-shooter': ['shoot', 'waves', 'boss', 'power-ups', 'dash', 'timer', 'one-hit', 'endless'],
  'horde-survivors': ['shoot', 'waves', 'boss', 'power-ups', 'upgrades', 'dash', 'timer', 'one-hit', 'endless'],
};

const SHOT_SPEED: Record<Difficulty, number> = { easy: 62, normal: 80, hard: 96 };
const FOE_SPEED: Record<Difficulty, number> = { easy: 0.88, normal: 1, hard: 1.1 };
/** Ticks of mercy after a hit. Shorter in a horde, where standing in the crowd must not pay. */
const MERCY: Record<Difficulty, number> = { easy: 110, normal: 90, hard: 70 };
const HORDE_MERCY: Record<Difficulty, number> = { easy: 75, normal: 52, hard: 44 };

export function arenaRules(kind: string, design: Design, given: Rules): Rules {
  const shooter = kind === 'space-shooter';
  const oneHit = design.mechanics.includes('one-hit');
  const derived: Rules = {
    lives: clampInt(design.lives, 1, 99),
    health: oneHit ? 1 : clampInt(design.health, 1, 20),
    // In a horde the clock is the mark: who lasts that long has won.
    time_limit: shooter ? Math.max(0, Math.floor(design.time_limit)) : 0,
    hero_speed: round2((shooter ? 112 : 78) * clampNumber(design.hero_speed, 0.4, 3)),
    hurtbox: shooter ? 5 : 7,
    invulnerable: mercy((shooter ? MERCY : HORDE_MERCY)[design.difficulty], design),
    enemy_speed: round2(FOE_SPEED[design.difficulty] * clampNumber(design.enemy_speed, 0.3, 3)),
    enemy_shot_speed: round2(SHOT_SPEED[design.difficulty] * (shooter ? 1 : 0.8)),
    fire_interval: shooter ? 8 : 34,
    shot_speed: shooter ? 300 : 190,
    shot_damage: shooter ? 1 : 2,
    bombs: design.mechanics.includes('dash') ? 0 : 2,
    dash: design.mechanics.includes('dash'),
    dash_speed: 260,
    dash_ticks: 9,
    dash_wait: 50,
    drop_percent: clampInt(Math.round(26 * design.collectible_density), 0, 100),
    magnet: shooter ? 26 : 30,
  };
  return { ...derived, ...pick(given, Object.keys(derived)) };
}

/** Heroes with many hits to spare get less mercy after each: else a crowd could be waited out standing in it. */
function mercy(ticks: number, design: Design): number {
  const hits = clampInt(design.lives, 1, 99) * clampInt(design.health, 1, 20);
  return hits <= 12 ? ticks : Math.max(20, Math.round((ticks * 12) / hits));
}

function pick(given: Rules, names: readonly string[]): Rules {
  const out: Rules = {};
  for (const name of names) {
    const value = given[name];
    if (value !== undefined) out[name] = value;
  }
  return out;
}

export function clampInt(value: number, low: number, high: number): number {
  return Math.floor(clampNumber(value, low, high));
}

export function clampNumber(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

/** px/s to subpixels a tick. */
export function perTick(pixels: number): number {
  return Math.round((pixels * SUB) / TICK_RATE);
}

/** Rules as the integers of the simulation: subpixels, subpixels a tick, ticks. */
export interface Numbers {
  lives: number;
  health: number;
  timeLimit: number;
  heroSpeed: number;
  hurt: number;
  invulnerable: number;
  foeShotSpeed: number;
  fireInterval: number;
  shotSpeed: number;
  shotDamage: number;
  bombs: number;
  dash: boolean;
  dashSpeed: number;
  dashTicks: number;
  dashWait: number;
  dropPercent: number;
  magnet: number;
}

export function numbersOf(rules: Rules): Numbers {
  const n = (name: string): number => Number(rules[name] ?? 0);
  return {
    lives: n('lives'),
    health: n('health'),
    timeLimit: n('time_limit') * TICK_RATE,
    heroSpeed: perTick(n('hero_speed')),
    hurt: Math.round((n('hurtbox') * SUB) / 2),
    invulnerable: n('invulnerable'),
    foeShotSpeed: perTick(n('enemy_shot_speed')),
    fireInterval: Math.max(2, n('fire_interval')),
    shotSpeed: perTick(n('shot_speed')),
    shotDamage: n('shot_damage'),
    bombs: n('bombs'),
    dash: rules.dash === true,
    dashSpeed: perTick(n('dash_speed')),
    dashTicks: n('dash_ticks'),
    dashWait: n('dash_wait'),
    dropPercent: n('drop_percent'),
    magnet: Math.round(n('magnet') * SUB),
  };
}

/**
 * How far a hero's hits (lives times health) are from the usual nine, on a scale of square roots: -2 for a single hit, 0 for nine,
 * 2 for twenty-five, 3 at most. Composers calm or heat a stage by it, so that one life is a challenge and ninety are not a walk.
 */
export function toughness(design: Design): number {
  const health = design.mechanics.includes('one-hit') ? 1 : clampInt(design.health, 1, 20);
  const hits = clampInt(design.lives, 1, 99) * health;
  return Math.min(3, isqrt(hits * 10_000) / 100 - 3);
}

/** Twice the wish is half again the threat: numbers of foes work on one another. */
export function softened(density: number): number {
  return density <= 1 ? density : 1 + (density - 1) * 0.5;
}
