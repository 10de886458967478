// npm run check: what must hold before a commit, fastest first.

import { install, npm } from './install.mjs'

install()
for (const script of ['format:check', 'lint', 'types', 'test']) npm(['run', script])
