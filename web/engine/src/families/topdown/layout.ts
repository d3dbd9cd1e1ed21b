/** Where the top-down family keeps its state: hero fields, globals, entity fields. See core/state.ts for the common header. */
import { E_DATA, GLOBALS, HERO_OWN } from '../../core/state';

export const TILE_PX = 16;
/** A tile is 2^12 subpixels. */
export const SHIFT = 12;
export const TILE = 1 << SHIFT;
export const HALF_TILE = TILE >> 1;

/** Ticks into the strike, 0 = not striking. */
export const H_SWING = HERO_OWN;
/** Ticks until A works again. */
export const H_COOL = HERO_OWN + 1;
/** Ticks of dash left. */
export const H_DASH = HERO_OWN + 2;
export const H_DASH_COOL = HERO_OWN + 3;
/** Ticks without control after a blow. */
export const H_KNOCK = HERO_OWN + 4;
/** Last safe ground, where a fall puts the hero back. */
export const H_SAFE_X = HERO_OWN + 5;
export const H_SAFE_Y = HERO_OWN + 6;
/** Ticks left of lying dead (or of a fall); control returns at 0. */
export const H_DOWN = HERO_OWN + 7;
/** 1 = down by a fall, 2 = dead. */
export const H_DOWN_WHY = HERO_OWN + 8;
/** Ticks of doubled blows left. */
export const H_POWER = HERO_OWN + 9;
/** Ticks a press of A is remembered. */
export const H_BUFFER = HERO_OWN + 10;
/** Number of the present strike: an enemy is hit once a strike. */
export const H_SERIAL = HERO_OWN + 11;
export const H_MAX_HP = HERO_OWN + 12;
export const H_ANIM_AGE = HERO_OWN + 13;
/** Ticks of white flash left. */
export const H_FLASH = HERO_OWN + 14;
/** Room the hero is in, +1; 0 between rooms. */
export const H_ROOM = HERO_OWN + 15;

/** Bit set of items taken: ITEM_WORDS words of 32. */
export const ITEMS = GLOBALS;
export const ITEM_WORDS = 5;
export const MAX_ITEMS = ITEM_WORDS * 32;
/** Bit set of doors open. */
export const DOORS = GLOBALS + 5;
/** Ticks of simulation outside hit-stop: hazards run on it. */
export const CLOCK = GLOBALS + 6;
export const KILLS = GLOBALS + 7;
/** How often a guard saw the hero. */
export const ALARMS = GLOBALS + 8;
/** 1 once the boss woke. */
export const BOSS_AWAKE = GLOBALS + 9;

/** Live shots and drops, about: 0 means there are none to step. */
export const LOOSE = GLOBALS + 10;

/** Ticks of being thrown back. */
export const E_KNOCK = E_DATA;
/** Direction or angle an attack is aimed at (256ths of a turn). */
export const E_AIM = E_DATA + 1;
/** Serial of the last strike that hit. */
export const E_SERIAL = E_DATA + 2;
/** Ticks the enemy still remembers the hero; for guards: suspicion. */
export const E_ALERT = E_DATA + 3;
/** Free for the behaviour. */
export const E_MEMO = E_DATA + 4;
export const E_AGE = E_DATA + 5;

/** E_STATE of enemies. */
export const ROAM = 0;
export const HUNT = 1;
export const WINDUP = 2;
export const STRIKE = 3;
export const REST = 4;

/** E_TYPE of slots that hold no enemy: a shot or a dropped heart. Enemies hold the index of their foe. */
export const SHOT_HERO = 10_000;
export const SHOT_ENEMY = 10_001;
export const SHOT_ARROW = 10_002;
export const DROP_HEART = 10_003;

/** Eight directions clockwise from right; diagonal components are 181/256. */
export const DIR_X = [256, 181, 0, -181, -256, -181, 0, 181] as const;
export const DIR_Y = [0, 181, 256, 181, 0, -181, -256, -181] as const;

/** Half of the hero's 12 px hitbox; what is hurt is smaller. */
export const HERO_HALF = 6 * 256;
export const HURT_HALF = 4 * 256;

/** HANIM. */
export const ANIM_IDLE = 0;
export const ANIM_WALK = 1;
export const ANIM_ATTACK = 2;
export const ANIM_DASH = 3;
export const ANIM_HURT = 4;
export const ANIM_DIE = 5;
export const ANIM_FALL = 6;
