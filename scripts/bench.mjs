// npm run bench: sets up what is missing, builds, measures.

import { build } from './build.mjs'
import { install } from './install.mjs'
import { tool } from './run.mjs'

install()
build()
tool('../bench/run.mjs', [])
