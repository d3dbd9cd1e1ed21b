/** Small worlds for tests: rows drawn by hand, or a composed level without its proof. */
import { compileScene, designOf } from '../../src/core/scene';
import type { Config, Design, LevelData, Spawn, State } from '../../src/core/types';
import { registerFamilies } from '../../src/families';
import { topdown } from '../../src/families/topdown';
import { init } from '../../src/families/topdown/step';
import type { TopWorld } from '../../src/families/topdown/world';
import { skeleton, ZOO } from './skeleton';

registerFamilies();

export interface Bench {
  world: TopWorld;
  state: State;
}

/** A level of the given rows with the hero at `start`. */
export function bench(rows: string[], start: [number, number], design: Partial<Design> = {}, spawns: Spawn[] = []): Bench {
  const config = skeleton({ kind: 'topdown', seed: 1, design: { ...design, levels: 1 }, enemies: [...ZOO] });
  const level: LevelData = {
    tile: 16,
    width: rows[0]!.length,
    height: rows.length,
    rows,
    start,
    spawns,
    mark: { kind: 'goal', value: 1 },
    seed: 1,
  };
  config.scenes = [{ name: 'bench', type: 'gameplay', properties: { level } }];
  const world = compileScene(config, 0) as TopWorld;
  return { world, state: init(world) };
}

/** The level of one scene, as the composer makes it at the first attempt. */
export function levelOf(config: Config, index: number, tension = 0, attempt = 0): LevelData {
  const design = designOf(config, index);
  const kind = config.game.kind;
  return topdown.compose({
    kind,
    design,
    rules: topdown.rules(kind, design, {}),
    entities: topdown.complete(kind, design, config.entities),
    theme: (config.game.theme ?? {}) as Record<string, unknown>,
    index,
    count: config.scenes.length,
    tension,
    seed: config.game.seed * 101 + index,
    attempt,
  });
}

export function composed(config: Config, index: number): TopWorld {
  const level = levelOf(config, index);
  const scenes = config.scenes.map((s, i) => (i === index ? { ...s, properties: { ...s.properties, level } } : s));
  return compileScene({ ...config, scenes }, index) as TopWorld;
}
