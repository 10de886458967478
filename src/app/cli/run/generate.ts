import type { CommandIo } from '../command-io.js'
import { join, resolve } from 'node:path'
import { chosenNames, chosenWorld } from '../../../simulate/chosen-world.js'
import { familyNames } from '../../../simulate/families/market-family.js'
import { generateFiles } from '../../../simulate/generate-files.js'
import { worldNames } from '../../../simulate/named-world.js'
import { writeFiles } from '../../folder/write-files.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../usage-error.js'

/** What to generate, and the folder for it. */
export interface GenerateOptions {
  readonly world: string
  readonly seed?: number
  readonly output?: string
}

/** Writes the files of a simulated world and names them. */
export async function runGenerate(io: CommandIo, options: GenerateOptions): Promise<ExitCode> {
  const { world, seed } = options
  if (!chosenNames.includes(world)) {
    throw new UsageError(
      `There is no world ${world}: it must be ${worldNames.join(', ')}, or one of the families ${familyNames.join(', ')}.`,
    )
  }
  const output = options.output ?? chosenWorld(world, seed).name
  const files = generateFiles(world, seed).map(({ path, text }) => ({ path, content: text }))
  writeFiles(resolve(io.cwd, output), files, { existing: 'refuse' })
  for (const { path } of files) io.stdout.write(`${join(output, path)}\n`)
  return exitCode.done
}
