import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = process.env.MAKEBELIEVE_PLAYER_OUT ?? resolve(here, '../../src/makebelieve/_web');

export default defineConfig({
  root: here,
  base: '/',
  plugins: [
    {
      // The folder is shared with engine.js, so only what this build wrote before is cleared.
      name: 'clear-own-assets',
      apply: 'build',
      buildStart: () => rmSync(resolve(out, 'assets'), { recursive: true, force: true }),
    },
  ],
  build: {
    target: 'es2022',
    outDir: out,
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: { input: { home: resolve(here, 'home.html'), play: resolve(here, 'play.html') } },
  },
});
