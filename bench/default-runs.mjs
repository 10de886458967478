// npm run bench:default-runs: whether default fits of the shipped models may be believed, three seeds each. docs/evidence.md has its table.
//
//     npm run bench:default-runs -- --seeds 1,2,3 --model retailer

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadModel } from '../dist/app/input/load-input.js'
import { inlineExecutor } from '../dist/execute/executor.js'
import { fitBayes } from '../dist/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../dist/fit/bayes/tasks.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const silent = { write: () => undefined, terminal: false, columns: 100 }
const io = { stdout: silent, stderr: silent, cwd: root, now: () => Date.now(), signal: new AbortController().signal }
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    model: {
      type: 'string',
      multiple: true,
      default: readdirSync(new URL('../models', import.meta.url))
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => file.replace('.yaml', '')),
    },
  },
})

console.log('| model | seed | largest R-hat | least bulk | least in the tails | divergences | passed |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | --- |')
for (const name of values.model) {
  for (const seed of values.seeds.split(',').map(Number)) {
    const { model } = await loadModel(io, `models/${name}.yaml`, { seed })
    if (model.spec.fit.method !== 'bayes') continue
    const { diagnostics } = await fitBayes(model, { executor: inlineExecutor(bayesTasks) })
    const { rhatMax, essBulkMin, essTailMin, divergences, passed, sampler } = diagnostics
    const tail = sampler.quantities.find(({ essTail }) => essTail === essTailMin)
    const figures = [rhatMax.toFixed(4), essBulkMin.toFixed(0), `${essTailMin.toFixed(0)} (${tail.name})`, divergences]
    console.log(`| ${[name, seed, ...figures, passed].join(' | ')} |`)
  }
}
