const { resolve } = require('node:path');

/** Import rules of the web packages; the Python side's are in .importlinter. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle makes two modules one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'engine-stands-alone',
      comment: 'The simulation runs in any JavaScript runtime: nothing from outside, not even from Node.',
      severity: 'error',
      from: { path: '^web/engine/src/' },
      to: { pathNot: '^web/engine/src/' },
    },
    {
      name: 'core-knows-no-family',
      comment: 'Families register themselves with the core; src/families.ts is the list.',
      severity: 'error',
      from: { path: '^web/engine/src/(core|systems)/' },
      to: { path: '^web/engine/src/(families|prove)' },
    },
    {
      name: 'core-below-systems',
      severity: 'error',
      from: { path: '^web/engine/src/core/' },
      to: { path: '^web/engine/src/systems/' },
    },
    {
      name: 'families-are-strangers',
      comment: 'What two families share is a system.',
      severity: 'error',
      from: { path: '^web/engine/src/families/([^/]+)/' },
      to: { path: '^web/engine/src/families/', pathNot: '^web/engine/src/families/$1/' },
    },
    {
      name: 'player-takes-types-only',
      comment: 'The engine is one file of its own, the same in browser and server; the player reads it from the global.',
      severity: 'error',
      from: { path: '^web/player/' },
      to: { path: '^web/engine/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: resolve(__dirname, 'web/player/tsconfig.json') },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default'] },
  },
};
