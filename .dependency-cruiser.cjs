// The arrows of docs/architecture.md: a file imports only from a lower layer.

/** Layers from the lowest to the highest; folders in one row share a level. */
const layers = [
  ['check', 'execute'],
  ['numeric'],
  ['inference', 'data'],
  ['model', 'simulate'],
  ['fit'],
  ['decision'],
  ['present'],
  ['app'],
]

const folder = (names) => `^src/(${names.join('|')})/`

const upward = layers.slice(0, -1).map((names, level) => ({
  name: `${names.join('-and-')}-imports-no-higher-layer`,
  severity: 'error',
  from: { path: folder(names) },
  to: { path: folder(layers.slice(level + 1).flat()) },
}))

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'data-and-inference-stay-apart',
      severity: 'error',
      from: { path: '^src/(data|inference)/' },
      to: { path: '^src/(data|inference)/', pathNot: '^src/$1/' },
    },
    {
      name: 'simulated-truth-never-uses-the-model',
      severity: 'error',
      from: { path: '^src/simulate/' },
      to: { path: '^src/model/' },
    },
    {
      name: 'no-model-knows-the-simulator',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(simulate|app)/' },
      to: { path: '^src/simulate/' },
    },
    {
      name: 'engine-uses-no-node-module',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-knows-no-terminal-browser-or-thread',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|present)/' },
      to: { path: 'node_modules/(commander|picocolors|cli-table3|piscina|vega|vega-lite|vega-interpreter|@resvg)/' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'nothing-imports-the-public-surface',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
