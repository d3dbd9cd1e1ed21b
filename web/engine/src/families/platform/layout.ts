/** What the platformer keeps in the state beyond the common header. */
import { GLOBALS, HERO_OWN } from '../../core/state';

export const GROUNDED = HERO_OWN;
export const COYOTE = HERO_OWN + 1;
export const BUFFER = HERO_OWN + 2;
/** Ticks that a held jump may still rise at full speed. */
export const RISE = HERO_OWN + 3;
export const AIR_JUMPS = HERO_OWN + 4;
/** Dashes left before touching ground. */
export const DASHES = HERO_OWN + 5;
/** Ticks of dash left; its velocity. */
export const DASHING = HERO_OWN + 6;
export const DASH_X = HERO_OWN + 7;
export const DASH_Y = HERO_OWN + 8;
/** Ticks in which a wall jump overrules the keys, and which way. */
export const FORCED = HERO_OWN + 9;
export const FORCED_X = HERO_OWN + 10;
/** Index + 1 of the moving platform the hero stands on. */
export const RIDING = HERO_OWN + 11;
/** Ticks until the next shot. */
export const RELOAD = HERO_OWN + 12;
/** Ticks without control after a blow. */
export const STUNNED = HERO_OWN + 13;
/** Ticks of the star power-up left. */
export const STAR = HERO_OWN + 14;
/** Ticks in which one-way tiles are ignored. */
export const DROPPING = HERO_OWN + 15;
/** Ticks of lying dead left. */
export const DEAD = HERO_OWN + 16;
export const ANIM_AGE = HERO_OWN + 17;
/** 0, or the side (-1, 1) of the wall the hero slides on. */
export const WALL = HERO_OWN + 18;
/** The spring's throw: rising at full speed without holding. */
export const THROWN = HERO_OWN + 19;
/** Ticks of shooting pose left. */
export const AIMING = HERO_OWN + 20;
/** 1 while gliding. */
export const GLIDING = HERO_OWN + 21;

/** Ticks simulated, without hit-stop: what moving things go by. */
export const CLOCK = GLOBALS;
/** 1 once the boss was met. */
export const BOSS_AWAKE = GLOBALS + 1;
/** Ticks until the win is called after the boss fell. */
export const VICTORY = GLOBALS + 2;
/** Farthest progress, subtracted from the route's length. */
export const BEST = GLOBALS + 3;

/** Values of HANIM. */
export const ANIMS = ['idle', 'run', 'jump', 'fall', 'hurt', 'attack', 'dash', 'die', 'climb', 'fly'] as const;
export const IDLE = 0;
export const RUN = 1;
export const JUMP = 2;
export const FALL = 3;
export const HURT = 4;
export const ATTACK = 5;
export const DASH = 6;
export const DIE = 7;
export const CLIMB = 8;
export const FLY = 9;
