/** The top-down family: worlds walked in eight directions, with keys, doors, blades and bosses. */
import { A, DOWN } from '../../core/input';
import type { Budget, ComposeRequest, Family, LevelData, State, World } from '../../core/types';
import { Pilot, type Temper } from './bot/pilot';
import { Planner } from './bot/plan';
import { solve } from './bot/solve';
import { BEHAVIORS, complete } from './cast';
import { claims } from './claims';
import { compose } from './compose/compose';
import { repair } from './compose/repair';
import { metrics } from './metrics';
import { rules } from './rules';
import { init, step } from './step';
import { view } from './view';
import { compile, type TopWorld } from './world';

const MECHANICS = ['keys-doors', 'melee', 'shoot', 'dash', 'stealth', 'checkpoints', 'power-ups', 'upgrades', 'boss', 'timer', 'one-hit'];

/** How the closed-loop bot plays: a player of middling skill, late, now and then with the mind elsewhere. */
const PERSON: Temper = { lag: 8, margin: 8 * 256, whim: 0, greedy: false, pause: 6, lapse: 4 };

/** Three minutes, or what the clock of the level allows. */
const PATIENCE = 10_800;

const planners = new WeakMap<World, Planner>();

function plannerOf(world: World): Planner {
  let planner = planners.get(world);
  if (planner === undefined) {
    planner = new Planner(world as TopWorld);
    planners.set(world, planner);
  }
  return planner;
}

export const topdown: Family = {
  name: 'topdown',
  kinds: ['topdown', 'dungeon-crawler'],
  mechanics: { topdown: MECHANICS, 'dungeon-crawler': MECHANICS },
  behaviors: BEHAVIORS,
  rules,
  complete,
  compose: (request: ComposeRequest): LevelData => compose(request),
  repair,
  compile: (scene) => compile(topdown, scene),
  init: (world, options) => init(world as TopWorld, options),
  step: (world, state, input, events) => step(world as TopWorld, state, input, events),
  view: (world, state) => view(world as TopWorld, state),
  solve: (world, budget: Budget) => solve(world as TopWorld, budget),
  rarelyTrivial: true,
  bot: (world, seed) => new Pilot(world as TopWorld, plannerOf(world), seed, PERSON),
  forward: () => DOWN | A,
  patience: () => PATIENCE,
  metrics,
  claims: (world) => claims(world as TopWorld),
};

export type { State };
