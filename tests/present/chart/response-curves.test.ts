import { expect, it } from 'vitest'
import {
  moneyFigure,
  multipleText,
  outcomeNoun,
  outcomeOf,
  responseCurvesChart,
} from '../../../src/present/chart/response-curves.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()
const chart = responseCurvesChart(data, lightTheme)

it('responseCurvesChart has a panel a channel with today marked on the curve', () => {
  expect(chart.panels.map(({ title }) => title)).toEqual(['tv', 'search', 'social', 'radio', 'display'])
  const [today] = datasetOf(chart, 'marks')
  expect(today).toMatchObject({ x: 4.6, shape: 'circle' })
  expect(chart.panels[0].note).toBe('today: 4.6 M EUR cause 10.8 M EUR')
})

it('responseCurvesChart shades the spends that the data show', () => {
  expect(datasetOf(chart, 'range')).toEqual([{ from: 0, to: 7.36 }])
})

it('outcomeOf is money where the KPI has a value, else the KPI', () => {
  const units = reportFixture({ valued: false })
  expect(outcomeOf(data.curves[0], data.summary).text(1_200_000)).toBe('1.2 M EUR')
  expect(outcomeOf(units.curves[0], units.summary).text(31_000)).toBe('31 k units')
  expect(outcomeOf(units.curves[0], units.summary).text(null)).toBe('unknown')
  expect([outcomeNoun(data.summary), outcomeNoun(units.summary)]).toEqual(['revenue', 'KPI'])
  expect(moneyFigure('EUR').range(1e6, 2e6)).toBe('1 to 2 M EUR')
})

it('multipleText drops what floating point adds', () => {
  expect(multipleText(1.5000000000000002)).toBe('1.5')
})
