import type { Model } from '../../model/design/model.js'
import type { Fit } from '../../fit/fit.js'
import type { CommandIo } from '../cli/command-io.js'
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError } from '../../check/errors.js'
import { fingerprintOf } from '../../fit/artefact/join-fit.js'
import { version } from '../../fit/artefact/version.js'
import { buildModel } from '../../model/design/build-model.js'
import { printFindings } from '../cli/print-findings.js'
import { defaultFitFolder, readFitFolder } from '../folder/fit-folder.js'
import { shortPath } from '../folder/short-path.js'
import { loadModel } from '../input/load-input.js'

/** What a study is of: a model, and the fit of it that will keep the result. */
export interface RobustnessTarget {
  readonly model: Model
  /** Null where there is none of this very model. */
  readonly fit: FitInFolder | null
  /** Where a fit was looked for, as messages show it. */
  readonly shown: string
}

export interface FitInFolder {
  readonly fit: Fit
  readonly folder: string
}

/**
 * What a path means: a folder is a fit; a file is a spec, whose fit is looked for where `mixwright fit` puts it by default.
 *
 * @throws InputError if the folder isn't a fit of this version, or the spec or its data can't be used.
 */
export async function robustnessTarget(io: CommandIo, path: string): Promise<RobustnessTarget> {
  const place = resolve(io.cwd, path)
  if (existsSync(place) && statSync(place).isDirectory()) {
    const fit = await readFitFolder(place, path)
    requireSameVersion(fit, path)
    const model = buildModel(fit.spec, fit.dataset, fit.frozen)
    return { model, fit: { fit, folder: place }, shown: path }
  }
  const { model, specPath, findings } = await loadModel(io, path)
  printFindings(findings, io.stderr)
  const folder = defaultFitFolder(specPath)
  const fit = await sameFit(folder, model)
  return { model, fit: fit === null ? null : { fit, folder }, shown: shortPath(io, folder) }
}

function requireSameVersion({ fingerprint }: Fit, path: string): void {
  if (fingerprint.version === version) return
  throw new InputError(
    `The fit in ${path} was made by mixwright ${fingerprint.version}, and this is ${version}: fit the model again, so that what differs is the model alone.`,
  )
}

/** The fit in a folder, if it is one of this very model: same spec, data, seed and version. */
async function sameFit(folder: string, model: Model): Promise<Fit | null> {
  if (!existsSync(folder)) return null
  try {
    const fit = await readFitFolder(folder)
    return sameFingerprint(fit.fingerprint, fingerprintOf(model)) ? fit : null
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** Whether two results depend on the same spec, data, seed and version. */
export function sameFingerprint(a: Fit['fingerprint'], b: Fit['fingerprint']): boolean {
  return a.spec === b.spec && a.data === b.data && a.seed === b.seed && a.version === b.version
}
