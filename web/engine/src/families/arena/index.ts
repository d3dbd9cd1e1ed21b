/** Arena family: foes come in waves, weapons and wits against numbers. Kinds: space-shooter (side-on, scrolling) and horde-survivors (top-down, from all sides). */
import { A, RIGHT } from '../../core/input';
import type { ComposeRequest, Family, LevelData, World } from '../../core/types';
import { BEHAVIORS } from './archetypes';
import { complete } from './cast';
import { arenaClaims } from './claims';
import { initArena, stepArena } from './director';
import { arenaMetrics } from './metrics';
import { arenaRules, MECHANICS } from './rules';
import { arenaBot, patience, solveArena } from './search';
import { composeShooter } from './shooter/stage';
import { composeSurvivors } from './survivors/stage';
import { arenaView } from './view';
import { type ArenaWorld, compileArena } from './world';

function compose(request: ComposeRequest): LevelData {
  return request.kind === 'space-shooter' ? composeShooter(request) : composeSurvivors(request);
}

export const arena: Family = {
  name: 'arena',
  kinds: ['space-shooter', 'horde-survivors'],
  mechanics: MECHANICS,
  behaviors: BEHAVIORS,
  rules: arenaRules,
  complete,
  compose,
  // A stage that could not be won is eased: the same waves, one notch calmer.
  repair: (_level, request) => compose({ ...request, tension: request.tension - 2 }),
  compile: (scene) => compileArena(arena, scene),
  init: (world, options) => initArena(world as ArenaWorld, options),
  step: (world, state, input, events) => stepArena(world as ArenaWorld, state, input, events),
  view: (world, state) => arenaView(world as ArenaWorld, state),
  solve: (world, budget) => solveArena(world as ArenaWorld, budget),
  bot: (world, seed) => arenaBot(world as ArenaWorld, seed),
  forward: (world: World) => ((world as ArenaWorld).shooter ? RIGHT | A : RIGHT),
  patience: (world) => patience(world as ArenaWorld),
  metrics: arenaMetrics,
  claims: (world) => arenaClaims(world as ArenaWorld),
};
