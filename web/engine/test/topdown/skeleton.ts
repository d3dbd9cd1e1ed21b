/** Config skeletons as the games maker hands them to `compose`: entities and designs, no levels. */
import { Rng } from '../../src/core/rng';
import { DEFAULT_DESIGN } from '../../src/core/scene';
import type { Config, Design, EntitySpec } from '../../src/core/types';

export const KINDS = ['topdown', 'dungeon-crawler'] as const;

function being(type: string, role: 'enemy' | 'hero' | 'collectible' | 'boss', body: string, behavior?: string): EntitySpec {
  const properties = { role, name: type, sprite: { prompt: type, body, colors: ['#888888'], size: [16, 16] } };
  return behavior === undefined ? { type, properties } : { type, ai_behavior: behavior, properties };
}

export interface SkeletonWish {
  kind: string;
  seed: number;
  design?: Partial<Design>;
  biome?: string;
  enemies?: EntitySpec[];
  coins?: boolean;
}

export const ZOO: readonly EntitySpec[] = [
  being('slime', 'enemy', 'blob', 'hop'),
  being('bat', 'enemy', 'bird', 'fly'),
  being('goblin', 'enemy', 'biped', 'chase'),
  being('archer', 'enemy', 'biped', 'shoot'),
  being('boar', 'enemy', 'quadruped', 'charge'),
  being('guard', 'enemy', 'biped', 'guard'),
  being('beetle', 'enemy', 'insect', 'patrol'),
  being('wasp', 'enemy', 'insect', 'swarm'),
  being('snail', 'enemy', 'blob', 'wander'),
];

export function skeleton(wish: SkeletonWish): Config {
  const design: Design = { ...DEFAULT_DESIGN, ...wish.design };
  const enemies =
    wish.enemies ?? [ZOO[wish.seed % ZOO.length]!, ZOO[(wish.seed * 5 + 3) % ZOO.length]!].filter((e, i, all) => all.indexOf(e) === i);
  const entities = [being('hero', 'hero', 'biped'), ...enemies, ...(wish.coins === false ? [] : [being('gem', 'collectible', 'gem')])];
  return {
    schema_version: '1.0',
    game: { title: 'Sample', kind: wish.kind, seed: wish.seed, design, theme: { biome: wish.biome ?? 'forest' } },
    entities,
    scenes: Array.from({ length: design.levels }, (_, i) => ({ name: `Level ${i + 1}`, type: 'gameplay', properties: {} })),
  };
}

const BIOMES = ['forest', 'desert', 'cave', 'city', 'castle', 'garden', 'dungeon', 'haunted', 'snow', 'space', 'village', 'swamp'];

/** Ordinary games: what most prompts come to. */
export function ordinary(kind: string, seed: number, difficulty: Design['difficulty'] = 'normal'): Config {
  const rng = Rng.stream(seed, `sample-${kind}`);
  const mechanics: string[] = [];
  if (rng.chance(25)) mechanics.push('dash');
  if (rng.chance(25)) mechanics.push('shoot');
  if (kind === 'topdown' && rng.chance(15)) mechanics.push('stealth');
  const count = 1 + rng.int(3);
  const enemies = rng.shuffle([...ZOO]).slice(0, count);
  return skeleton({ kind, seed, design: { difficulty, mechanics }, biome: rng.pick(BIOMES), enemies });
}

/** Anything the design allows: extremes of every field. */
export function wild(kind: string, seed: number): Config {
  const rng = Rng.stream(seed, `wild-${kind}`);
  const pick = <T>(...values: T[]): T => rng.pick(values);
  const mechanics = ['dash', 'shoot', 'melee', 'stealth', 'power-ups', 'timer', 'one-hit', 'boss', 'checkpoints'].filter(() =>
    rng.chance(25),
  );
  const design: Partial<Design> = {
    difficulty: pick('easy', 'normal', 'hard'),
    levels: pick(1, 2, 3),
    length: pick(0.5, 1, 1, 1.5, 2),
    enemy_density: pick(0, 0.5, 1, 1, 1.5, 2),
    collectible_density: pick(0, 0.5, 1, 2),
    hazard_density: pick(0, 0.5, 1, 1, 2),
    mechanics,
    boss: rng.chance(25),
    lives: pick(1, 3, 3, 5),
    health: pick(1, 3, 3, 6),
    time_limit: pick(0, 0, 0, 60, 120),
    hero_speed: pick(0.6, 1, 1, 1.5, 2),
    enemy_speed: pick(0.5, 1, 1, 1.5),
  };
  const enemies = rng.shuffle([...ZOO]).slice(0, rng.int(4));
  return skeleton({ kind, seed, design, biome: rng.pick(BIOMES), enemies, coins: rng.chance(80) });
}
