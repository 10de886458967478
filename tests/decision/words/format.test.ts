import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatFigure,
  formatInterval,
  formatMoney,
  formatNumber,
  formatPercent,
  formatProbability,
  unitOfMoney,
} from '../../../src/decision/words/format.js'

describe('formatNumber', () => {
  it('keeps three significant digits and drops trailing zeros', () => {
    expect([0, 7, 12.345, 0.0123456, 987.6, 100, -45.67].map((x) => formatNumber(x))).toEqual([
      '0',
      '7',
      '12.3',
      '0.0123',
      '988',
      '100',
      '-45.7',
    ])
  })

  it('writes thousands, millions and billions as k, M and bn', () => {
    expect([1234, 45600, 1234567, 1.2e9, -1.7e6, 2e10].map((x) => formatNumber(x))).toEqual([
      '1.23 k',
      '45.6 k',
      '1.23 M',
      '1.2 bn',
      '-1.7 M',
      '20 bn',
    ])
  })

  it('chooses the unit after rounding', () => {
    expect([999.4, 999.6, 999600, 9.996].map((x) => formatNumber(x))).toEqual(['999', '1 k', '1 M', '10'])
  })

  it('never writes a minus before zero', () => {
    expect(formatInterval(-0.0001, 12, 'number')).toBe('0 to 12')
    expect(formatNumber(-0)).toBe('0')
    expect(formatPercent(-0.00001)).toBe('0 %')
  })

  it('writes an exponent only far from one', () => {
    expect([1.234e15, 4.5e-8, -2e-7].map((x) => formatNumber(x))).toEqual(['1.23e+15', '4.5e-8', '-2e-7'])
  })

  it('says unknown, or what it is told, where there is no number', () => {
    expect([null, NaN, Infinity].map((x) => formatNumber(x))).toEqual(['unknown', 'unknown', 'unknown'])
    expect(formatMoney(null, 'EUR', { missing: '–' })).toBe('–')
    expect(formatPercent(null, { missing: '–' })).toBe('–')
    expect(formatInterval(null, 2, 'number')).toBe('unknown to 2')
  })

  it('is within half a unit of the last digit it shows', () => {
    const number = fc.double({ min: -1e11, max: 1e11, noNaN: true })
    fc.assert(
      fc.property(number, (x) => {
        const back = parse(formatNumber(x))
        expect(Math.abs(back - x)).toBeLessThanOrEqual(0.00501 * Math.abs(x))
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('formatMoney, formatPercent and formatProbability', () => {
  it('put the currency behind the number', () => {
    expect(formatMoney(1700000, 'EUR')).toBe('1.7 M EUR')
  })

  it('give small percentages more decimals than large ones', () => {
    expect([0.853, -0.394, 0.0995, 0.042, 0.00312, 0, 15.5].map((x) => formatPercent(x))).toEqual([
      '85 %',
      '-39 %',
      '10 %',
      '4.2 %',
      '0.31 %',
      '0 %',
      '1550 %',
    ])
  })

  it('never claim certainty', () => {
    expect([0, 0.004, 0.7, 0.994, 1, null].map((x) => formatProbability(x))).toEqual([
      'below 1 %',
      'below 1 %',
      '70 %',
      'above 99 %',
      'above 99 %',
      'unknown',
    ])
  })

  it('are what formatFigure chooses by kind', () => {
    expect([
      formatFigure(0.7, 'probability'),
      formatFigure(0.7, 'percent'),
      formatFigure(0.7, 'number'),
      formatFigure(0.7, { currency: 'USD' }),
    ]).toEqual(['70 %', '70 %', '0.7', '0.7 USD'])
  })
})

describe('formatInterval', () => {
  it('writes both ends in the unit and with the decimals of the larger one', () => {
    expect(formatInterval(-312000, 1270000, { currency: 'EUR' })).toBe('-0.31 to 1.27 M EUR')
    expect(formatInterval(-300000, 800000, { currency: 'EUR' }, { joiner: 'and' })).toBe('-300 and 800 k EUR')
    expect(formatInterval(0.312, 0.66, 'percent')).toBe('31 to 66 %')
    expect(formatInterval(0.031, 0.042, 'percent')).toBe('3.1 to 4.2 %')
    expect(formatInterval(1.234, 56.78, 'number')).toBe('1.2 to 56.8')
  })
})

function parse(text: string): number {
  const [digits, unit] = text.split(' ')
  return Number(digits) * ({ k: 1e3, M: 1e6, bn: 1e9 }[unit ?? ''] ?? 1)
}

describe('unitOfMoney', () => {
  it('joins a unit and a currency, and moves on where the currency is itself in thousands', () => {
    expect(unitOfMoney('M', 'EUR')).toBe('M EUR')
    expect(unitOfMoney('', 'kUSD')).toBe('kUSD')
    expect(unitOfMoney('k', 'kUSD')).toBe('M USD')
    expect(unitOfMoney('M', 'MUSD')).toBe('M MUSD')
    expect(unitOfMoney('k', '')).toBe('k')
    expect(formatMoney(50475, 'kUSD')).toBe('50.5 M USD')
    expect(formatInterval(25000, 55900, { currency: 'kUSD' })).toBe('25 to 55.9 M USD')
  })
})
