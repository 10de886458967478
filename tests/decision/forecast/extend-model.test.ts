import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { extendModel } from '../../../src/decision/forecast/extend-model.js'
import { buildModel } from '../../../src/model/design/build-model.js'
import { lastYearMean } from '../../../src/model/design/horizon.js'
import { smallFit } from '../support/small-fit.js'

const { spec, dataset } = smallFit()
const column = (model: ReturnType<typeof buildModel>, name: string) =>
  model.linear.find((one) => one.name === name)!.values

describe('extendModel(model, to, options)', () => {
  it('takes controls and organic media from the data’s rows without a KPI', () => {
    const whole = buildModel(spec, dataset)
    const { model, assumptions } = extendModel(buildModel(spec, { ...dataset, windowEnd: 50 }), 55)
    const price = dataset.columns.get('price')!
    for (let t = 50; t < 55; t++) {
      expect(column(model, 'price')[t]).toBe(price[t] - 10)
      expect(model.channels[2].media[t] * model.channels[2].scale).toBeCloseTo(dataset.columns.get('sends')![t], 9)
    }
    expect(assumptions).toEqual([
      "After the last row, where a plan says nothing else, every channel spends what it spent on average; a unit of media costs the last year's mean.",
      "After the last row as the data's rows without a KPI have them: price, weather, newsletter.",
    ])
    expect(model.dataset.periods.slice(50, 55)).toEqual(whole.dataset.periods.slice(50, 55))
  })

  it('leaves everything up to the last row as it was', () => {
    const before = buildModel(spec, dataset)
    const { model } = extendModel(before, 70)
    expect(model).toMatchObject({ periods: 70, ahead: 10, horizon: 42 })
    before.channels.forEach(({ media }, c) => expect(model.channels[c].media.slice(0, 60)).toEqual(media))
    before.linear.forEach(({ values }, j) => expect(model.linear[j].values.slice(0, 60)).toEqual(values.slice(0, 60)))
    expect(model.linear.every(({ values }) => values.slice(0, 70).every((x) => x === x))).toBe(true)
  })

  it('goes on with trend, season and events as the calendar has them', () => {
    const events = {
      calendar: null,
      country: null,
      custom: [{ name: 'sale', dates: ['2023-06-12', '2024-03-11'], window: [0, 0] as const }],
    }
    const model = buildModel({ ...spec, events }, dataset)
    const longer = extendModel(model, 64).model
    expect(column(longer, 'event.sale').slice(60, 64)).toEqual(Float64Array.of(0, 0, 1, 0))
    expect(column(longer, 'trend').slice(60, 64)).toEqual(column(model, 'trend').slice(60, 64))
  })

  it('values a KPI unit, and keeps of it, what the last year did on average, and says so where that varies', () => {
    const { model: before } = outcomeOf(smallFit({ kpi: '{ column: sales, kind: units, value: price, margin: 0.4 }' }))
    const { model, assumptions } = extendModel(before, 62)
    const mean = lastYearMean(before, before.value!)
    expect(model.value!.slice(60)).toEqual(Float64Array.of(mean, mean))
    expect(model.margin![61]).toBeCloseTo(0.4, 12)
    expect(lastYearMean(model, model.value!)).toBe(mean)
    expect(assumptions.at(-1)).toBe(
      `After the last row the value of a KPI unit is the last year's mean, ${mean.toPrecision(3)}.`,
    )
  })
})
