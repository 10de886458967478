import { Option, type Command } from 'commander'
import type { Run } from '../action.js'
import type { SimulateOptions } from '../run/simulate.js'
import { percentage, wholeNumber } from '../option-values.js'

/** `mixwright simulate <fit>`: what a plan would bring. */
export function addSimulateCommand(program: Command, run: Run): void {
  program
    .command('simulate')
    .description('what a plan would bring: KPI, contributions, ROAS, ROI and profit, against a reference')
    .argument('<fit>', 'folder that mixwright fit wrote')
    .option('--plan <file>', "spend by channel and period, as CSV; today's plan by default")
    .option(
      '--set <channel=spend>',
      'bring a channel to a share of the plan (tv=120%) or to an amount (tv=50000)',
      gather,
    )
    .option('--shift <money:from:to>', 'move money between channels: 50000:search:tv', gather)
    .option('--pause <channel:from:to>', 'spend nothing on a channel: radio:2026-02:2026-03', gather)
    .option('--against <plan>', 'the reference: today, zero, or the file of another plan', 'today')
    .option('--from <date>', 'first period of the window, written as in the data')
    .option('--to <date>', 'last period of the window')
    .addOption(
      new Option('--last <n>', 'the last n periods').argParser(wholeNumber(1)).conflicts(['from', 'to', 'all']),
    )
    .addOption(new Option('--all', 'the whole fit window').conflicts(['from', 'to']))
    .option('--scenario <file>', 'controls after the last row of the data: period, then a column a control')
    .addOption(
      new Option('--inflation <percent>', 'rise of the cost of media after the last row: 3%').argParser(percentage),
    )
    .option('--series', 'print the expected KPI of every period, too')
    .option('-o, --output <file>', 'write the plan, changes made, as a file that --plan reads')
    .option('--png <file>', 'write a picture: what was observed, and what is expected under the plan')
    .option('--json', 'print one JSON document')
    .addHelpText('after', simulateHelp)
    .action((fit: string, options: SimulateOptions) =>
      run(async (io) => {
        const { runSimulate } = await import('../run/simulate.js')
        return runSimulate(io, fit, options)
      }),
    )
}

function gather(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, text]
}

const simulateHelp = `
A plan is a CSV file, wide (period,tv,search) or long (period,channel,spend), with every paid channel in every
period. Its periods are the window; without a file the window is the last full year unless --from, --to, --last
or --all say otherwise. Changes are made in the order --set, --shift, --pause; each can be given several times.
A window may reach up to a year beyond the last row: that part is a forecast, and what it assumes is printed.

Examples:
  mixwright simulate fits/retailer --set tv=120% --pause radio:2025-02:2025-03
  mixwright simulate fits/retailer --shift 50000:search:tv --from 2025-01 --to 2025-06
  mixwright simulate fits/retailer --plan plan.csv --against zero --json
  mixwright simulate fits/retailer --from 2026-01 --to 2026-03 --inflation 3% --series`
