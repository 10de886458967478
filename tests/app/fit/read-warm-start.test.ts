import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWarmStart } from '../../../src/app/fit/read-warm-start.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { encodeFit } from '../../../src/fit/artefact/fit-files.js'
import { joinFit } from '../../../src/fit/artefact/join-fit.js'
import { fitBayes } from '../../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import type { Fit } from '../../../src/fit/fit.js'
import { smallFit, smallModel, smallSpec } from '../../support/small-market.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const bayes = smallSpec.replace('method: regression, draws: 20, starts: 2', 'draws: 20, chains: 1')
const cwd = temporaryFolder()

function write(fit: Fit, name: string): void {
  const { json, draws } = encodeFit(fit)
  mkdirSync(join(cwd, name))
  writeFileSync(join(cwd, name, 'fit.json'), json)
  writeFileSync(join(cwd, name, 'draws.parquet'), draws)
}

/** The fit with its checks passed, as one of many draws would have it. */
function passed(fit: Fit): Fit {
  return { ...fit, diagnostics: { ...fit.diagnostics, passed: true } }
}

const quick = smallModel(bayes.replace('draws: 20', 'draws: 20, warmup: 50'))
const early = joinFit({ model: quick, result: await fitBayes(quick, { executor: inlineExecutor(bayesTasks) }) })
write(early, 'april')
write(passed(early), 'may')
write(await smallFit(), 'plain')

describe('readWarmStart(io, folder, model)', () => {
  it('says that it knows all, and how long the warm-up is', async () => {
    const { note, warmStart } = await readWarmStart({ cwd }, 'may', smallModel(bayes))
    expect(note).toMatch(/^Starting from may, which knows all \d+ parameters: warm-up of 200 iterations\.$/)
    expect(warmStart.state.points).toHaveLength(1)
  })

  it('takes no short cut from a fit that failed its checks', async () => {
    const { note } = await readWarmStart({ cwd }, 'april', smallModel(bayes))
    expect(note).toMatch(/^Starting from april, which knows all \d+ parameters but failed its checks: warm-up of 1000 /)
  })

  it('names what it does not know', async () => {
    const wider = bayes.replace(
      '  newsletter: { media: sends }',
      '  newsletter: { media: sends }\n  weather: { media: temperature }',
    )
    const { note } = await readWarmStart({ cwd }, 'may', smallModel(wider))
    expect(note).toMatch(
      /^Starting from may, which knows \d+ of \d+ parameters, not weather\.[a-zA-Z, .]+: warm-up of 1000 iterations\.$/,
    )
  })

  it.each([
    ['june', 'There is no fit at june: mixwright fit <spec> writes one.'],
    ['plain', "A fit can't start from plain: it was fitted by regression, and only bayes has chains."],
  ])('refuses %s in one sentence', async (folder, message) => {
    await expect(readWarmStart({ cwd }, folder, smallModel(bayes))).rejects.toThrow(message)
  })
})
