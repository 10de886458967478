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
It says in one sentence what moved and what differs: new data, a changed model, another method or seed. Then it puts the
ROAS and contribution of every channel side by side over the periods that both fits have, and says of each whether it is
Monte Carlo noise, moved within its uncertainty, or further. Fits of the same periods are ranked by their hold-outs, then
by leave-one-out.

Examples:
  mixwright compare fits/retailer-may fits/retailer-june
  mixwright compare fits/retailer fits/retailer-ols --json`
