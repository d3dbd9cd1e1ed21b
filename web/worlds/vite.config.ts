import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = resolve(here, '../../src/makebelieve/_web');

export default defineConfig({
  root: here,
  base: '/',
  plugins: [
    {
      // The folder is shared with the other pages, so only what this build wrote before is cleared.
      name: 'clear-own-assets',
      apply: 'build',
      buildStart: () => rmSync(resolve(out, 'world-assets'), { recursive: true, force: true }),
    },
  ],
  build: {
    target: 'es2022',
    outDir: out,
    emptyOutDir: false,
    assetsDir: 'world-assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { world: resolve(here, 'world.html') } },
  },
});
