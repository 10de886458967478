import { expect, it } from 'vitest'
import { columnText, oneOf, scaleSchema, wholeFrom } from '../../../src/model/spec/value-schema.js'

it('the schemas of single values take what they say', () => {
  const accepted = (schema: { safeParse(value: unknown): { success: boolean } }, values: readonly unknown[]) =>
    values.filter((value) => schema.safeParse(value).success)
  expect(accepted(columnText(), ['tv', '', 3, 'x'.repeat(2001)])).toEqual(['tv'])
  expect(accepted(oneOf(['a', 'b']), ['a', 'c', 1])).toEqual(['a'])
  expect(accepted(wholeFrom(1), [0, 1, 1.5, Infinity])).toEqual([1])
  expect(accepted(scaleSchema(), ['mean', 'median', 2, 0])).toEqual(['mean', 2])
})
