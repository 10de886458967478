import type { Dataset } from '../../data/table/dataset.js'
import type { Draws, Fit } from '../fit.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { InputError } from '../../check/errors.js'
import { drawsFromParquet, drawsToParquet } from './draws-parquet.js'
import { parseNumbers, stringifyNumbers } from './number-json.js'

/** The two files that hold a whole fit, by content; the folder they stand in is the caller's business. */
export interface FitFiles {
  /** `fit.json`: everything but the draws. */
  readonly json: string
  /** `draws.parquet`. */
  readonly draws: Uint8Array
}

const format = 'mixwright.fit/1'

/**
 * Writes a fit as the contents of `fit.json` and `draws.parquet`.
 *
 * @returns both contents; the same fit gives the same text and bytes. `fit.json` ends with a checksum of the rest.
 * @example const { json, draws } = encodeFit(fit)
 */
export function encodeFit(fit: Fit): FitFiles {
  const draws = drawsToParquet(fit.draws)
  const { dataset, draws: values, ...rest } = fit
  const document = {
    ...rest,
    format,
    draws: { names: values.names, count: values.count, chains: values.chains, checksum: bytesToHex(sha256(draws)) },
    dataset: { ...dataset, columns: [...dataset.columns], texts: [...dataset.texts] },
  }
  return { json: withChecksum(document), draws }
}

/**
 * Reads a fit back from what `encodeFit` wrote, bit for bit.
 *
 * @param files contents of `fit.json` and `draws.parquet`.
 * @param folder the folder's name, for messages.
 * @throws InputError if either is damaged, was edited, or was written by a mixwright with another format.
 * @example const fit = await decodeFit({ json, draws }, 'fits/retailer')
 */
export async function decodeFit({ json, draws }: FitFiles, folder: string): Promise<Fit> {
  const { dataset, draws: shape, ...rest } = parseDocument(json, folder)
  const { checksum, ...named } = shape
  if (bytesToHex(sha256(draws)) !== checksum) {
    throw new InputError(
      `${folder}/draws.parquet isn't the file that was written with ${folder}/fit.json: fit the model again.`,
    )
  }
  const read = await drawsFromParquet(draws, named).catch((error: unknown) => {
    throw new InputError(`${folder}/draws.parquet can't be read (${(error as Error).message}): fit the model again.`)
  })
  return {
    ...rest,
    draws: read,
    dataset: { ...dataset, columns: columnMap(dataset.columns), texts: new Map(dataset.texts) },
  }
}

/** Whether a text begins like a `fit.json`, whatever its format version, damaged or not. */
export function looksLikeFit(json: string): boolean {
  return /^\{\s*"format":\s*"mixwright\.fit\//.test(json)
}

type FitDocument = Omit<Fit, 'draws' | 'dataset'> & {
  readonly draws: Omit<Draws, 'values'> & { readonly checksum: string }
  readonly dataset: Omit<Dataset, 'columns' | 'texts'> & {
    readonly columns: readonly (readonly [string, readonly number[]])[]
    readonly texts: readonly (readonly [string, readonly string[]])[]
  }
}

// One line a key: short enough to look at, and a changed key is a changed line.
function withChecksum(document: object): string {
  const { format: first, ...rest } = document as { format: string }
  const lines = Object.entries({ format: first, ...rest }).map(
    ([key, value]) => `${JSON.stringify(key)}: ${stringifyNumbers(value)}`,
  )
  const body = lines.join(',\n')
  return `{${body},\n"checksum": "${bytesToHex(sha256(utf8ToBytes(body)))}"}\n`
}

function parseDocument(json: string, folder: string): FitDocument {
  const file = `${folder}/fit.json`
  if (!looksLikeFit(json)) throw new InputError(`${file} isn't a fit that mixwright wrote.`)
  const written = /"format":\s*"([^"]*)"/.exec(json)?.[1]
  if (written !== format) {
    throw new InputError(`${file} has the format ${written}, this mixwright reads ${format}: fit the model again.`)
  }
  const [, body, checksum] = /^\{([\s\S]*),\n"checksum": "([0-9a-f]{64})"\}\s*$/.exec(json) ?? []
  if (body === undefined || bytesToHex(sha256(utf8ToBytes(body))) !== checksum) {
    throw new InputError(`${file} is damaged or was edited: fit the model again.`)
  }
  return parseNumbers(`{${body}}`) as FitDocument
}

function columnMap(entries: FitDocument['dataset']['columns']): ReadonlyMap<string, Float64Array> {
  return new Map(entries.map(([column, values]) => [column, Float64Array.from(values)]))
}
