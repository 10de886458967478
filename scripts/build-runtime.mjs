// Bundles the script that makes a report's drawings live, from the parts of Vega that they use.
//
//     node scripts/build-runtime.mjs [file]      default: dist/present/report/runtime.js

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'scripts', 'report-runtime')
const modules = join(root, 'node_modules')

/** The bundle's text: one classic script, without `eval`, that needs nothing but the page it stands in. */
export async function bundleRuntime() {
  const result = await build({
    entryPoints: [join(source, 'main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: notices() },
    plugins: [partsOfVega],
    logLevel: 'warning',
  })
  return result.outputFiles[0].text
}

/** What stands in for parts of Vega that a report never uses. */
const replaced = [
  { filter: /^vega-functions$/, path: join(source, 'functions.ts') },
  { filter: /^vega-loader$/, path: join(source, 'no-loader.ts') },
  { filter: /^\.\/palettes\.js$/, from: 'vega-scale', path: join(source, 'no-palettes.ts') },
  { filter: /^\.\/expression\.js$/, from: 'vega-runtime', path: join(source, 'no-code.ts') },
]

/** Takes Vega's packages from their sources, so that single transforms can be named and the rest stays out. */
const partsOfVega = {
  name: 'parts-of-vega',
  setup(bundle) {
    for (const { filter, from, path } of replaced) {
      bundle.onResolve({ filter }, ({ importer }) => (from === undefined || importer.includes(from) ? { path } : null))
    }
    bundle.onResolve({ filter: /^vega-[a-z-]+\/src\// }, ({ path }) => ({ path: join(modules, path) }))
    const packages = /^vega-(dataflow|encode|format|runtime|scale|scenegraph|statistics|time|view|view-transforms)$/
    bundle.onResolve({ filter: packages }, ({ path }) => ({ path: join(modules, path, 'index.js') }))
  },
}

/** The licences of what is bundled ask to travel with it. */
function notices() {
  const licence = (name) =>
    readFileSync(join(modules, name, 'LICENSE'), 'utf8')
      .trim()
      .replaceAll('*/', '* /')
  return `/*! With parts of Vega (https://vega.github.io):\n\n${licence('vega')}\n\nand of D3 (https://d3js.org):\n\n${licence('d3-array')}\n*/`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? join(root, 'dist', 'present', 'report', 'runtime.js')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await bundleRuntime())
}
