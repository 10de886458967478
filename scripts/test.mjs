// npm test and the slow tiers: sets up what is missing, builds, runs vitest. Further arguments go to vitest.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root, tool } from './run.mjs'

const [tier, ...rest] = process.argv.slice(2)
const config = tier === 'unit' ? 'vitest.config.ts' : `vitest.${tier}.config.ts`
if (!existsSync(join(root, config))) {
  console.error(`There is no test tier ${tier}: it must be unit, statistical or e2e.`)
  process.exit(1)
}
install()
build()
tool('vitest/vitest.mjs', ['run', '--config', config, ...rest])
