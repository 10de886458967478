import { expect, it } from 'vitest'
import { figureWriter } from '../../../src/decision/words/figure-writer.js'

it('figureWriter() keeps every number that it writes, as it is written', () => {
  const writer = figureWriter()
  const text = [
    writer.write('spend', 1200000, { currency: 'EUR' }),
    writer.write('roi', 0.85, 'percent'),
    writer.between('change', { q05: -312000, q95: 804000 }, { currency: 'EUR' }, 'and'),
  ]
  expect(text).toEqual(['1.2 M EUR', '85 %', '-312 and 804 k EUR'])
  expect(writer.figures).toEqual([
    { name: 'spend', value: 1200000, text: '1.2 M EUR' },
    { name: 'roi', value: 0.85, text: '85 %' },
    { name: 'change.q05', value: -312000, text: '-312' },
    { name: 'change.q95', value: 804000, text: '804 k EUR' },
  ])
})
