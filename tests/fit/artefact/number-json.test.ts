import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumbers, stringifyNumbers } from '../../../src/fit/artefact/number-json.js'

describe('stringifyNumbers(value)', () => {
  it('writes what JSON has no word for as a tagged word', () => {
    expect(stringifyNumbers([1, NaN, -Infinity, -0])).toBe(
      '[1,{"$number":"NaN"},{"$number":"-Infinity"},{"$number":"-0"}]',
    )
  })

  it('writes typed arrays as plain ones', () => {
    expect(stringifyNumbers({ x: Float64Array.of(0.1, Infinity) })).toBe('{"x":[0.1,{"$number":"Infinity"}]}')
  })
})

describe('parseNumbers(text)', () => {
  it('reads every number back, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (numbers) => {
        expect(parseNumbers(stringifyNumbers(numbers))).toEqual(numbers)
      }),
      { seed: 1 },
    )
  })
})
