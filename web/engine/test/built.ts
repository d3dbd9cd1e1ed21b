/**
 * The engine as it is shipped: built once per test file and run as plain script. Long simulations belong here; through the test
 * runner's module transform, in which every imported constant is a getter, the core is more than ten times slower.
 */
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build, type Rollup } from 'vite';
import type { MakebelieveEngine } from '../src/index';

let engine: MakebelieveEngine | null = null;

export async function builtEngine(): Promise<MakebelieveEngine> {
  if (engine !== null) return engine;
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  const result = (await build({ configFile, logLevel: 'silent', build: { write: false, minify: false } })) as Rollup.RollupOutput[];
  const chunk = result[0]?.output[0];
  if (chunk === undefined) throw new Error('the engine did not build');
  vm.runInThisContext(chunk.code);
  engine = (globalThis as unknown as { MakebelieveEngine: MakebelieveEngine }).MakebelieveEngine;
  return engine;
}

/** One operation of the protocol; throws what it answers with as an error. */
export async function ask<T>(op: string, args: Record<string, unknown>): Promise<T> {
  const answer = JSON.parse((await builtEngine()).call(JSON.stringify({ op, ...args }))) as {
    ok: boolean;
    result: T;
    error: { message: string };
  };
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.result;
}
