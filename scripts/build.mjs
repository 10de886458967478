// Compiles src to dist. A failed build leaves the former dist as it was.

import { chmodSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { root, tool } from './run.mjs'

/** Compiles, bundles the report's runtime, and puts both in place of the former dist. */
export function build() {
  const next = join(root, `dist.next-${process.pid}`)
  process.on('exit', () => rmSync(next, { recursive: true, force: true }))
  tool('typescript/bin/tsc', ['-p', '.', '--outDir', next])
  chmodSync(join(next, 'app', 'cli', 'main.js'), 0o755)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(next, join(root, 'dist'))
  tool('../scripts/build-runtime.mjs', [])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install()
  build()
}
