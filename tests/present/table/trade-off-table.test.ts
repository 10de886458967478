import { expect, it } from 'vitest'
import { planName, plansTable, tradeOffTable } from '../../../src/present/table/trade-off-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()

it('tradeOffTable gives today, profit-max with its range, and break-even of every channel and the whole budget', () => {
  const { rows } = tradeOffTable(data)
  const [tv] = data.tradeOff.channels
  expect(rows.map(({ channel }) => channel)).toEqual(['tv', 'search', 'social', 'radio', 'display', 'whole budget'])
  expect(rows[0]).toMatchObject({
    today: 4_600_000,
    roiMax: null,
    profitMax: tv.profitMax?.spend,
    breakEven: tv.breakEven?.spend,
    note: 'the data can’t tell where ROI is highest',
    nearOptimal: { low: tv.profitMax?.nearOptimal?.[0], high: tv.profitMax?.nearOptimal?.[1] },
  })
})

it('tradeOffTable says that ROI at zero spend is no target, and shows no range of nothing', () => {
  const { rows } = tradeOffTable(data)
  expect(rows[3]).toMatchObject({
    roiMax: 0,
    nearOptimal: null,
    note: 'ROI is highest at zero spend; it isn’t a target',
  })
})

it('tradeOffTable carries every sentence', () => {
  const notes = tradeOffTable(data).notes ?? []
  for (const { sentence } of data.tradeOff.channels) expect(notes).toContain(sentence)
  expect(notes).toContain(data.tradeOff.planSentence)
})

it('tradeOffTable without a margin has today’s spend alone', () => {
  expect(tradeOffTable(reportFixture({ margin: null })).columns.map(({ key }) => key)).toEqual(['channel', 'today'])
})

it('plansTable has the four plans with the spend of each channel', () => {
  const { rows, columns } = plansTable(data)
  expect(rows.map(({ plan }) => plan)).toEqual([
    'Today',
    'Same sales for less',
    'Best split of today’s budget',
    'Profit-max',
  ])
  expect(rows[0]['spend.tv']).toBe(4_600_000)
  expect(columns.map(({ label }) => label).slice(-5)).toEqual(['tv', 'search', 'social', 'radio', 'display'])
})

it('planName writes a plan for a reader', () => {
  expect(planName('same-sales-for-less')).toBe('Same sales for less')
})
