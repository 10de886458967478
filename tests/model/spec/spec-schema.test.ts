import { expect, it } from 'vitest'
import { specSchema } from '../../../src/model/spec/spec-schema.js'

it('specSchema leaves a sound spec as it is written', () => {
  const written = {
    mixwright: 1,
    data: { file: 'a.csv', date: 'week', period: 'week' },
    kpi: { column: 'sales', kind: 'units' },
    channels: { tv: { spend: 'tv' } },
    baseline: { seasonality: 'none' },
  }
  expect(specSchema.parse(written)).toEqual(written)
})

it('specSchema is strict at every level', () => {
  const issues = specSchema.safeParse({ mixwright: 1, data: { x: 1 }, kpi: {}, more: 1 }).error?.issues ?? []
  expect(issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path)).toEqual([['data'], []])
})
