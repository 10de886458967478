import { expect, it } from 'vitest'
import { generateMarket } from '../../src/simulate/market.js'
import { marketCsv, truthJson } from '../../src/simulate/market-file.js'
import { retailer } from '../../src/simulate/worlds/retailer.js'

const market = generateMarket(retailer)

it('marketCsv writes a header, a line a week, and an empty cell where the KPI is not known', () => {
  const lines = marketCsv(market).split('\n')
  expect(lines).toHaveLength(1 + 26 + 208 + 1)
  expect(lines[0]).toMatch(/^week,revenue,tv_spend,tv_grps,radio_spend,/)
  expect(lines[1]).toMatch(/^2021-07-05,,/)
  expect(lines[27]).toMatch(/^2022-01-03,\d+,/)
  expect(lines[lines.length - 1]).toBe('')
  for (const line of lines.slice(0, -1)) expect(line.split(',')).toHaveLength(market.table.length)
})

it('truthJson is JSON with one series a line, and reads back as the truth to its digits', () => {
  const text = truthJson(market)
  const read = JSON.parse(text) as typeof market.truth
  expect(read.channels[0].roas).toBeCloseTo(market.truth.channels[0].roas!, 10)
  expect(read.expected[100]).toBeCloseTo(market.truth.expected[100], 1)
  expect(Object.keys(read)).toEqual(Object.keys(market.truth))
  expect(text.split('\n').find((line) => line.startsWith('  "expected"'))).toMatch(/\]$/)
  expect(text).not.toMatch(/-0[,\]]/)
})
