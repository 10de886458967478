import type { Fit } from '../../fit/fit.js'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { InputError } from '../../check/errors.js'
import { decodeFit } from '../../fit/artefact/fit-files.js'
import { maxDataBytes, readBytes, readText } from './read-text.js'

/**
 * Reads the fit in a folder.
 *
 * @param folder a folder that `mixwright fit` wrote.
 * @throws InputError in one sentence if there is no such folder, it isn't a fit, or a file of it is missing or damaged.
 * @example const fit = await readFitFolder('fits/retailer')
 */
export async function readFitFolder(folder: string): Promise<Fit> {
  if (!existsSync(folder)) throw problem(folder, `There is no fit at ${folder}: mixwright fit <spec> writes one.`)
  if (!statSync(folder).isDirectory()) {
    throw problem(folder, `${folder} is a file; a fit is a folder that mixwright fit <spec> writes.`)
  }
  const missing = ['fit.json', 'draws.parquet'].find((name) => !existsSync(join(folder, name)))
  if (missing !== undefined) throw problem(folder, `The folder ${folder} isn't a fit: it has no ${missing}.`)
  const [json, draws] = await Promise.all([
    readText(join(folder, 'fit.json'), { what: 'fit', maxBytes: maxDataBytes }),
    readBytes(join(folder, 'draws.parquet'), { what: 'draws', maxBytes: maxDataBytes }),
  ])
  return decodeFit({ json, draws }, folder)
}

/** Where the log of a fit's folder stands: beside the folder. */
export function fitLogPath(folder: string): string {
  return join(dirname(folder), 'log.jsonl')
}

function problem(path: string, message: string): InputError {
  return new InputError([{ path, message }])
}
