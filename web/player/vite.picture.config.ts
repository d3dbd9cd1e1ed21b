import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  build: {
    target: 'es2020',
    outDir: process.env.MAKEBELIEVE_PLAYER_OUT ?? resolve(here, '../../src/makebelieve/_web'),
    emptyOutDir: false,
    lib: {
      entry: resolve(here, 'src/picture/index.ts'),
      formats: ['iife'],
      name: 'makebelievePictureBundle',
      fileName: () => 'picture.js',
    },
  },
});
