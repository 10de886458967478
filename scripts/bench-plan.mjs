// npm run bench:plan: sets up what is missing, builds, measures planning.

import { build } from './build.mjs'
import { install } from './install.mjs'
import { tool } from './run.mjs'

install()
build()
tool('../bench/plan.mjs', [])
