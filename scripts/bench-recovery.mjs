// npm run bench:recovery: sets up what is missing, builds, measures what is recovered of markets whose truth is known.

import { build } from './build.mjs'
import { install } from './install.mjs'
import { tool } from './run.mjs'

install()
build()
tool('../bench/recovery.mjs', process.argv.slice(2))
