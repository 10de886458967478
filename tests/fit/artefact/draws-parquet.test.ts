import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { drawsFromParquet, drawsToParquet } from '../../../src/fit/artefact/draws-parquet.js'

const draws = {
  names: ['tv.coefficient', 'sigma'],
  count: 4,
  chains: 2,
  values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
}

describe('drawsToParquet(draws)', () => {
  it('has a row a draw: chain, draw, then a column a parameter', async () => {
    const rows = await parquetReadObjects({ file: new Uint8Array(drawsToParquet(draws)).buffer })
    expect(rows).toEqual([
      { chain: 1, draw: 1, 'tv.coefficient': 1, sigma: 2 },
      { chain: 1, draw: 2, 'tv.coefficient': 3, sigma: 4 },
      { chain: 2, draw: 1, 'tv.coefficient': 5, sigma: 6 },
      { chain: 2, draw: 2, 'tv.coefficient': 7, sigma: 8 },
    ])
  })

  it('gives the same bytes for the same draws', () => {
    expect(drawsToParquet(draws)).toEqual(drawsToParquet(structuredClone(draws)))
  })

  it('numbers a parameter whose name is taken', async () => {
    const named = { names: ['draw', 'x', 'x'], count: 1, chains: 1, values: Float64Array.of(0.1, 0.2, 0.3) }
    const rows = await parquetReadObjects({ file: new Uint8Array(drawsToParquet(named)).buffer })
    expect(rows).toEqual([{ chain: 1, draw: 1, 'draw 2': 0.1, x: 0.2, 'x 2': 0.3 }])
    expect(await drawsFromParquet(drawsToParquet(named), named)).toEqual(named)
  })
})

describe('drawsFromParquet(bytes, shape)', () => {
  it('reads every value back, bit for bit', async () => {
    const double = fc.double({ noNaN: true })
    await fc.assert(
      fc.asyncProperty(fc.array(double, { minLength: 1, maxLength: 300 }), async (numbers) => {
        const one = { names: ['a'], count: numbers.length, chains: 1, values: Float64Array.from(numbers) }
        expect(await drawsFromParquet(drawsToParquet(one), one)).toEqual(one)
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  it('refuses a file with another number of rows', async () => {
    await expect(drawsFromParquet(drawsToParquet(draws), { ...draws, count: 3 })).rejects.toThrow(
      'it has 4 rows, not 3',
    )
  })

  it('refuses a file without one of the parameters', async () => {
    const shape = { ...draws, names: ['tv.coefficient', 'radio.coefficient'] }
    await expect(drawsFromParquet(drawsToParquet(draws), shape)).rejects.toThrow(
      'it has no number for radio.coefficient in row 1',
    )
  })
})
