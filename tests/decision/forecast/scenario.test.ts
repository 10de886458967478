import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { extendModel } from '../../../src/decision/forecast/extend-model.js'
import { readScenario } from '../../../src/decision/forecast/scenario.js'
import { smallFit } from '../support/small-fit.js'

// 60 weeks to 2024-02-19; a price (reference 10), weather, and newsletters whose media column is `sends`.
const { model } = outcomeOf(smallFit())
const scenario = (text: string) => readScenario(readTable(text, { file: 'next.csv' }), model)
const column = (values: ReturnType<typeof extendModel>['model'], name: string) =>
  values.linear.find((one) => one.name === name)!

describe('readScenario(table, model)', () => {
  const given = scenario('period,price,weather,sends\n2024-02-26,12,,100\n2024-03-11,11,20,0\n')

  it('takes values as they enter the density, and leaves out what isn’t stated', () => {
    expect(given.linear.get('price')!.slice(0, 4)).toEqual(Float64Array.of(2, NaN, 1, NaN))
    expect(given.media.get('newsletter')!.slice(0, 3)).toEqual(Float64Array.of(100, NaN, 0))
  })

  it('stands before the data and the seasonal mean, which serve where it says nothing', () => {
    const { model: longer, assumptions } = extendModel(model, 63, { scenario: given })
    const price = column(longer, 'price').values
    expect(price[60]).toBe(2)
    expect(price[61]).toBe(column(model, 'price').values[9])
    expect(price[62]).toBe(1)
    const sends = longer.channels[2]
    expect(sends.media[60]).toBe(100 / sends.scale)
    expect(assumptions).toContain('After the last row as the scenario has them: price, weather, newsletter.')
    expect(assumptions).toContain(
      'After the last row at their mean in the same week of all years: price, weather, newsletter.',
    )
  })

  it('divides a column by its stated scale', () => {
    const scaled = outcomeOf(smallFit({ more: 'baseline: { trend: none }' })).model
    const treatments = [{ ...scaled.spec.treatments[0], scale: 'mean' as const }]
    const other = {
      ...scaled,
      spec: { ...scaled.spec, treatments },
      frozen: { ...scaled.frozen, 'treatments.price.scale': 4 },
    }
    const read = readScenario(readTable('period,price\n2024-02-26,12\n', { file: 'next.csv' }), other)
    expect(read.linear.get('price')![0]).toBe(3)
  })

  it.each([
    ['week,price\n2024-02-26,1\n', 'next.csv must have a column `period`; it has `week`, `price`.'],
    [
      'period,prise\n2024-02-26,1\n',
      'next.csv, column `prise`: `prise` is no control, treatment or organic channel of the model (weather, price, newsletter). Did you mean `price`?',
    ],
    ['period,tv\n2024-02-26,1\n', 'The spend of paid channels stands in the plan.'],
    [
      'period,price\n2024-02-19,1\n',
      'next.csv line 2, column `period`: 2024-02-19 lies inside the fit window, whose controls are known; a scenario begins with 2024-02-26.',
    ],
    [
      'period,price\n2024-02-26,1\n2024-02-26,1\n',
      'next.csv lines 2 and 3: both hold 2024-02-26; keep one row a week.',
    ],
    ['period,price\n2026-02-23,1\n', 'lies more than a year after the last week of the fit'],
    ['period,price\n2024-02-26,warm\n', 'next.csv line 2, column `price`: `warm` is not a number.'],
    ['period,sends\n2024-02-26,-1\n', 'next.csv line 2, column `sends`: media must be at least 0, not -1.'],
    ['period,price,price\n2024-02-26,1,1\n', 'next.csv has two columns `price`.'],
  ])('refuses %j in one sentence', (text, message) => {
    expect(() => scenario(text)).toThrow(message)
  })
})
