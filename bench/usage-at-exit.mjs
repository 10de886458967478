// Preloaded into a measured process: writes the most memory it held to the file that MIXWRIGHT_USAGE names.

import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  writeFileSync(process.env.MIXWRIGHT_USAGE, JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024 }))
})
