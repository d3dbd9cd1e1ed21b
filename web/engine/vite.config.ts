import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** SHA-256 over path and text of every source file, in path order: names the simulation in certificates. */
function coreHash(): string {
  const files: string[] = [];
  const walk = (dir: string): void => {
    for (const name of readdirSync(dir)) {
      const path = join(dir, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (path.endsWith('.ts')) files.push(path);
    }
  };
  walk(join(here, 'src'));
  const hash = createHash('sha256');
  for (const path of files.sort()) hash.update(`${relative(here, path)}\n${readFileSync(path, 'utf8')}\n`);
  return hash.digest('hex');
}

const version = (JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string }).version;

export default defineConfig({
  define: { __CORE_HASH__: JSON.stringify(coreHash()), __CORE_VERSION__: JSON.stringify(version) },
  build: {
    target: 'es2020',
    outDir: process.env.MAKEBELIEVE_ENGINE_OUT ?? resolve(here, '../../src/makebelieve/_web'),
    emptyOutDir: false,
    minify: true,
    lib: { entry: resolve(here, 'src/index.ts'), formats: ['iife'], name: 'makebelieveEngineBundle', fileName: () => 'engine.js' },
  },
});
