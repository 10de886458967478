import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeFit } from '../../../src/fit/artefact/fit-files.js'
import { refusedFit } from '../../support/refused-fit.js'
import { runCli } from '../../support/run-cli.js'
import { shopCsv, shopSpec } from '../../support/shop-folder.js'
import { smallFit } from '../../support/small-market.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

/** The shop's spec with search given these keys in place of its medium. */
function searchWith(keys: string): string {
  return shopSpec.replace('medium: search', keys)
}

const cannotStart = "The model can't start: at none of 100 draws from the priors is its density finite."
const within = 'give it a prior that holds it where the model makes sense.'

describe('mixwright fit refuses priors', () => {
  it.each<[string, string, string]>([
    [
      'of a retention that reach beyond 0',
      searchWith('adstock: { retention: { distribution: normal, mean: 0.5, sd: 0.2 } }'),
      'model.yaml:8:56: `channels.search.adstock.retention` must lie between 0 and 1; a normal prior reaches below 0.',
    ],
    [
      'of a share that reach beyond 1',
      searchWith('prior: { share: { distribution: log-normal, mu: -2, sigma: 1 } }'),
      'model.yaml:8:50: `channels.search.prior.share` must lie between 0 and 1; a log-normal prior reaches above 1.',
    ],
    [
      'of a ROAS that may be negative where effects are positive',
      searchWith('prior: { roas: { distribution: normal, mean: 1, sd: 1 } }'),
      'model.yaml:8:49: `channels.search.prior.roas` must lie above 0; a normal prior reaches below 0.',
    ],
    [
      'whose mean is infinite: inverse-gamma',
      searchWith('prior: { roas: { distribution: inverse-gamma, shape: 1, scale: 2 } }'),
      'model.yaml:8:49: `channels.search.prior.roas` must be a prior with a finite mean; an inverse-gamma prior has one with shape above 1.',
    ],
    [
      'whose mean is infinite: half-Cauchy',
      searchWith('prior: { marginalRoas: { distribution: half-cauchy, scale: 2 } }'),
      'model.yaml:8:57: `channels.search.prior.marginalRoas` must be a prior with a finite mean; a half-cauchy prior has none.',
    ],
    [
      'that have no mean: Student with one degree of freedom',
      searchWith('sign: free, prior: { coefficient: { distribution: student-t, df: 1, mean: 0, sd: 1 } }'),
      'model.yaml:8:68: `channels.search.prior.coefficient` must be a prior with a finite mean; a student-t prior has one with df above 1.',
    ],
    [
      'of a half-life that no data can tell from the baseline',
      searchWith('adstock: { halfLife: { median: 4000, upper95: 9000 } }'),
      "model.yaml:8:55: `channels.search.adstock.halfLife` must have a median of at most 521, not 4000; an effect as slow as that can't be told from the baseline.",
    ],
    [
      'on the return of a channel without spend',
      shopSpec.replace(
        'controls:',
        'organic:\n  mail: { media: temperature, prior: { roas: { median: 1, upper95: 2 } } }\ncontrols:',
      ),
      'model.yaml:10:40: `organic.mail.prior` must not have the key `roas`. Its keys are share and coefficient.',
    ],
    [
      'from which no chain can start: a coefficient',
      searchWith('prior: { coefficient: { distribution: log-normal, mu: 800, sigma: 1 } }'),
      `${cannotStart} \`search.coefficient\` was Infinity in the last of them; ${within}`,
    ],
    [
      'from which no chain can start: the noise',
      `${shopSpec}noise: { sigma: { distribution: log-normal, mu: -900, sigma: 0.1 } }\n`,
      `${cannotStart} \`noise.sigma\` was 0 in the last of them; ${within}`,
    ],
  ])('%s', async (_, spec, message) => {
    expect(await refusedFit({ spec })).toEqual([message])
  })

  it('on the return of a channel whose spend is zero', async () => {
    const csv = shopCsv((rows) => rows.map((row) => [row[0], row[1], row[2], '0', row[4]]))
    expect(await refusedFit({ spec: searchWith('prior: { roas: { median: 2, upper95: 5 } }'), csv })).toEqual([
      'shop.csv, column `search_spend`: spend is 0 in every row of the window; leave search out (`channels.search.spend`).',
    ])
  })

  it('where there are fewer periods than parameters', async () => {
    expect(await refusedFit({ csv: shopCsv((rows) => rows.slice(0, 12)) })).toEqual([
      'shop.csv: the window has 12 rows for 16 parameters; add rows, or leave out channels and controls.',
    ])
  })
})

describe('mixwright show refuses a fit', () => {
  it('of another version, edited, cut off, or without its draws: one sentence each', async () => {
    const folder = temporaryFolder()
    const { json, draws } = encodeFit(await smallFit())
    const sentence = async (file: string, change: (content: Buffer) => Buffer | null): Promise<string> => {
      mkdirSync(join(folder, 'broken'), { recursive: true })
      writeFileSync(join(folder, 'broken', 'fit.json'), json)
      writeFileSync(join(folder, 'broken', 'draws.parquet'), draws)
      const path = join(folder, 'broken', file)
      const content = change(readFileSync(path))
      if (content === null) rmSync(path)
      else writeFileSync(path, content)
      const shown = await runCli(['show', 'broken', 'returns'], { cwd: folder })
      expect({ code: shown.code, stdout: shown.stdout }).toEqual({ code: 1, stdout: '' })
      return shown.stderr.trimEnd().replace(/^error\s+/, '')
    }
    const edited = (from: string, to: string) => (content: Buffer) => Buffer.from(content.toString().replace(from, to))
    expect(await sentence('fit.json', edited('mixwright.fit/1', 'mixwright.fit/2'))).toBe(
      'broken/fit.json has the format mixwright.fit/2, this mixwright reads mixwright.fit/1: fit the model again.',
    )
    expect(await sentence('fit.json', edited('"seed"', '"Seed"'))).toBe(
      'broken/fit.json is damaged or was edited: fit the model again.',
    )
    expect(await sentence('fit.json', (content) => content.subarray(0, 500))).toBe(
      'broken/fit.json is damaged or was edited: fit the model again.',
    )
    expect(await sentence('draws.parquet', (content) => content.subarray(0, 100))).toBe(
      "broken/draws.parquet isn't the file that was written with broken/fit.json: fit the model again.",
    )
    expect(await sentence('draws.parquet', () => null)).toBe("The folder broken isn't a fit: it has no draws.parquet.")
  })
})
