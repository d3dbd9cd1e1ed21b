/** Skeleton configs, as the games package hands them to the engine: entities and scenes, no rules, no levels. */
import { DEFAULT_DESIGN } from '../src/core/scene';
import type { Config, Design, EntitySpec } from '../src/core/types';

function hero(name: string, body: string): EntitySpec {
  return {
    type: 'hero',
    properties: { role: 'hero', name, sprite: { prompt: name, body, colors: ['#c2452d', '#f2d0a4'], size: [16, 16] } },
  };
}

function enemy(type: string, behavior: string, body: string): EntitySpec {
  return {
    type,
    ai_behavior: behavior,
    properties: { role: 'enemy', name: type, sprite: { prompt: type, body, colors: ['#5a3f8a'], size: [16, 16] } },
  };
}

function collectible(type: string, score: number): EntitySpec {
  return {
    type,
    properties: { role: 'collectible', name: type, score, sprite: { prompt: type, body: 'gem', colors: ['#ffd75e'], size: [8, 8] } },
  };
}

function boss(type: string): EntitySpec {
  return {
    type,
    ai_behavior: 'boss',
    properties: { role: 'boss', name: type, sprite: { prompt: type, body: 'dragon', colors: ['#8a1f2d'], size: [32, 32] } },
  };
}

const CAST: Record<string, EntitySpec[]> = {
  platformer: [
    hero('tiny red fox', 'quadruped'),
    enemy('slime', 'patrol', 'blob'),
    enemy('bat', 'fly', 'bird'),
    enemy('frog', 'hop', 'quadruped'),
    collectible('coin', 10),
  ],
  'infinite-jumper': [hero('paper frog', 'quadruped'), enemy('crow', 'fly', 'bird'), collectible('star', 10)],
  'flappy-clone': [hero('sleepy owl', 'bird'), enemy('wasp', 'fly', 'insect'), collectible('feather', 5)],
  topdown: [hero('lost explorer', 'biped'), enemy('spider', 'patrol', 'spider'), enemy('ghost', 'chase', 'ghost'), collectible('gem', 10)],
  'dungeon-crawler': [
    hero('brave knight', 'biped'),
    enemy('skeleton', 'chase', 'biped'),
    enemy('archer', 'shoot', 'biped'),
    collectible('gold', 10),
  ],
  'horde-survivors': [
    hero('old wizard', 'biped'),
    enemy('zombie', 'chase', 'biped'),
    enemy('imp', 'swarm', 'insect'),
    collectible('gem', 1),
  ],
  'space-shooter': [
    hero('silver ship', 'ship'),
    enemy('drone', 'fly', 'robot'),
    enemy('gunship', 'shoot', 'ship'),
    collectible('crystal', 10),
  ],
};

export interface SampleOptions {
  seed?: number;
  design?: Partial<Design>;
  entities?: EntitySpec[];
}

/** A config of the kind without levels; `design` overrides the defaults, `entities` replaces the cast. */
export function sample(kind: string, options: SampleOptions = {}): Config {
  const design: Design = { ...DEFAULT_DESIGN, ...(options.design ?? {}) };
  const entities = options.entities ?? (CAST[kind] ?? (CAST.platformer as EntitySpec[])).map((e) => structuredClone(e));
  if (design.boss && !entities.some((e) => e.properties.role === 'boss')) entities.push(boss('dragon'));
  const seed = options.seed ?? 7;
  return {
    schema_version: '1.0',
    game: {
      title: `Sample ${kind}`,
      genre: 'custom',
      template: 'platformer',
      description: '',
      max_players: 1,
      kind,
      seed,
      prompt: '',
      design,
      theme: {},
    },
    entities,
    scenes: Array.from({ length: design.levels }, (_, i) => ({
      name: `Level ${i + 1}`,
      type: 'gameplay',
      entities: entities.map((e) => e.type),
      properties: { seed: (Math.imul(seed + 1, 0x9e3779b1) + i * 7919) | 0 },
    })),
  };
}

export const sampleEnemy = enemy;
export const sampleCollectible = collectible;
export const sampleBoss = boss;
