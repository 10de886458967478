import type { Command } from 'commander'
import type { Run } from '../action.js'
import { UsageError } from '../usage-error.js'

/** `mixwright check <spec>`: what is wrong with the data and what they can tell, before anything is fitted. */
export function addCheckCommand(program: Command, run: Run): void {
  program
    .command('check')
    .description('audit the data, say what they can identify, print every default; fits nothing')
    .argument('<spec>', 'model specification (YAML)')
    .option('--prior', 'say what the priors believe before the data speak, and nothing else')
    .option('--png <file>', 'with --prior: write it as a chart, too')
    .option('--json', 'print one JSON document instead of tables')
    .addHelpText('after', checkHelp)
    .action((spec: string, { prior, png, json }: { prior?: true; png?: string; json?: true }) =>
      run(async (io) => {
        if (prior !== true) {
          if (png !== undefined) throw new UsageError('--png goes with --prior.')
          const { runCheck } = await import('../run/check.js')
          return runCheck(io, { spec, json: json === true })
        }
        const { runPriorCheck } = await import('../run/check-prior.js')
        return runPriorCheck(io, { spec, json: json === true, png: png ?? null })
      }),
    )
}

const checkHelp = `
It prints what it found in the data, most severe first, with what to write in the spec to decide it; for every channel
whether the data can tell its effect from season, trend and the other channels; signs that spend follows sales; every
default; and what the model believes before it has seen the data.

With --prior it draws the whole model from its priors, baseline and noise included: what they believe of each channel's
share, contribution, ROAS and chance of profit, and of the KPI beside the observed one.

Examples:
  mixwright check models/retailer.yaml
  mixwright check models/retailer.yaml --prior --png prior.png`
