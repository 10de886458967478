// A table of 100,000 days and 50 columns, and a spec that uses all of them: what `check` has to read and audit.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes `wide.csv` and `wide.yaml` into a folder. */
export function writeWideTable(folder, { rows = 100_000, channels = 8, controls = 40, trend = 'smooth' } = {}) {
  mkdirSync(folder, { recursive: true })
  const random = generator()
  const channelNames = Array.from({ length: channels }, (_, c) => `spend_${c + 1}`)
  const controlNames = Array.from({ length: controls }, (_, c) => `control_${c + 1}`)
  const lines = [['day', 'revenue', ...channelNames, ...controlNames].join(',')]
  const first = Date.UTC(1750, 0, 1)
  for (let t = 0; t < rows; t++) {
    const day = new Date(first + t * 86_400_000).toISOString().slice(0, 10)
    const spends = channelNames.map((_, c) => (random() < 0.6 ? Math.round(1000 * random() * (c + 1)) : 0))
    const others = controlNames.map(() => Math.round(1000 * random()) / 10)
    const revenue = Math.round(100_000 + spends.reduce((a, b) => a + b, 0) + 5000 * random())
    lines.push([day, revenue, ...spends, ...others].join(','))
  }
  writeFileSync(join(folder, 'wide.csv'), `${lines.join('\n')}\n`)
  const spec = [
    'mixwright: 1',
    'data: { file: wide.csv, date: day, period: day }',
    'currency: EUR',
    'kpi: { column: revenue, kind: revenue, margin: 0.4 }',
    'channels:',
    ...channelNames.map((name) => `  ${name}: { spend: ${name} }`),
    'controls:',
    ...controlNames.map((name) => `  ${name}: ${name}`),
    `baseline: { trend: ${trend} }`,
    '',
  ]
  writeFileSync(join(folder, 'wide.yaml'), spec.join('\n'))
}

function generator() {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}
