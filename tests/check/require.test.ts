import { expect, it } from 'vitest'
import { requireWhole } from '../../src/check/require.js'

it('requireWhole names the argument, what it must be, and what it was', () => {
  expect(() => requireWhole('length', 0, 1)).toThrow('`length` must be a whole number of at least 1, not 0.')
  expect(() => requireWhole('length', 1.5, 1)).toThrow('`length` must be a whole number of at least 1, not 1.5.')
  expect(() => requireWhole('length', Number.NaN, 1)).toThrow('not NaN.')
  expect(() => requireWhole('length', Infinity, 1)).toThrow('not Infinity.')
  expect(() => requireWhole('length', 1, 1)).not.toThrow()
})
