/** From a config's scene to what the simulation consumes. */
import { canonical, sha256 } from './hash';
import { familyOf } from './registry';
import type { Config, Design, EntitySpec, Family, SceneInput, SceneSpec, World } from './types';

export class ConfigError extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.name = 'ConfigError';
    this.path = path;
  }
}

export const DEFAULT_DESIGN: Design = {
  difficulty: 'normal',
  levels: 3,
  length: 1,
  enemy_density: 1,
  collectible_density: 1,
  hazard_density: 1,
  mechanics: [],
  boss: false,
  lives: 3,
  health: 3,
  time_limit: 0,
  hero_speed: 1,
  jump_height: 1,
  gravity: 1,
  enemy_speed: 1,
};

/** Indices of the scenes that are played. */
export function gameplayScenes(config: Config): number[] {
  const out: number[] = [];
  config.scenes.forEach((scene, i) => {
    if (scene.type === undefined || scene.type === 'gameplay') out.push(i);
  });
  return out;
}

/** The design that holds in a scene: defaults, then the game's, then the scene's own. */
export function designOf(config: Config, scene: number): Design {
  return { ...DEFAULT_DESIGN, ...config.game.design, ...(config.scenes[scene]?.properties.design ?? {}) };
}

/** Entities without anything that only a view reads, so that a new picture keeps a certificate valid. */
function played(entity: EntitySpec): EntitySpec {
  const { sprite: _sprite, name: _name, ...properties } = entity.properties;
  return { ...entity, properties: properties as EntitySpec['properties'] };
}

/**
 * The rules that hold in a scene: the config's own, unless the scene has a design of its own, whose rules are derived from it.
 */
function rulesOf(config: Config, scene: SceneSpec, design: Design, family: Family): SceneInput['rules'] {
  const given = scene.properties.design === undefined ? { ...config.game.tuning, ...config.game.rules } : (config.game.tuning ?? {});
  return family.rules(config.game.kind, design, given);
}

export function sceneInput(config: Config, scene: number): SceneInput {
  const spec = config.scenes[scene];
  if (spec === undefined) throw new ConfigError('scenes', `there is no scene ${scene}`);
  const level = spec.properties.level;
  if (level === undefined) throw new ConfigError(`scenes[${scene}].properties.level`, 'the scene has no level; compose it first');
  const design = designOf(config, scene);
  const family = familyOf(config.game.kind);
  const rules = rulesOf(config, spec, design, family);
  return { kind: config.game.kind, design, rules, entities: family.complete(config.game.kind, design, config.entities).map(played), level };
}

export function compileScene(config: Config, scene: number): World {
  const input = sceneInput(config, scene);
  checkLevel(input, scene);
  return familyOf(input.kind).compile(input);
}

function checkLevel(input: SceneInput, scene: number): void {
  const { level } = input;
  const path = `scenes[${scene}].properties.level`;
  if (!(level.width >= 1 && level.width <= 2000 && level.height >= 1 && level.height <= 2000)) {
    throw new ConfigError(`${path}.width`, 'width and height must be 1-2000 tiles');
  }
  if (level.rows.length !== level.height) throw new ConfigError(`${path}.rows`, `expected ${level.height} rows, got ${level.rows.length}`);
  level.rows.forEach((row, y) => {
    if (row.length !== level.width) throw new ConfigError(`${path}.rows[${y}]`, `expected ${level.width} characters, got ${row.length}`);
  });
  const known = new Set(input.entities.map((e) => e.type));
  level.spawns.forEach((spawn, i) => {
    if (!known.has(spawn.type)) throw new ConfigError(`${path}.spawns[${i}].type`, `no entity of type '${spawn.type}'`);
  });
  if (level.spawns.length > 2000) throw new ConfigError(`${path}.spawns`, 'at most 2000 spawns');
}

/** SHA-256 of all that decides how the scene plays: a certificate holds as long as this does. */
export function playHash(config: Config, scene: number): string {
  return sha256(canonical(sceneInput(config, scene)));
}

export function configHash(config: Config): string {
  return sha256(canonical(gameplayScenes(config).map((i) => playHash(config, i))));
}
