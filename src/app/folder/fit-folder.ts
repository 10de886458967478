import type { Fit } from '../../fit/fit.js'
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { InputError } from '../../check/errors.js'
import { decodeFit } from '../../fit/artefact/fit-files.js'
import { maxDataBytes, readBytes, readText } from './read-text.js'

/**
 * Reads the fit in a folder.
 *
 * @param path a folder that `mixwright fit` wrote.
 * @param folder the path as messages show it. @defaultValue the path
 * @throws InputError in one sentence if there is no such folder, it isn't a fit, or a file of it is missing or damaged.
 * @example const fit = await readFitFolder('fits/retailer')
 */
export async function readFitFolder(path: string, folder = path): Promise<Fit> {
  if (!existsSync(path)) throw problem(folder, `There is no fit at ${folder}: mixwright fit <spec> writes one.`)
  if (!statSync(path).isDirectory()) {
    throw problem(folder, `${folder} is a file; a fit is a folder that mixwright fit <spec> writes.`)
  }
  const missing = ['fit.json', 'draws.parquet'].find((name) => !existsSync(join(path, name)))
  if (missing !== undefined) throw problem(folder, `The folder ${folder} isn't a fit: it has no ${missing}.`)
  const [json, draws] = await Promise.all([
    readText(join(path, 'fit.json'), { what: 'fit', maxBytes: maxDataBytes, shown: join(folder, 'fit.json') }),
    readBytes(join(path, 'draws.parquet'), {
      what: 'draws',
      maxBytes: maxDataBytes,
      shown: join(folder, 'draws.parquet'),
    }),
  ])
  return decodeFit({ json, draws }, folder)
}

/** Where a fit of a spec stands unless it is put elsewhere: `fits/<name of the spec's file>` beside the spec. */
export function defaultFitFolder(specPath: string): string {
  return join(dirname(specPath), 'fits', basename(specPath, extname(specPath)))
}

/** Where the log of a fit's folder stands: beside the folder. */
export function fitLogPath(folder: string): string {
  return join(dirname(folder), 'log.jsonl')
}

function problem(path: string, message: string): InputError {
  return new InputError([{ path, message }])
}
