/** What each behaviour means in this family: base numbers, before the author's multipliers. */

export const BEHAVIORS = ['fly', 'patrol', 'hop', 'chase', 'swarm', 'charge', 'shoot', 'guard', 'wander', 'rock', 'boss'] as const;
export type Behavior = (typeof BEHAVIORS)[number];

export const FLY = 0;
export const PATROL = 1;
export const HOP = 2;
export const CHASE = 3;
export const SWARM = 4;
export const CHARGE = 5;
export const SHOOT = 6;
export const GUARD = 7;
export const WANDER = 8;
export const ROCK = 9;
export const BOSS = 10;

export interface Archetype {
  /** Hits it takes with a plain shot. */
  health: number;
  /** px/s. */
  speed: number;
  /** Box, px. */
  size: number;
  /** Cost in a wave's budget; about how dangerous one of them is. */
  threat: number;
  score: number;
}

/** Side-on shooter: foes cross a 320 px field. */
export const SHOOTER: Record<Behavior, Archetype> = {
  fly: { health: 1, speed: 62, size: 12, threat: 10, score: 20 },
  patrol: { health: 2, speed: 40, size: 12, threat: 12, score: 20 },
  hop: { health: 2, speed: 50, size: 12, threat: 12, score: 25 },
  chase: { health: 2, speed: 55, size: 12, threat: 14, score: 25 },
  swarm: { health: 1, speed: 75, size: 10, threat: 12, score: 20 },
  charge: { health: 2, speed: 65, size: 12, threat: 16, score: 30 },
  shoot: { health: 3, speed: 60, size: 14, threat: 22, score: 40 },
  guard: { health: 8, speed: 40, size: 18, threat: 42, score: 90 },
  wander: { health: 2, speed: 38, size: 12, threat: 11, score: 20 },
  rock: { health: 3, speed: 70, size: 14, threat: 9, score: 15 },
  boss: { health: 110, speed: 60, size: 36, threat: 300, score: 1500 },
};

/** Top-down horde: foes walk towards the hero from all sides. */
export const HORDE: Record<Behavior, Archetype> = {
  fly: { health: 2, speed: 44, size: 10, threat: 10, score: 5 },
  patrol: { health: 3, speed: 34, size: 12, threat: 10, score: 5 },
  hop: { health: 3, speed: 80, size: 12, threat: 12, score: 6 },
  chase: { health: 3, speed: 38, size: 12, threat: 10, score: 5 },
  swarm: { health: 1, speed: 70, size: 8, threat: 6, score: 3 },
  charge: { health: 4, speed: 36, size: 12, threat: 18, score: 8 },
  shoot: { health: 4, speed: 32, size: 12, threat: 24, score: 10 },
  guard: { health: 12, speed: 26, size: 18, threat: 30, score: 15 },
  wander: { health: 2, speed: 30, size: 12, threat: 7, score: 4 },
  rock: { health: 4, speed: 0, size: 20, threat: 14, score: 5 },
  boss: { health: 90, speed: 40, size: 30, threat: 200, score: 300 },
};

/** Behaviour of a foe: its own if we know it, else one that its place in the cast gives, so that two foes rarely act alike. */
export function behaviorOf(named: string | undefined, role: string, place: number): Behavior {
  if (role === 'boss') return 'boss';
  if (role === 'hazard') return 'rock';
  if (named !== undefined && (BEHAVIORS as readonly string[]).includes(named) && named !== 'boss') return named as Behavior;
  return (['fly', 'shoot', 'charge', 'chase', 'swarm', 'guard'] as const)[place % 6] as Behavior;
}
