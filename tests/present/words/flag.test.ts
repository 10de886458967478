import { expect, it } from 'vitest'
import { flagText } from '../../../src/present/words/flag.js'

it('flagText says what a flag means', () => {
  expect(flagText('demand-capture')).toBe('upper bound: includes demand created elsewhere')
})

it('flagText leaves a flag that it does not know as it is', () => {
  expect(flagText('brand-new')).toBe('brand-new')
})
