import type { Command } from 'commander'
import type { Run } from '../action.js'

/** `mixwright compare <fit> <fit>`: what moved between two fits, and why. */
export function addCompareCommand(program: Command, run: Run): void {
  program
    .command('compare')
    .description('what moved between two fits, and why')
    .argument('<before>', 'folder of the earlier fit')
    .argument('<after>', 'folder of the later fit')
    .option('--json', 'print one JSON document instead of tables')
    .addHelpText('after', compareHelp)
    .action((before: string, after: string, options: { json?: true }) =>
      run(async (io) => {
        const { runCompare } = await import('../run/compare.js')
        return runCompare(io, { before, after, json: options.json === true })
      }),
    )
}

const compareHelp = `
It names the keys of the spec that differ and what is new in the data, and puts the ROAS and contribution of every
channel side by side over the periods that both fits have.

Example:
  mixwright compare fits/retailer fits/retailer-ols`
