/** How each kind of enemy is built: health, pace, size, senses. Units: px and px/s here, subpixels after `archetypeOf`. */
import type { Behavior } from './cast';
import { BLOCK_FLY, BLOCK_WALK } from './legend';

export interface Archetype {
  hp: number;
  /** Subpixels a tick when roaming and when hunting. */
  roam: number;
  hunt: number;
  /** Half the side of its body. */
  half: number;
  mask: number;
  /** Share of the common sight range, percent. */
  sight: number;
  score: number;
}

const TABLE: Readonly<Record<Behavior, [hp: number, roam: number, hunt: number, half: number, sight: number, score: number]>> = {
  patrol: [2, 42, 42, 6, 0, 20],
  wander: [1, 30, 30, 6, 0, 15],
  chase: [2, 28, 54, 6, 100, 30],
  shoot: [2, 24, 34, 6, 115, 40],
  charge: [3, 28, 185, 7, 100, 50],
  guard: [2, 32, 62, 6, 90, 40],
  hop: [1, 60, 92, 6, 100, 25],
  swarm: [1, 30, 60, 5, 110, 20],
  fly: [1, 34, 58, 5, 110, 25],
  boss: [14, 30, 50, 13, 150, 500],
};

export function archetypeOf(behavior: Behavior, speed: number): Archetype {
  const [hp, roam, hunt, half, sight, score] = TABLE[behavior];
  const pace = Math.min(4, Math.max(0.2, speed));
  return {
    hp,
    roam: Math.round((roam * pace * 256) / 60),
    hunt: Math.min(3500, Math.round((hunt * pace * 256) / 60)),
    half: half * 256,
    mask: behavior === 'fly' || behavior === 'swarm' ? BLOCK_FLY : BLOCK_WALK,
    sight,
    score,
  };
}
