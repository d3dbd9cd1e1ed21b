/** The simulation as the page finds it: one global, set by /engine.js. Only its types are known here. */
import type { MakebelieveEngine } from '@makebelieve/engine';

export type { Config, Drawable, GameEvent, Hud, LevelData, MakebelieveEngine, Proof, Session, View } from '@makebelieve/engine';

/** Input bits of one tick, as the engine defines them (core/input.ts). */
export const LEFT = 1;
export const RIGHT = 2;
export const UP = 4;
export const DOWN = 8;
export const A = 16;
export const B = 32;

export const TICK_RATE = 60;

export function engine(): MakebelieveEngine {
  const found = (globalThis as unknown as { MakebelieveEngine?: MakebelieveEngine }).MakebelieveEngine;
  if (found === undefined)
    throw new Error('The game engine did not load. Reload the page; if it stays so, the server is missing /engine.js.');
  return found;
}
