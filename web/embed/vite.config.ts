import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Two files: a module to import, and with `--mode global` a script that mounts by itself. */
export default defineConfig(({ mode }) => ({
  root: here,
  // A script has no address of its own to ask for; its tag has.
  define: mode === 'global' ? { 'import.meta.url': '""' } : {},
  build: {
    target: 'es2020',
    outDir: resolve(here, '../../src/makebelieve/_web'),
    emptyOutDir: false,
    lib:
      mode === 'global'
        ? { entry: resolve(here, 'src/global.ts'), name: 'MakebelieveEmbed', formats: ['iife'], fileName: () => 'embed.global.js' }
        : { entry: resolve(here, 'src/index.ts'), formats: ['es'], fileName: () => 'embed.js' },
  },
}));
