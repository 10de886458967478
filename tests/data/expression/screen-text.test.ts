import { expect, test } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { expressionError, screenText } from '../../../src/data/expression/screen-text.js'

const screen = (text: string) => () => screenText({ text, path: 'controls.heat.column' })

test('screenText lets through what an expression may be written with', () => {
  for (const text of [
    'max(0, x - 25)',
    'a >= 1 and b != 2 ? c^2 : -d',
    'col("x 1; [y] = {z}") * 1.5e3',
    'größe_2 + ä',
  ]) {
    screen(text)()
  }
})

test('screenText refuses other characters by their position', () => {
  expect(screen('x[1]')).toThrow('has `[`, which is not allowed, at character 2')
  expect(screen('x\n+ 1')).toThrow('has `a line break`, which is not allowed, at character 2')
  expect(screen("col('x')")).toThrow("has `'`, which is not allowed, at character 5")
  expect(screen('col("a\\n")')).toThrow('has a backslash in a name at character 7')
  expect(screen('col("a')).toThrow('has a quote that is never closed')
})

test('screenText refuses texts that are empty, too long or too deep before anything parses them', () => {
  expect(screen('  ')).toThrow('is empty')
  expect(screen('x'.repeat(1001))).toThrow('has 1001 characters, above the limit of 1000')
  expect(screen('('.repeat(51))).toThrow('is nested more than 50 deep at character 51')
})

test('expressionError names path, text, position and what is allowed', () => {
  const error = expressionError({ text: 'x'.repeat(100), path: 'kpi.column' }, 'is odd', 7)
  expect(error).toBeInstanceOf(InputError)
  expect(error.message).toMatch(
    /^`kpi\.column`: the expression `x{59}…` is odd at character 7\. An expression may hold numbers/,
  )
})
