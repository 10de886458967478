import type { Command } from 'commander'
import type { Run } from '../action.js'

/** `mixwright check <spec>`: what is wrong with the data and what they can tell, before anything is fitted. */
export function addCheckCommand(program: Command, run: Run): void {
  program
    .command('check')
    .description('audit the data, say what they can identify, print every default; fits nothing')
    .argument('<spec>', 'model specification (YAML)')
    .option('--json', 'print one JSON document instead of tables')
    .addHelpText('after', checkHelp)
    .action((spec: string, options: { json?: true }) =>
      run(async (io) => {
        const { runCheck } = await import('../run/check.js')
        return runCheck(io, { spec, json: options.json === true })
      }),
    )
}

const checkHelp = `
It prints what it found in the data, most severe first, with what to write in the spec to decide it; for every channel
whether the data can tell its effect from season, trend and the other channels; signs that spend follows sales; every
default; and what the model believes before it has seen the data.

Example:
  mixwright check models/retailer.yaml`
