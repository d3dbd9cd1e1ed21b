/** The jumper kind: up from ledge to ledge, away from what rises, then on without end. */
import { RIGHT } from '../../../core/input';
import type { Family, LevelData, Metrics, SceneInput, World } from '../../../core/types';
import { completeJumper } from '../entities_side';
import { claimsJumper } from './claims';
import { composeJumper } from './compose';
import { jumperRules } from './rules';
import { JumperBot, solveJumper } from './solve';
import { initJumper, stepJumper } from './step';
import { viewJumper } from './view';
import { compileJumper, type JumperWorld } from './world';

const of = (world: World): JumperWorld => world as JumperWorld;

/** Ledges near the farthest point grow wide and stand still, foes there leave. */
function repair(level: LevelData, farthest: [number, number]): LevelData {
  const near = (y: number): boolean => Math.abs(y - farthest[1]) < 12;
  const spawns = level.spawns
    .filter((s) => s.w !== undefined || s.dx === undefined || !near(s.y))
    .map((s) => (s.w !== undefined && near(s.y) ? { ...s, x: Math.max(1, s.x - 3), w: Math.min(14, Number(s.w) + 6), dx: 0 } : s));
  return { ...level, spawns };
}

function metrics(scene: SceneInput): Metrics {
  const role = new Map(scene.entities.map((e) => [e.type, e.properties.role]));
  const ledges = scene.level.spawns.filter((s) => role.get(s.type) === 'platform');
  let change = 0;
  let width = 0;
  let lively = 0;
  ledges.forEach((s, i) => {
    const before = ledges[i - 1];
    if (before !== undefined) change += Math.abs(s.x - before.x);
    width += Number(s.w);
    if (s.dx !== undefined || s.spring === true || s.type.startsWith('crumbling')) lively++;
  });
  const n = Math.max(1, ledges.length);
  const foes = scene.level.spawns.filter((s) => role.get(s.type) === 'enemy').length;
  const clip = (v: number): number => Math.round(Math.min(1, Math.max(0, v)) * 1000) / 1000;
  return {
    linearity: clip(1 - change / n / 20),
    leniency: clip(width / n / 7 - (foes + lively) / n / 3),
    density: clip((ledges.length * 8) / scene.level.height / 3),
    liveliness: clip(lively / n),
  };
}

export const jumper: Family = {
  name: 'jumper',
  kinds: ['infinite-jumper'],
  mechanics: {
    'infinite-jumper': ['double-jump', 'glide', 'stomp', 'moving-platforms', 'springs', 'rising-hazard', 'endless', 'timer', 'one-hit'],
  },
  behaviors: ['fly'],
  rules: (_kind, design, given) => jumperRules(design, given),
  complete: (_kind, _design, entities) => completeJumper(entities),
  compose: composeJumper,
  repair: (level, _request, farthest) => repair(level, farthest),
  compile: (scene) => compileJumper(jumper, scene),
  init: (world, options) => initJumper(of(world), options),
  step: (world, state, input, events) => stepJumper(of(world), state, input, events),
  view: (world, state) => viewJumper(of(world), state),
  solve: (world, budget) => solveJumper(of(world), budget),
  bot: (world, seed) => new JumperBot(of(world), seed),
  forward: () => RIGHT,
  patience: (world) => Math.floor(of(world).mark / Math.max(1, of(world).physics.bounce >> 3)) + 3000,
  metrics,
  claims: (world) => claimsJumper(of(world)),
};
