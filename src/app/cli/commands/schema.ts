import type { Command } from 'commander'
import type { Run } from '../action.js'

/** `mixwright schema`: the JSON Schema of specs, for editors. */
export function addSchemaCommand(program: Command, run: Run): void {
  program
    .command('schema')
    .description('print the JSON Schema of model specifications, for editors')
    .addHelpText('after', schemaHelp)
    .action(() =>
      run(async (io) => {
        const { runSchema } = await import('../run/schema.js')
        return runSchema(io)
      }),
    )
}

const schemaHelp = `
Example:
  mixwright schema > mixwright.schema.json
and, as the first line of a spec:
  # yaml-language-server: $schema=./mixwright.schema.json`
