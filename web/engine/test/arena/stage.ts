/** Composed stages for the tests of this folder. */
import { DEFAULT_DESIGN } from '../../src/core/scene';
import type { Design, EntitySpec, SceneInput, State } from '../../src/core/types';
import { arena } from '../../src/families/arena';
import type { ArenaWorld } from '../../src/families/arena/world';

export const KINDS = ['space-shooter', 'horde-survivors'] as const;
export type ArenaKind = (typeof KINDS)[number];

export const BEHAVIORS = ['fly', 'patrol', 'hop', 'chase', 'swarm', 'charge', 'shoot', 'guard', 'wander'] as const;

export function foe(type: string, behavior?: string): EntitySpec {
  return { type, ...(behavior === undefined ? {} : { ai_behavior: behavior }), properties: { role: 'enemy' } };
}

export const HERO: EntitySpec = { type: 'hero', properties: { role: 'hero' } };
/** One foe of every behaviour. */
export const EVERYONE: EntitySpec[] = [HERO, ...BEHAVIORS.map((b) => foe(`the_${b}`, b))];

export interface StageOptions {
  seed?: number;
  index?: number;
  tension?: number;
  design?: Partial<Design>;
  entities?: EntitySpec[];
}

export function sceneOf(kind: ArenaKind, options: StageOptions = {}): SceneInput {
  const design: Design = { ...DEFAULT_DESIGN, ...(options.design ?? {}) };
  const entities = arena.complete(kind, design, options.entities ?? EVERYONE);
  const rules = arena.rules(kind, design, {});
  const level = arena.compose({
    kind,
    design,
    rules,
    entities,
    index: options.index ?? 0,
    count: 3,
    tension: options.tension ?? 0,
    seed: options.seed ?? 11,
    attempt: 0,
  });
  return { kind, design, rules, entities, level };
}

export function worldOf(kind: ArenaKind, options: StageOptions = {}): ArenaWorld {
  return arena.compile(sceneOf(kind, options)) as ArenaWorld;
}

/** Play `ticks` of the family's own bot without noise, or until the end. */
export function playBot(world: ArenaWorld, state: State, ticks: number, seed = 1): void {
  const bot = arena.bot(world, seed);
  for (let i = 0; i < ticks && state[1] === 0; i++) arena.step(world, state, bot.act(state), null);
}
