// npm run demo: from a fresh clone to a fitted model and its report, in one command.

import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root, run } from './run.mjs'

install()
build()
run(process.execPath, [join(root, 'dist', 'app', 'cli', 'main.js'), 'fit', 'models/national-brand.yaml'])
