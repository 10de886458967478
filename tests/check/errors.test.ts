import { expect, it } from 'vitest'
import { InputError, NumericalError } from '../../src/check/errors.js'

it('InputError carries every issue, a line each', () => {
  const error = new InputError([
    { path: 'a', message: '`a` must be above 0, not -1.' },
    { path: 'b', message: '`b` is missing.' },
  ])
  expect(error.message).toBe('`a` must be above 0, not -1.\n`b` is missing.')
  expect(error.issues.map((issue) => issue.path)).toEqual(['a', 'b'])
})

it('InputError takes a single sentence', () => {
  expect(new InputError('Nothing to read.').issues).toEqual([{ path: '', message: 'Nothing to read.' }])
})

it('NumericalError names every value at full precision', () => {
  expect(new NumericalError('Lost its way', { sigma: 0.1 + 0.2 }).message).toBe(
    'Lost its way (sigma = 0.30000000000000004)',
  )
  expect(new NumericalError('Lost its way').message).toBe('Lost its way')
})
