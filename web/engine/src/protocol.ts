/** The one way in for hosts: a JSON request, a JSON answer, whole jobs at a time. */

import { builtKinds, families, familyOf } from './core/registry';
import { decodeInputs } from './core/rle';
import { ConfigError, compileScene, configHash, gameplayScenes, sceneInput } from './core/scene';
import { TICK_RATE } from './core/state';
import type { Config, InitOptions, Proof } from './core/types';
import { compose, DEFAULT_EFFORT, type Effort, judge, prove } from './prove/prove';
import { run } from './prove/run';
import { verify } from './prove/verify';
import { CORE_HASH, CORE_VERSION } from './version';

type Arguments = Record<string, unknown>;

function configOf(args: Arguments): Config {
  const config = args.config as Config | undefined;
  if (config === undefined || typeof config !== 'object' || config === null) throw new ConfigError('config', 'a config object is needed');
  if (!Array.isArray(config.scenes) || !Array.isArray(config.entities))
    throw new ConfigError('config', 'entities and scenes must be arrays');
  if (typeof config.game !== 'object' || config.game === null) throw new ConfigError('game', 'must be an object');
  if (!builtKinds().includes(config.game.kind)) {
    throw new ConfigError('game.kind', `'${String(config.game.kind)}' is not built; built kinds: ${builtKinds().join(', ')}`);
  }
  if (gameplayScenes(config).length === 0) throw new ConfigError('scenes', 'at least one gameplay scene is needed');
  return config;
}

function effortOf(args: Arguments): Effort {
  return { ...DEFAULT_EFFORT, ...((args.effort as Partial<Effort> | undefined) ?? {}) };
}

/** Every operation a host may ask for. Results are plain JSON. */
export const OPERATIONS: Record<string, (args: Arguments) => unknown> = {
  info: () => ({
    version: CORE_VERSION,
    core_hash: CORE_HASH,
    tick_rate: TICK_RATE,
    kinds: Object.fromEntries(
      families().flatMap((f) => f.kinds.map((k) => [k, { family: f.name, mechanics: f.mechanics[k] ?? [], behaviors: f.behaviors }])),
    ),
  }),
  /** {config, scenes?, effort?} -> {config} with rules, levels and game.proof. */
  compose: (args) => ({ config: compose(configOf(args), args.scenes as number[] | undefined, effortOf(args)) }),
  /** {config, effort?} -> {proof}: searched anew. */
  prove: (args) => ({ proof: prove(configOf(args), effortOf(args)) }),
  /** {config, scene, effort?} -> one level's proof, for progress and benches. */
  judge: (args) => judge(configOf(args), Number(args.scene), effortOf(args)),
  /** {config, proof?} -> Verification. */
  verify: (args) => verify(configOf(args), args.proof as Proof | undefined),
  /** {config, scene, inputs (run-length text), hash_every?, options?} -> how it went. */
  simulate: (args) =>
    run(
      compileScene(configOf(args), Number(args.scene ?? 0)),
      decodeInputs(String(args.inputs ?? '')),
      Number(args.hash_every ?? 0),
      args.options as InitOptions | undefined,
    ),
  /** {config, scene, inputs} -> what a player would see after those inputs. */
  view: (args) => {
    const world = compileScene(configOf(args), Number(args.scene ?? 0));
    const state = world.family.init(world);
    for (const input of decodeInputs(String(args.inputs ?? ''))) world.family.step(world, state, input, null);
    return world.family.view(world, state);
  },
  /** {config} -> {checks}: state-injection checks of what the config claims, per scene. */
  check: (args) => {
    const config = configOf(args);
    return {
      checks: gameplayScenes(config).flatMap((scene) => {
        const world = compileScene(config, scene);
        return world.family.claims(world).map((c) => ({ scene, ...c }));
      }),
    };
  },
  /** {config} -> {levels: Metrics[]}. */
  measure: (args) => {
    const config = configOf(args);
    return { levels: gameplayScenes(config).map((scene) => familyOf(config.game.kind).metrics(sceneInput(config, scene))) };
  },
  hash: (args) => ({ config_hash: configHash(configOf(args)) }),
};

/** Never throws: {"ok": true, "result"} or {"ok": false, "error": {code, message, path}}. */
export function call(request: string): string {
  try {
    const parsed = JSON.parse(request) as Arguments;
    const operation = OPERATIONS[String(parsed.op)];
    if (operation === undefined) {
      return JSON.stringify({ ok: false, error: { code: 'unknown_op', message: `no operation '${String(parsed.op)}'`, path: 'op' } });
    }
    return JSON.stringify({ ok: true, result: operation(parsed) });
  } catch (error) {
    const path = error instanceof ConfigError ? error.path : '';
    const code = error instanceof ConfigError ? 'bad_config' : error instanceof SyntaxError ? 'bad_json' : 'failed';
    const message = error instanceof Error ? error.message : String(error);
    return JSON.stringify({ ok: false, error: { code, message, path } });
  }
}
