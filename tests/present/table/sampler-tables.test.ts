import { expect, it } from 'vitest'
import { learningTable } from '../../../src/present/table/learning-table.js'
import {
  allQuantitiesTable,
  chainsTable,
  monteCarloTable,
  quantitiesTable,
  tradeOffPairsTable,
  withQuantities,
} from '../../../src/present/table/sampler-tables.js'
import { posteriorFixture } from '../../support/posterior-fixture.js'

const { sampler, monteCarlo, learning } = posteriorFixture()

it('chainsTable has a row a chain', () => {
  expect(chainsTable(sampler).rows.map(({ chain, divergences }) => [chain, divergences])).toEqual([
    ['1', 0],
    ['2', 0],
    ['3', 0],
    ['4', 2],
  ])
})

it('quantitiesTable shows the ten worst by R-hat or effective draws, and counts the rest', () => {
  const { rows, notes } = quantitiesTable(sampler)
  expect(rows).toHaveLength(10)
  expect(rows[0]).toMatchObject({ quantity: 'parameter 13', rhat: '1.0065', essBulk: 1870, essTail: 1513 })
  expect(notes?.[1]).toBe('4 more quantities were sampled better; CSV and JSON have all.')
  const [first, ...others] = sampler.quantities
  const few = { ...sampler, quantities: [...others, { ...first, essTail: 300 }] }
  expect(quantitiesTable(few).rows[0]).toMatchObject({ quantity: 'parameter 0', rhat: '1.0000', essTail: 300 })
  expect(quantitiesTable(sampler, 14).notes).toHaveLength(1)
})

it('allQuantitiesTable has all of them in full, and withQuantities adds them to the checks', () => {
  expect(allQuantitiesTable(sampler).rows).toHaveLength(14)
  expect(allQuantitiesTable(sampler).rows[3]).toMatchObject({ quantity: 'parameter 3', rhat: 1.0015 })
  const checks = { title: 'Diagnostics', columns: [], rows: [{ check: 'convergence', value: 'passed' }] }
  const { rows } = withQuantities(checks, sampler)
  expect(rows).toHaveLength(1 + 4 * 14)
  expect(rows[1]).toEqual({ check: 'R-hat of parameter 0', value: '1', ok: true, meaning: '' })
})

it('tradeOffPairsTable and monteCarloTable are null without rows', () => {
  expect(tradeOffPairsTable(sampler)?.rows).toEqual([{ first: 'tv', second: 'radio', correlation: -0.91 }])
  expect(tradeOffPairsTable({ ...sampler, tradeOffs: [] })).toBeNull()
  expect(monteCarloTable([])).toBeNull()
  expect(monteCarloTable(monteCarlo)?.rows[0]).toMatchObject({ error: 0.02, relative: 0.04 })
  expect(monteCarloTable(monteCarlo)?.rows[1]).toMatchObject({ error: null, relative: null })
})

it('learningTable keeps ROAS and shares apart, and leaves out what the method does not tell', () => {
  const { columns, rows } = learningTable(learning)
  expect(columns.map(({ key }) => key)).toContain('priorSensitivity')
  expect(rows[0]).toMatchObject({ channel: 'tv', posteriorShare: null, verdict: 'the data decide' })
  expect(rows[2]).toMatchObject({ posteriorRoas: null, posteriorShare: { mean: 4, q05: 2, q95: 6 } })
  const untold = learningTable(
    learning.map((each) => ({ ...each, priorSensitivity: null, likelihoodSensitivity: null })),
  )
  expect(untold.columns.map(({ key }) => key)).not.toContain('priorSensitivity')
  expect(untold.notes).toHaveLength(2)
})
