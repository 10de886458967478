// npm run bench and its like: sets up what is missing, builds, measures. The first argument names the file of bench/, the rest go to it.

import { build } from './build.mjs'
import { install } from './install.mjs'
import { tool } from './run.mjs'

const [name, ...rest] = process.argv.slice(2)
install()
build()
tool(`../bench/${name}.mjs`, rest)
