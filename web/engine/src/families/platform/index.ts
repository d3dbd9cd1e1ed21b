/** The platformer family: run, jump, reach the goal. */
import { RIGHT } from '../../core/input';
import { SUB } from '../../core/state';
import type { Budget, ClaimCheck, ComposeRequest, Family, LevelData, State, World } from '../../core/types';
import { PlatformBot } from './bot';
import { claimsPlatformer } from './claims';
import { composePlatformer } from './compose/level';
import { BEHAVIORS, completePlatformer } from './entities';
import { metricsPlatformer } from './metrics';
import { repairPlatformer } from './repair';
import { platformerRules } from './rules';
import { rememberRoute, solvePlatformer } from './solve';
import { initPlatformer, stepPlatformer } from './step';
import { viewPlatformer } from './view';
import { compilePlatformer, type PlatformWorld } from './world';

const MECHANICS = [
  'double-jump',
  'wall-jump',
  'dash',
  'glide',
  'stomp',
  'shoot',
  'moving-platforms',
  'springs',
  'checkpoints',
  'keys-doors',
  'boss',
  'power-ups',
  'timer',
  'one-hit',
];

/** Seconds of patience: three unhurried walks through the level and a few deaths. */
function patience(world: PlatformWorld): number {
  const walk = Math.floor((world.width * 8 * SUB) / Math.max(1, world.physics.run));
  return walk * 3 + 1200 + (world.boss >= 0 ? 3600 : 0);
}

const of = (world: World): PlatformWorld => world as PlatformWorld;

export const platform: Family = {
  name: 'platform',
  kinds: ['platformer'],
  mechanics: { platformer: MECHANICS },
  behaviors: BEHAVIORS,
  rules: (_kind, design, given) => platformerRules(design, given),
  complete: (_kind, design, entities) => completePlatformer(design, entities),
  compose: (request) => composePlatformer(request),
  repair: (level: LevelData, request: ComposeRequest, farthest) => {
    const roles = new Map(request.entities.map((e) => [e.type, e.properties.role]));
    return repairPlatformer(level, (type) => roles.get(type), farthest);
  },
  compile: (scene) => compilePlatformer(platform, scene),
  init: (world, options) => initPlatformer(of(world), options),
  step: (world, state: State, input, events) => stepPlatformer(of(world), state, input, events),
  view: (world, state) => viewPlatformer(of(world), state),
  solve: (world, budget: Budget) => {
    const found = solvePlatformer(of(world), budget);
    if (found.inputs !== null) rememberRoute(of(world), found.inputs);
    return found;
  },
  walksFirst: true,
  bot: (world, seed) => new PlatformBot(of(world), seed, true),
  // Jumps are pressed ahead of time, so they scatter little; the slips of a hand are the bot's own.
  noise: { delay: 6, jitter: 1 },
  forward: () => RIGHT,
  patience: (world) => patience(of(world)),
  metrics: (scene) => metricsPlatformer(scene),
  claims: (world): ClaimCheck[] => claimsPlatformer(of(world)),
};
