/** The flappy kind: one button, gates, then on without end. */
import { RIGHT } from '../../../core/input';
import type { Family, LevelData, Metrics, SceneInput, World } from '../../../core/types';
import { completeFlappy } from '../entities_side';
import { claimsFlappy } from './claims';
import { composeFlappy } from './compose';
import { flappyRules } from './rules';
import { FlappyBot, solveFlappy } from './solve';
import { initFlappy, stepFlappy } from './step';
import { viewFlappy } from './view';
import { compileFlappy, type FlappyWorld } from './world';

const of = (world: World): FlappyWorld => world as FlappyWorld;

/** The gates around the farthest point are opened wider and stop moving. */
function repair(level: LevelData, farthest: [number, number]): LevelData {
  const spawns = level.spawns.map((s) => {
    if (s.gap === undefined || Math.abs(s.x - farthest[0]) > 24) return s;
    return { ...s, gap: Math.min(12, Number(s.gap) + 2), lift: 0, y: Math.round(((s.y + 10.5) / 2) * 4) / 4 };
  });
  return { ...level, spawns: spawns.filter((s) => s.lift === undefined || s.gap !== undefined || Math.abs(s.x - farthest[0]) > 24) };
}

function metrics(scene: SceneInput): Metrics {
  const role = new Map(scene.entities.map((e) => [e.type, e.properties.role]));
  const gates = scene.level.spawns.filter((s) => s.gap !== undefined);
  let change = 0;
  let moving = 0;
  let gap = 0;
  gates.forEach((g, i) => {
    const before = gates[i - 1];
    if (before !== undefined) change += Math.abs(g.y - before.y);
    if (g.lift !== undefined) moving++;
    gap += Number(g.gap);
  });
  const n = Math.max(1, gates.length);
  const foes = scene.level.spawns.filter((s) => role.get(s.type) === 'enemy').length;
  const clip = (v: number): number => Math.round(Math.min(1, Math.max(0, v)) * 1000) / 1000;
  return {
    linearity: clip(1 - change / n / 6),
    leniency: clip((gap / n - 4) / 7 - (foes + moving) / n / 4),
    density: clip((foes + moving) / n),
    gap: clip(gap / n / 12),
  };
}

export const flappy: Family = {
  name: 'flappy',
  kinds: ['flappy-clone'],
  mechanics: { 'flappy-clone': ['endless', 'timer', 'one-hit'] },
  behaviors: ['fly'],
  rules: (_kind, design, given) => flappyRules(design, given),
  complete: (_kind, _design, entities) => completeFlappy(entities),
  compose: composeFlappy,
  repair: (level, _request, farthest) => repair(level, farthest),
  compile: (scene) => compileFlappy(flappy, scene),
  init: (world, options) => initFlappy(of(world), options),
  step: (world, state, input, events) => stepFlappy(of(world), state, input, events),
  view: (world, state) => viewFlappy(of(world), state),
  solve: (world, budget) => solveFlappy(of(world), budget),
  bot: (world, seed) => new FlappyBot(of(world), seed),
  forward: () => RIGHT,
  patience: (world) => Math.floor((world.width * 2048) / of(world).physics.scroll) + 600,
  metrics,
  claims: (world) => claimsFlappy(of(world)),
};
