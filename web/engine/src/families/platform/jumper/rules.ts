/** Rules of the jumper kind, and their integer form. */
import type { Design } from '../../../core/types';
import { acceleration, commonRules, type Rules, velocity, withGiven } from '../rules';

const HEALTH = { easy: 3, normal: 2, hard: 1 } as const;
const RISING = { easy: 13, normal: 19, hard: 26 } as const;
/** Height of a bounce at multiplier 1, px. */
const BOUNCE = 62;

export function jumperRules(design: Design, given: Rules): Rules {
  const has = (name: string): boolean => design.mechanics.includes(name);
  const jump = Math.min(2, Math.max(0.5, design.jump_height));
  const gravity = Math.round(460 * Math.min(2, Math.max(0.4, design.gravity)));
  const speed = Math.min(2, Math.max(0.5, design.hero_speed));
  const common = commonRules(design);
  return withGiven(
    {
      ...common,
      health: Math.min(Number(common.health), HEALTH[design.difficulty]),
      lives: 1,
      run_speed: Math.round(115 * speed),
      run_accel: Math.round(700 * speed),
      gravity,
      // v^2 = 2 g h at standard gravity: lighter worlds throw higher.
      bounce_speed: Math.round(Math.sqrt(2 * 460 * BOUNCE * jump)),
      spring_factor: 1.5,
      max_fall: 300,
      air_jumps: has('double-jump') ? 1 : 0,
      glide: has('glide'),
      glide_speed: 45,
      rising_speed: RISING[design.difficulty],
      hero_width: 9,
      hero_height: 12,
      hurt_inset: 2,
      hitstop_frames: 4,
    },
    given,
  );
}

export interface JumperPhysics {
  run: number;
  accel: number;
  gravity: number;
  bounce: number;
  spring: number;
  maxFall: number;
  airJumps: number;
  glide: boolean;
  glideSpeed: number;
  rising: number;
  w: number;
  h: number;
  inset: number;
  health: number;
  invulnerable: number;
  hitstop: number;
  timeLimit: number;
  enemyPace: number;
}

export function jumperPhysics(rules: Rules): JumperPhysics {
  const n = (key: string): number => Number(rules[key] ?? 0);
  return {
    run: velocity(n('run_speed')),
    accel: Math.max(1, acceleration(n('run_accel'))),
    gravity: Math.max(1, acceleration(n('gravity'))),
    bounce: velocity(n('bounce_speed')),
    spring: velocity(n('bounce_speed') * n('spring_factor')),
    maxFall: velocity(n('max_fall')),
    airJumps: n('air_jumps'),
    glide: rules.glide === true,
    glideSpeed: velocity(n('glide_speed')),
    rising: velocity(n('rising_speed')),
    w: Math.round(n('hero_width') * 256),
    h: Math.round(n('hero_height') * 256),
    inset: Math.round(n('hurt_inset') * 256),
    health: n('health'),
    invulnerable: n('invulnerable_frames'),
    hitstop: n('hitstop_frames'),
    timeLimit: n('time_limit') * 60,
    enemyPace: n('enemy_speed'),
  };
}
