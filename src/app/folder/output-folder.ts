import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { InputError } from '../../check/errors.js'
import { looksLikeFit } from '../../fit/artefact/fit-files.js'
import { fileError } from './file-error.js'
import { makeFolders } from './make-folders.js'

/** A folder that is being written under a temporary name beside its place. */
export interface OutputFolder {
  /** Where it will stand. */
  readonly path: string
  /** Writes one file into it. */
  write(name: string, content: string | Uint8Array): void
  /** Puts it in its place, where a fit folder is replaced as a whole. */
  commit(): void
  /** Removes what was written, and folders made for it; does nothing after `commit`. */
  discard(): void
}

/**
 * Opens a folder for results at `path`, making its parents. Nothing stands at `path` before `commit`.
 *
 * @param shown the path as messages show it. @defaultValue the path
 * @throws InputError if `path` is a file, a folder that isn't empty and isn't a fit, or can't be written.
 */
export function openOutputFolder(path: string, shown = path): OutputFolder {
  requireReplaceable(path, shown)
  const place = existsSync(path) ? realpathSync(path) : path
  const temporary = join(dirname(place), `.${basename(place)}.partial-${process.pid}`)
  const made = guarded(shown, () => {
    const firstMade = makeFolders(dirname(place))
    rmSync(temporary, { recursive: true, force: true })
    mkdirSync(temporary)
    return firstMade
  })
  let open = true
  return {
    path,
    write: (name, content) => guarded(join(shown, name), () => writeFileSync(join(temporary, name), content)),
    commit: () => {
      requireReplaceable(path, shown)
      guarded(shown, () => replaceFolder(temporary, place))
      open = false
    },
    discard: () => {
      if (!open) return
      open = false
      rmSync(temporary, { recursive: true, force: true })
      if (made !== null) removeEmptyFolders(dirname(place), made)
    },
  }
}

function requireReplaceable(path: string, shown: string): void {
  if (!existsSync(path)) return
  const names = guarded(shown, () => {
    try {
      return readdirSync(path)
    } catch (error) {
      if (isCode(error, 'ENOTDIR'))
        throw new InputError(`Can't write the folder ${shown}: a file of that name is in the way.`)
      throw error
    }
  })
  if (names.length === 0 || (names.includes('fit.json') && holdsFit(join(path, 'fit.json')))) return
  throw new InputError(`The folder ${shown} isn't empty and isn't a fit: choose another one with -o, or empty it.`)
}

function holdsFit(file: string): boolean {
  return guarded(file, () => looksLikeFit(readFileSync(file, 'utf8').slice(0, 200)))
}

// The former folder steps aside first and comes back if the new one can't take its place.
function replaceFolder(temporary: string, place: string): void {
  if (!existsSync(place)) return renameSync(temporary, place)
  const former = `${temporary}-former`
  renameSync(place, former)
  try {
    renameSync(temporary, place)
  } catch (error) {
    renameSync(former, place)
    throw error
  }
  rmSync(former, { recursive: true, force: true })
}

function removeEmptyFolders(from: string, upTo: string): void {
  for (let folder = from; folder.startsWith(upTo); folder = dirname(folder)) {
    try {
      rmdirSync(folder)
    } catch {
      return
    }
  }
}

function guarded<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw fileError(error, path, 'write')
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
