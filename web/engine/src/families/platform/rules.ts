/** Rules of the platformer: feel numbers from the design, in px, seconds and frames, and their integer form. */
import { SUB } from '../../core/state';
import type { Design } from '../../core/types';

export type Rules = Record<string, number | string | boolean>;

/** Height in px of a full jump at multiplier 1 and gravity 1: 0.2 s at 105 px/s, then braked by 900 px/s2, halved near the apex. */
const BASE_HEIGHT = 28.02;

const HURT_LIMIT = { easy: 120, normal: 90, hard: 70 } as const;
const ENEMY_PACE = { easy: 0.8, normal: 1, hard: 1.2 } as const;
const FIRE_REST = { easy: 150, normal: 110, hard: 80 } as const;

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Take-off speed for a jump `height` times the standard one: solves 0.2 v + v^2 / 1800 + 0.89 = height * 28.02 for v. */
export function takeOff(height: number): number {
  const c = 0.89 - height * BASE_HEIGHT;
  return round1((-0.2 + Math.sqrt(0.04 - (4 * c) / 1800)) * 900);
}

function limit(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Numbers every side view shares: health, time, enemies. */
export function commonRules(design: Design): Rules {
  const has = (name: string): boolean => design.mechanics.includes(name);
  return {
    health: has('one-hit') ? 1 : Math.round(limit(design.health, 1, 20)),
    lives: Math.round(limit(design.lives, 1, 99)),
    time_limit: Math.round(limit(design.time_limit, 0, 600)),
    invulnerable_frames: HURT_LIMIT[design.difficulty],
    enemy_speed: round1(limit(design.enemy_speed, 0.25, 3) * ENEMY_PACE[design.difficulty]),
  };
}

/** Given rules win where they are of the derived value's type; others are ignored. */
export function withGiven(rules: Rules, given: Rules): Rules {
  const out = { ...rules };
  for (const key of Object.keys(rules)) {
    const value = given[key];
    if (value !== undefined && typeof value === typeof rules[key] && (typeof value !== 'number' || Number.isFinite(value)))
      out[key] = value;
  }
  return out;
}

export function platformerRules(design: Design, given: Rules): Rules {
  const has = (name: string): boolean => design.mechanics.includes(name);
  const speed = limit(design.hero_speed, 0.5, 2);
  const gravity = limit(design.gravity, 0.4, 2);
  return withGiven(
    {
      ...commonRules(design),
      run_speed: round1(90 * speed),
      run_accel: round1(1000 * Math.max(0.7, speed)),
      over_speed_brake: 400,
      air_control: 0.65,
      gravity: round1(900 * gravity),
      apex_gravity: 0.5,
      apex_speed: 40,
      max_fall: round1(160 * limit(gravity, 0.6, 1.4)),
      jump_speed: takeOff(limit(design.jump_height, 0.5, 2)),
      jump_hold: 0.2,
      jump_boost: round1(40 * Math.min(speed, 1.5)),
      coyote_frames: 6,
      buffer_frames: 5,
      corner_correction: 4,
      hero_width: 8,
      hero_height: 11,
      hurt_inset: 1,
      hitstop_frames: 4,
      air_jumps: has('double-jump') ? 1 : 0,
      wall_jump: has('wall-jump'),
      wall_jump_speed: 130,
      wall_slide_speed: 50,
      dash: has('dash'),
      dash_speed: round1(240 * Math.max(0.8, Math.min(1.3, speed))),
      dash_frames: 9,
      glide: has('glide'),
      glide_speed: 35,
      stomp: true,
      stomp_speed: 150,
      shoot: has('shoot'),
      shot_speed: 200,
      shot_rest: 15,
      spring_speed: round1(250 * limit(gravity, 0.6, 1.4)),
      fire_rest: FIRE_REST[design.difficulty],
    },
    given,
  );
}

/** The rules as the simulation uses them: subpixels and ticks. */
export interface Physics {
  run: number;
  accel: number;
  brake: number;
  air: number;
  gravity: number;
  apexGravity: number;
  apexSpeed: number;
  maxFall: number;
  jump: number;
  hold: number;
  boost: number;
  coyote: number;
  buffer: number;
  corner: number;
  w: number;
  h: number;
  inset: number;
  hitstop: number;
  airJumps: number;
  wallJump: boolean;
  wallSpeed: number;
  wallSlide: number;
  dash: boolean;
  dashSpeed: number;
  dashFrames: number;
  glide: boolean;
  glideSpeed: number;
  stompSpeed: number;
  shoot: boolean;
  shotSpeed: number;
  shotRest: number;
  springSpeed: number;
  fireRest: number;
  health: number;
  lives: number;
  invulnerable: number;
  timeLimit: number;
  /** Multiplier on enemies' speeds, 256 = 1. */
  enemyPace: number;
}

/** A speed in px/s as subpixels per tick. */
export function velocity(pxPerSecond: number): number {
  return Math.round((pxPerSecond * SUB) / 60);
}

/** An acceleration in px/s2 as subpixels per tick per tick. */
export function acceleration(pxPerSecond2: number): number {
  return Math.round((pxPerSecond2 * SUB) / 3600);
}

export function physics(rules: Rules): Physics {
  const n = (key: string): number => Number(rules[key] ?? 0);
  return {
    run: velocity(n('run_speed')),
    accel: Math.max(1, acceleration(n('run_accel'))),
    brake: Math.max(1, acceleration(n('over_speed_brake'))),
    air: Math.round(n('air_control') * 256),
    gravity: Math.max(1, acceleration(n('gravity'))),
    apexGravity: Math.max(1, Math.round(acceleration(n('gravity')) * n('apex_gravity'))),
    apexSpeed: velocity(n('apex_speed')),
    maxFall: velocity(n('max_fall')),
    jump: velocity(n('jump_speed')),
    hold: Math.round(n('jump_hold') * 60),
    boost: velocity(n('jump_boost')),
    coyote: Math.round(n('coyote_frames')),
    buffer: Math.round(n('buffer_frames')),
    corner: Math.round(n('corner_correction')),
    w: Math.round(n('hero_width') * SUB),
    h: Math.round(n('hero_height') * SUB),
    inset: Math.round(n('hurt_inset') * SUB),
    hitstop: Math.round(n('hitstop_frames')),
    airJumps: Math.round(n('air_jumps')),
    wallJump: rules.wall_jump === true,
    wallSpeed: velocity(n('wall_jump_speed')),
    wallSlide: velocity(n('wall_slide_speed')),
    dash: rules.dash === true,
    dashSpeed: velocity(n('dash_speed')),
    dashFrames: Math.round(n('dash_frames')),
    glide: rules.glide === true,
    glideSpeed: velocity(n('glide_speed')),
    stompSpeed: velocity(n('stomp_speed')),
    shoot: rules.shoot === true,
    shotSpeed: velocity(n('shot_speed')),
    shotRest: Math.round(n('shot_rest')),
    springSpeed: velocity(n('spring_speed')),
    fireRest: Math.max(20, Math.round(n('fire_rest'))),
    health: Math.round(n('health')),
    lives: Math.round(n('lives')),
    invulnerable: Math.round(n('invulnerable_frames')),
    timeLimit: Math.round(n('time_limit') * 60),
    enemyPace: Math.round(n('enemy_speed') * 256),
  };
}
