import type { CommandIo } from '../command-io.js'
import { specJsonSchema } from '../../../model/spec/json-schema.js'
import { exitCode, type ExitCode } from '../exit-code.js'

/** Prints the JSON Schema of specs. */
export async function runSchema(io: CommandIo): Promise<ExitCode> {
  io.stdout.write(`${JSON.stringify(specJsonSchema(), null, 2)}\n`)
  return exitCode.done
}
