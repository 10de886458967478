import type { CommandIo } from '../command-io.js'
import { join, resolve } from 'node:path'
import { generateFiles } from '../../../simulate/generate-files.js'
import { worldNames } from '../../../simulate/named-world.js'
import { writeFiles } from '../../folder/write-files.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../usage-error.js'

/** Writes the files of a simulated world and names them. */
export async function runGenerate(io: CommandIo, options: { world: string; output?: string }): Promise<ExitCode> {
  const { world, output = world } = options
  if (!worldNames.includes(world)) {
    throw new UsageError(`There is no world ${world}: it must be ${worldNames.join(' or ')}.`)
  }
  const files = generateFiles(world).map(({ path, text }) => ({ path, content: text }))
  writeFiles(resolve(io.cwd, output), files, { existing: 'refuse' })
  for (const { path } of files) io.stdout.write(`${join(output, path)}\n`)
  return exitCode.done
}
