/** Entry of the bundle: one global, `MakebelieveEngine`, the same file in browsers and servers. */
import { decodeInputs, encodeInputs } from './core/rle';
import { gameplayScenes } from './core/scene';
import type { Config, InitOptions } from './core/types';
import { registerFamilies } from './families';
import { call } from './protocol';
import { Session } from './session';
import { CORE_HASH, CORE_VERSION } from './version';

registerFamilies();

const api = {
  version: CORE_VERSION,
  coreHash: CORE_HASH,
  call,
  decodeInputs,
  encodeInputs,
  gameplayScenes,
  open: (config: Config, scene: number, options?: InitOptions): Session => new Session(config, scene, options),
};

export type MakebelieveEngine = typeof api;
export type { Config, Drawable, GameEvent, Hud, LevelData, Proof, View } from './core/types';
export type { Session } from './session';

(globalThis as unknown as { MakebelieveEngine: MakebelieveEngine }).MakebelieveEngine = api;
