import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { decodeFit, encodeFit, looksLikeFit } from '../../../src/fit/artefact/fit-files.js'
import { smallFit } from '../../support/small-market.js'

const fit = await smallFit()
const files = encodeFit(fit)

async function message(json: string, draws = files.draws): Promise<string> {
  const error = await decodeFit({ json, draws }, 'fits/shop').catch((e: unknown) => e)
  expect(error).toBeInstanceOf(InputError)
  return (error as Error).message
}

describe('encodeFit(fit)', () => {
  it('gives the same text and bytes for the same fit', () => {
    const again = encodeFit(structuredClone(fit))
    expect(again.json).toBe(files.json)
    expect(again.draws).toEqual(files.draws)
  })

  it('writes JSON that begins with its format and holds no path of the machine', () => {
    const document = JSON.parse(files.json) as Record<string, unknown>
    expect(Object.keys(document)[0]).toBe('format')
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining(['fingerprint', 'spec', 'dataset', 'method', 'draws', 'frozen', 'diagnostics', 'timing']),
    )
    expect(looksLikeFit(files.json)).toBe(true)
  })
})

describe('decodeFit(files, folder)', () => {
  it('gives back the whole fit, unknown cells and every bit of the draws included', async () => {
    const read = await decodeFit(files, 'fits/shop')
    expect(read).toEqual(fit)
    expect(read.dataset.columns.get('revenue')?.[0]).toBeNaN()
  })

  it('refuses what is no fit', async () => {
    expect(await message('{"pushups": 20}')).toBe("fits/shop/fit.json isn't a fit that mixwright wrote.")
    expect(await message('')).toBe("fits/shop/fit.json isn't a fit that mixwright wrote.")
  })

  it('names a format that it does not read', async () => {
    expect(await message(files.json.replace('mixwright.fit/1', 'mixwright.fit/2'))).toBe(
      'fits/shop/fit.json has the format mixwright.fit/2, this mixwright reads mixwright.fit/1: fit the model again.',
    )
  })

  it.each([
    ['cut off', files.json.slice(0, -200)],
    ['edited', files.json.replace('"seed":1', '"seed":2')],
    ['overwritten in the middle', `${files.json.slice(0, 900)}\u0000${files.json.slice(901)}`],
  ])('names a fit.json that was %s', async (_, json) => {
    expect(json).not.toBe(files.json)
    expect(await message(json)).toBe('fits/shop/fit.json is damaged or was edited: fit the model again.')
  })

  it('names draws that are damaged or belong to another fit', async () => {
    const damaged = files.draws.slice()
    damaged[200] ^= 1
    expect(await message(files.json, damaged)).toBe(
      "fits/shop/draws.parquet isn't the file that was written with fits/shop/fit.json: fit the model again.",
    )
  })
})
