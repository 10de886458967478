import type { CommandIo } from '../command-io.js'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { InputError } from '../../../check/errors.js'
import { writeFiles, type FileToWrite } from '../../folder/write-files.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { readDataFile } from '../../input/read-data-file.js'
import { guessSpec } from '../init/guess-spec.js'
import { starterFiles, starterNames } from '../init/starter-files.js'

export interface InitOptions {
  /** Folder to write, relative to the current one. */
  readonly dir: string
  /** Table to guess a spec from. */
  readonly from?: string
  /** Sheet of a workbook, by name or number from 1. */
  readonly sheet?: string | number | null
}

/** Writes the starter, or a spec guessed from a table, and names the files and the next step. */
export async function runInit(io: CommandIo, { dir, from, sheet = null }: InitOptions): Promise<ExitCode> {
  if (from === undefined) {
    const files = [...starterFiles()].map(([path, content]) => ({ path, content }))
    write(io, dir, files)
    io.stdout.write(`\nNext: mixwright fit ${argument(join(dir, starterNames.spec))}\n`)
    return exitCode.done
  }
  const table = resolve(io.cwd, from)
  const { table: rows } = await readDataFile(table, { sheet })
  const path = relative(resolve(io.cwd, dir), table).replaceAll('\\', '/')
  const { yaml, guesses } = guessSpec(rows, path, { sheet })
  const name = `${basename(table).replace(/\.[^.]*$/, '') || 'model'}.yaml`
  write(io, dir, [{ path: name, content: yaml }])
  io.stdout.write(
    `\n${guesses.join('\n')}\n\nNext: read it through, then mixwright check ${argument(join(dir, name))}\n`,
  )
  return exitCode.done
}

/** A path as one word of a command line. */
function argument(path: string): string {
  return path.includes(' ') ? `"${path}"` : path
}

function write(io: CommandIo, dir: string, files: readonly FileToWrite[]): void {
  const folder = resolve(io.cwd, dir)
  for (const { path, content } of files) {
    const place = join(folder, path)
    const isFree = !existsSync(place) || (statSync(place).isFile() && readFileSync(place, 'utf8') === content)
    if (!isFree)
      throw new InputError(`${join(dir, path)} must not exist yet, and holds something else; give another folder.`)
  }
  writeFiles(folder, files, { existing: 'refuse' })
  for (const { path } of files) io.stdout.write(`${join(dir, path)}\n`)
}
