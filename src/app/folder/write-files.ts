import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { InputError } from '../../check/errors.js'
import { fileError } from './file-error.js'
import { makeFolders } from './make-folders.js'

/** A file to write: its path relative to the folder (or absolute), and what goes into it. */
export interface FileToWrite {
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Writes files into a folder, making it where it doesn't exist; all are written whole before the first takes its name.
 *
 * @param options.existing what to do where a file of that name holds something else: `replace` it, or `refuse`.
 * @throws InputError if something else is in the way or the folder can't be written; nothing is half-written then.
 */
export function writeFiles(
  folder: string,
  files: readonly FileToWrite[],
  { existing }: { readonly existing: 'replace' | 'refuse' },
): void {
  if (existing === 'refuse') for (const file of files) requireFree(folder, file)
  const written: { temporary: string; place: string }[] = []
  let place = folder
  try {
    for (const { path, content } of files) {
      place = resolve(folder, path)
      makeFolders(dirname(place))
      if (existsSync(place) && statSync(place).isDirectory())
        throw new InputError(`Can't write ${place}: it is a folder.`)
      const temporary = `${place}.partial-${process.pid}`
      written.push({ temporary, place })
      writeFileSync(temporary, content)
    }
    for (const { temporary, place: name } of written) {
      place = name
      renameSync(temporary, name)
    }
  } catch (error) {
    for (const { temporary } of written) removeQuietly(temporary)
    throw fileError(error, place, 'write')
  }
}

/** Removes a file where there is one; what speaks against that must not hide why it is removed. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Its folder is no folder: then the file isn't there either.
  }
}

function requireFree(folder: string, { path, content }: FileToWrite): void {
  const place = resolve(folder, path)
  if (!existsSync(place)) return
  const same = statSync(place).isFile() && Buffer.from(content).equals(readFileSync(place))
  if (!same)
    throw new InputError(`${place} exists and holds something else: choose another folder with -o, or remove it.`)
}
