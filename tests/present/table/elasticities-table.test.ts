import { expect, it } from 'vitest'
import { elasticitiesTable } from '../../../src/present/table/elasticities-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture()

it('elasticitiesTable has a row a treatment, with the point at which each is taken', () => {
  const table = elasticitiesTable(summary)
  expect(table?.rows).toEqual([
    {
      treatment: 'price',
      of: 'price',
      elasticity: summary.treatments[0].elasticity,
      at: 9.84,
      kpi: summary.treatments[0].elasticityAt.kpi,
      note: '',
    },
  ])
  expect(table?.columns.map(({ key }) => key)).toEqual(['treatment', 'of', 'elasticity', 'at', 'kpi'])
})

it('elasticitiesTable says why there is none, and is none without treatments', () => {
  const [price] = summary.treatments
  const without = { ...price, elasticity: null, elasticityNote: 'price isn’t above 0' }
  const table = elasticitiesTable({ ...summary, treatments: [without] })
  expect(table?.rows[0]).toMatchObject({ elasticity: null, note: 'price isn’t above 0' })
  expect(table?.columns.at(-1)?.key).toBe('note')
  expect(elasticitiesTable({ ...summary, treatments: [] })).toBeNull()
})
