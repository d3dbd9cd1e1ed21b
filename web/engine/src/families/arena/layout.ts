/** Where the arena family keeps things in the state. */
import { E_DATA, GLOBALS, HERO_OWN } from '../../core/state';

/** Ticks until the next shot. */
export const H_COOLDOWN = HERO_OWN;
/** Weapon level of the shooter, 1-4. */
export const H_POWER = HERO_OWN + 1;
export const H_BOMBS = HERO_OWN + 2;
/** Ticks of dash left, then ticks until the next one. */
export const H_DASH = HERO_OWN + 3;
export const H_DASH_WAIT = HERO_OWN + 4;
export const H_MAX_HP = HERO_OWN + 5;
export const H_XP = HERO_OWN + 6;
export const H_LEVEL = HERO_OWN + 7;
/** Kills in a row without a hit; the timer ends the row. */
export const H_COMBO = HERO_OWN + 8;
export const H_COMBO_TIMER = HERO_OWN + 9;
export const H_KILLS = HERO_OWN + 10;
/** Direction of the last movement, 256ths of a turn. */
export const H_AIM = HERO_OWN + 11;
/** Ticks of rapid fire left (power-up). */
export const H_RAPID = HERO_OWN + 12;
/** Ten upgrade levels of survivors, in the order of UPGRADES. */
export const H_UPGRADES = HERO_OWN + 13;
/** Ticks until each timed weapon of survivors fires again: nova, lance, aura share one int each. */
export const H_NOVA = HERO_OWN + 23;
export const H_LANCE = HERO_OWN + 24;
export const H_AURA = HERO_OWN + 25;

/** Ticks of play: stands still while an upgrade is chosen. */
export const G_CLOCK = GLOBALS;
/** Next order of the wave schedule. */
export const G_CURSOR = GLOBALS + 1;
/** Distance scrolled, subpixels. */
export const G_SCROLL = GLOBALS + 2;
export const G_FOES = GLOBALS + 3;
export const G_SHOTS = GLOBALS + 4;
export const G_FOE_SHOTS = GLOBALS + 5;
export const G_PICKUPS = GLOBALS + 6;
/** Offset of the boss in the state, 0 = none. */
export const G_BOSS = GLOBALS + 7;
export const G_PHASE = GLOBALS + 8;
/** Ticks the choice of an upgrade has been open, 0 = closed. */
export const G_CHOOSING = GLOBALS + 9;
export const G_PICK = GLOBALS + 10;
/** Three offered upgrades (index in UPGRADES, -1 = none). */
export const G_OFFER = GLOBALS + 11;
/** Number of the last wave announced. */
export const G_WAVE = GLOBALS + 14;
/** Endless mode: waves made up so far. */
export const G_ROUND = GLOBALS + 15;

/** Foes. */
export const D_AGE = E_DATA;
export const D_HOME_X = E_DATA + 1;
export const D_HOME_Y = E_DATA + 2;
/** Power-up dropped + 1, 0 = by chance. */
export const D_DROP = E_DATA + 3;
export const D_MAX = E_DATA + 4;
/** Foes of the shooter: bit 0 = comes back until killed. Foes of survivors: ticks until an orbiting blade may cut again. */
export const D_FLAGS = E_DATA + 5;

/** Hero shots: E_HP damage, E_TIMER life, D_PIERCE foes it may still pass, D_LAST the foe it hit last. */
export const D_PIERCE = E_DATA;
export const D_LAST = E_DATA + 1;
/** Length of flight and half size of a shot. */
export const D_HALF = E_DATA + 2;
