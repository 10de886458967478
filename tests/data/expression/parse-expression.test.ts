import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { parseExpression } from '../../../src/data/expression/parse-expression.js'

const headers = ['x', 'price', 'temperature', 'x1_Search-Ads', 'tv.spend', 'ä', '売上', 'in']
const parse = (text: string) => parseExpression(text, { path: 'controls.heat.column', headers })

function refusal(text: string): string {
  try {
    parse(text)
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    const [issue] = (error as InputError).issues
    expect(issue.path).toBe('controls.heat.column')
    expect(issue.message).toContain('An expression may hold numbers, column names')
    return issue.message.slice(0, issue.message.indexOf('. An expression may hold'))
  }
  throw new Error(`${text} was not refused`)
}

test('parseExpression(text) gives the headers that it reads, each once', () => {
  expect(parse('max(0, temperature - 25) + temperature * price').headers).toEqual(['temperature', 'price'])
  expect(parse('col("x1_Search-Ads") / col("売上") + col("in") + ä').headers).toEqual([
    'x1_Search-Ads',
    '売上',
    'in',
    'ä',
  ])
  expect(parse('1 + 2').headers).toEqual([])
})

test('parseExpression(text) without known headers takes any name', () => {
  expect(parseExpression('a + col("b c")', { path: 'p', headers: null }).headers).toEqual(['a', 'b c'])
})

test('parseExpression(text) refuses by path, position and what is allowed', () => {
  expect(refusal('max(0; temperature)')).toBe(
    '`controls.heat.column`: the expression `max(0; temperature)` has `;`, which is not allowed, at character 6',
  )
  expect(refusal('1 + * 2')).toContain('cannot be read (Value expected) at character 5')
  expect(refusal('')).toContain('is empty')
})

test('parseExpression(text) suggests the column or function that was meant', () => {
  expect(refusal('2 * temprature')).toBe(
    '`controls.heat.column`: the expression `2 * temprature` names `temprature`, which is not a column (did you mean `temperature`?), at character 5',
  )
  expect(refusal('col("x1_Search-Ad")')).toContain('(did you mean `x1_Search-Ads`?)')
  expect(refusal('mx(x, 1)')).toContain(
    'calls `mx`, which is not an allowed function (did you mean `max`?), at character 1',
  )
})

test('parseExpression(text) refuses every way to reach an object or run code', () => {
  const attempts = [
    'constructor',
    '__proto__',
    'x.constructor',
    'x.constructor.constructor("return process")()',
    'x["constructor"]',
    'cos.constructor("return 1")()',
    'constructor("return 1")',
    '__proto__(x)',
    'toString(x)',
    'hasOwnProperty(x)',
    'import("node:fs")',
    'eval("1+1")',
    'evaluate("1+1")',
    'parse("1")',
    'createUnit("x")',
    'simplify("x")',
    'this',
    'globalThis',
    'process.exit(1)',
    'f(y) = y',
    'x = 3',
    'x == 1 ? x = 2 : 0',
    'x; price',
    'x\nprice',
    '{a: 1}',
    '[1, 2, 3]',
    'x[1]',
    '1:1000000000',
    'x: price',
    'x!',
    "x'",
    '5%',
    'x % 2',
    'x mod 2',
    '5 cm',
    '2 x',
    'x to price',
    'x | 1',
    'x & 1',
    'x xor 1',
    'x ?? 1',
    'x?.y',
    'x .^ 2',
    'x .* 2',
    'x # comment',
    '"text"',
    'x == "event1"',
    'true',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    '1e999',
    '0 < x < 5',
    'random()',
    'ones(10000, 10000)',
    'map(x, x)',
    'max(x)',
    'sqrt(x, 2)',
    'col(x)',
    'col("x", "x")',
    'col("nothing")',
    'lag(x, price)',
    'lag(x, 0)',
    'lag(x, -1)',
    'lag(x, 1e9)',
    'max(x)(price)',
    '(x',
    'x)',
    'col("x',
    'col("a\\"b")',
    '${x}',
    '`x`',
    '日',
    'tv.spend',
  ]
  for (const attempt of attempts) expect([attempt, refusal(attempt).length > 0]).toEqual([attempt, true])
})

test('parseExpression(text) tells how to write a header with a dot, a comparison chain and an assignment', () => {
  expect(refusal('tv.spend')).toContain('write a header with a dot as col("a.b")')
  expect(refusal('0 < x < 5')).toContain('write a < b and b < c')
  expect(refusal('x = 3')).toContain('has an assignment (compare with ==) at character 3')
})

test('parseExpression(text) refuses what could exhaust the stack or memory', () => {
  expect(refusal('('.repeat(400) + 'x' + ')'.repeat(400))).toContain('is nested more than 50 deep')
  expect(refusal('-'.repeat(900) + 'x')).toContain('is nested more than 120 deep')
  expect(refusal(`${'not '.repeat(200)}x`)).toContain('is nested more than 120 deep')
  expect(refusal(Array(300).fill('x').join('^'))).toContain('has more than 200 parts')
  expect(refusal(Array(200).fill('x').join('?1:'))).toContain('has more than 200 parts')
  expect(refusal(`max(${Array(20).fill('max(x,1,2,3,4,5,6,7,8,9,10)').join(',')})`)).toContain(
    'has more than 200 parts',
  )
  expect(refusal('x+'.repeat(100000) + 'x')).toContain('has 200001 characters, above the limit of 1000')
  expect(refusal('abs('.repeat(45) + 'x').length).toBeGreaterThan(0)
})

test('parseExpression(text) gives an expression or an InputError for any text', () => {
  const token = fc.constantFrom(
    'x',
    'price',
    '1',
    '2.5',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    ',',
    '?',
    ':',
    '<',
    '==',
    '=',
  )
  const word = fc.constantFrom(
    'and',
    'or',
    'not',
    'max(',
    'lag(',
    'if(',
    'col(',
    '"x"',
    '"',
    '.',
    '!',
    ' ',
    'in',
    'to',
    'end',
  )
  const text = fc
    .array(fc.oneof(token, word, fc.string({ maxLength: 3 })), { maxLength: 15 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (candidate) => {
      try {
        expect(parse(candidate).text).toBe(candidate)
      } catch (error) {
        expect(error).toBeInstanceOf(InputError)
      }
    }),
    { seed: 11, numRuns: 3000 },
  )
})
