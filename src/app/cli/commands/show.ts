import { Argument, Option, type Command } from 'commander'
import type { Run } from '../action.js'
import type { ShowOptions } from '../run/show.js'
import { wholeNumber } from '../option-values.js'
import { showSubjects, type ShowSubject } from '../show-subjects.js'

/** `mixwright show <fit> [what]`: one table of a fit. */
export function addShowCommand(program: Command, run: Run): void {
  program
    .command('show')
    .description('print one table of a fit')
    .argument('<fit>', 'folder that mixwright fit wrote')
    .addArgument(new Argument('[what]', 'the table').choices(showSubjects).default('returns'))
    .option('--from <date>', 'first period of the window, written as in the data')
    .option('--to <date>', 'last period of the window')
    .addOption(new Option('--last <n>', 'the last n periods').argParser(wholeNumber(1)).conflicts(['from', 'to']))
    .option('--against <from..to>', 'drivers: the window to compare with; the same periods a year earlier by default')
    .addOption(
      new Option('--by <unit>', 'contributions and returns: a figure for each calendar unit').choices([
        'quarter',
        'year',
      ]),
    )
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'csv', 'json']).default('table'))
    .addHelpText('after', showHelp)
    .action((fit: string, what: ShowSubject, options: ShowOptions) =>
      run(async (io) => {
        const { runShow } = await import('../run/show.js')
        return runShow(io, { fit, what, ...options })
      }),
    )
}

const showHelp = `
  contributions  what the KPI is made of: baseline, treatments, controls, channels; elasticities of treatments
  returns        ROAS, profit ROI and their marginal ones, with intervals
  curves         what each channel would bring at other spends
  tradeoff       ROI against profit: today, ROI-max, profit-max, break-even, and the four plans
  frontier       the best split of every budget from zero to three times today
  drivers        why the KPI changed from one window to another, paid media in spend, cost per unit and timing
  diagnostics    whether the fit may be believed: convergence, residuals, plausibility
  series         every part of the KPI in every period

The window is the whole fit unless --from, --to or --last say otherwise; of drivers it is the last full year.
A date is 2024-01-31, 2024-01, 2024-Q1 or 2024; the last three mean the periods that begin in them.

Examples:
  mixwright show fits/retailer returns --last 52
  mixwright show fits/retailer returns --by year
  mixwright show fits/retailer drivers --from 2024-01 --to 2024-12 --against 2023-01..2023-12
  mixwright show fits/retailer series --format csv > series.csv`
