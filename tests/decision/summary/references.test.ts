import { expect, it } from 'vitest'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { referencesOf } from '../../../src/decision/summary/references.js'
import { smallFit } from '../support/small-fit.js'

it('referencesOf() says what each treatment, control and event is counted against', () => {
  const fit = smallFit()
  const { model } = outcomeOf(fit)
  const weather = fit.dataset.columns.get('weather') ?? new Float64Array(0)
  expect(referencesOf(model)).toEqual([
    { name: 'price', part: 'treatment', reference: 10, rule: 'stated in the spec' },
    {
      name: 'weather',
      part: 'control',
      reference: expect.closeTo(weather.reduce((a, b) => a + b, 0) / 60, 9),
      rule: 'its mean over the first fit',
    },
    { name: 'opening', part: 'control', reference: 0, rule: 'against no event' },
  ])
})
