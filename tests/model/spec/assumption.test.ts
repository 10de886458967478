import { expect, it } from 'vitest'
import { assumption } from '../../../src/model/spec/assumption.js'

it('assumption(…) names the rule of a default, and the spec where that says something else', () => {
  expect(assumption('fit: seed', '1', { isDefault: true, rule: 'default' })).toEqual({
    what: 'fit: seed',
    value: '1',
    source: 'default',
    given: false,
  })
  expect(assumption('fit: seed', '7', { isDefault: false, rule: 'default' })).toMatchObject({
    source: 'the spec',
    given: true,
  })
})
