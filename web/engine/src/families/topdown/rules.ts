/** The numbers a top-down game runs on, in px, px/s and frames. Given rules win over derived ones. */
import { DEFAULT_DESIGN } from '../../core/scene';
import type { Design } from '../../core/types';

export type Rules = Record<string, number | string | boolean>;

function scaled(base: number, factor: number): number {
  return Math.round(base * Math.min(4, Math.max(0.2, factor)) * 10) / 10;
}

/**
 * A: a strike with the sword ("strike"), a shot ("shoot"), or a strike that sends a bolt ("beam", when both are asked for).
 * B: a dash that cannot be hurt, when "dash" is among the mechanics.
 */
export function rules(_kind: string, given: Design, own: Rules): Rules {
  const design = { ...DEFAULT_DESIGN, ...given };
  const has = (m: string): boolean => design.mechanics.includes(m);
  const easy = design.difficulty === 'easy';
  const hard = design.difficulty === 'hard';
  const derived: Rules = {
    hero_speed: scaled(84, design.hero_speed),
    hero_health: has('one-hit') ? 1 : Math.min(12, Math.max(1, Math.round(design.health))),
    lives: Math.min(9, Math.max(1, Math.round(design.lives))),
    attack: has('shoot') ? (has('melee') ? 'beam' : 'shoot') : 'strike',
    strike_windup: 3,
    strike_active: 5,
    strike_recover: 8,
    strike_reach: 14,
    strike_radius: 14,
    shot_speed: 220,
    shot_cooldown: 25,
    dash: has('dash'),
    dash_frames: 12,
    dash_speed: 2.7,
    dash_cooldown: 32,
    invulnerable_frames: easy ? 80 : 60,
    hitstop_frames: 4,
    enemy_speed: scaled(easy ? 0.85 : hard ? 1.15 : 1, design.enemy_speed),
    enemy_sight: easy ? 5 : hard ? 8 : 6.5,
    enemy_windup: easy ? 38 : hard ? 24 : 30,
    enemy_shot_speed: easy ? 80 : hard ? 120 : 100,
    lead_aim: hard,
    spike_period: easy ? 150 : hard ? 110 : 130,
    spike_wave: easy ? 0 : hard ? 17 : 9,
    drop_percent: easy ? 25 : hard ? 8 : 15,
    time_limit: Math.max(0, Math.round(design.time_limit)),
  };
  const out: Rules = {};
  for (const key of Object.keys(derived)) {
    const mine = own[key];
    out[key] = mine !== undefined && typeof mine === typeof derived[key] ? mine : (derived[key] as number | string | boolean);
  }
  for (const key of Object.keys(own)) if (!(key in out)) out[key] = own[key] as number | string | boolean;
  return out;
}
