import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { root: 'web', include: ['*/test/**/*.test.ts'], testTimeout: 120_000 } });
