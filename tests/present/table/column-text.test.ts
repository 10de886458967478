import { describe, expect, it } from 'vitest'
import { columnTexts, onOneLine } from '../../../src/present/table/column-text.js'
import type { Cell, Column } from '../../../src/present/table/table.js'

function texts(column: Partial<Column>, cells: readonly Cell[]): { unit: string; cells: string[] } {
  const whole = { key: 'x', label: 'X', unit: null, align: 'right', format: 'amount', ...column } as const
  const [text] = columnTexts({ title: '', columns: [whole], rows: cells.map((x) => ({ x })) })
  return { unit: text.unit, cells: text.cells.map(onOneLine) }
}

describe('columnTexts', () => {
  it('gives a column of amounts one unit and one number of decimals', () => {
    expect(texts({ unit: 'EUR' }, [4_600_000, 310_000, 12_000_000])).toEqual({
      unit: 'M EUR',
      cells: ['4.60', '0.31', '12.00'],
    })
    expect(texts({ unit: 'EUR' }, [46_000_000, 31_000_000])).toEqual({ unit: 'M EUR', cells: ['46', '31'] })
    expect(texts({ unit: 'EUR' }, [999, 12])).toEqual({ unit: 'EUR', cells: ['999', '12'] })
  })

  it('keeps more digits where the column asks for them', () => {
    expect(texts({ unit: 'EUR', digits: 3 }, [46_000_000, 31_000_000]).cells).toEqual(['46.0', '31.0'])
  })

  it('writes an interval behind its mean', () => {
    expect(texts({ format: 'ratio' }, [{ mean: 2.1, q05: 1.3, q95: 3 }]).cells).toEqual(['2.1 (1.3 to 3.0)'])
  })

  it('writes ratios as percentages, in whole numbers where they are large', () => {
    expect(texts({ format: 'percent' }, [0.853, -0.18])).toEqual({ unit: '%', cells: ['85', '-18'] })
    expect(texts({ format: 'percent' }, [0.042, 0.07]).cells).toEqual(['4.2', '7.0'])
  })

  it('never writes a probability as 0 or 100 %', () => {
    expect(texts({ format: 'probability' }, [0, 0.7, 1]).cells).toEqual(['below 1 %', '70 %', 'above 99 %'])
  })

  it('writes p-values in three decimals, small ones as such', () => {
    expect(texts({ format: 'p-value' }, [0.0004, 0.5]).cells).toEqual(['< 0.001', '0.500'])
  })

  it('writes ranges, texts, yes and no, and a dash for what has no meaning', () => {
    expect(texts({ unit: 'EUR' }, [{ low: 1.1e6, high: 1.6e6 }]).cells).toEqual(['1.1 to 1.6'])
    expect(texts({ format: 'text' }, ['tv', true, false, null]).cells).toEqual(['tv', 'yes', 'no', '–'])
    expect(texts({}, [NaN, Infinity, null]).cells).toEqual(['–', '–', '–'])
  })

  it('groups thousands and gives zero no sign', () => {
    expect(texts({ format: 'percent' }, [15.96, -0.00001, 12]).cells).toEqual(['1,596', '0', '1,200'])
  })

  it('gives columns of one group one unit', () => {
    const column = { unit: 'EUR', align: 'right', format: 'amount', group: 'spend' } as const
    const table = {
      title: '',
      columns: [
        { key: 'a', label: 'A', ...column },
        { key: 'b', label: 'B', ...column },
      ],
      rows: [{ a: 2_000_000, b: 1500 }],
    }
    expect(columnTexts(table).map(({ unit }) => unit)).toEqual(['M EUR', 'M EUR'])
  })
})
