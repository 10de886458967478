import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scriptJson } from '../../../src/present/report/script-json.js'

it('scriptJson can’t end its script element or a line', () => {
  const text = scriptJson({ name: '</script><!-- \u2028\u2029' })
  expect(text).not.toMatch(/[<>\u2028\u2029]/)
  expect(JSON.parse(text)).toEqual({ name: '</script><!-- \u2028\u2029' })
})

it('scriptJson means the same as JSON for any value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(scriptJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { seed: 5 },
  )
})
