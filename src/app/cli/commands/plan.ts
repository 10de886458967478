import { Option, type Command } from 'commander'
import type { Run } from '../action.js'
import type { PlanOptions } from '../run/plan.js'
import { percentage, wholeNumber } from '../option-values.js'

/** `mixwright plan <fit>`: what to spend next, where, and how sure that is. */
export function addPlanCommand(program: Command, run: Run): void {
  const command = program
    .command('plan')
    .description('what to spend next, and where: the best plan within limits, and how sure it is to beat today’s')
    .argument('<fit>', 'folder that mixwright fit wrote')
    .addOption(
      new Option('--objective <objective>', 'what to maximise (profit where there is a margin)').choices([
        'profit',
        'outcome',
        'efficiency',
      ]),
    )
    .addOption(
      new Option('--budget <money>', 'money over the window, met exactly: today, free or an amount').conflicts(
        'budgetMax',
      ),
    )
    .option('--budget-max <money>', 'the most money over the window')
    .option('--within <share>', "how far each channel may move from today's spend, or none (0.3)")
    .option('--bound <name=low..high>', "multiples of today's spend for a channel or group: tv=0.5..1.5", gather)
    .option('--lock <channel>', "keep a channel at today's spend", gather)
    .option('--min-share <name=share>', "least share of the plan's spend for a channel or group: tv=20%", gather)
    .option('--allow-raise <channel>', 'let a channel that captures demand be raised', gather)
    .option('--pause <channel:from:to>', 'spend nothing on a channel: radio:2026-02:2026-03', gather)
    .option('--target <return=value>', 'the most outcome at a return: roas=3, roi=0.5 or marginal-roas=1.2')
    .option('--keep <outcome>', "efficiency: the incremental KPI to keep, of today's (95%) or an amount (100%)")
    .option('--hurdle <rate>', 'what the last euro must earn beyond itself (0)')
    .option('--quantile <share>', 'maximise this quantile over draws in place of the mean: 0.25')
    .option('--pattern <pattern>', 'history, free (every period decided), or a file of weights', 'history')
    .option('--ramp <share>', "pattern free: largest change between periods, of the channel's mean spend")
  addWindowOptions(command)
    .option('--scenario <file>', 'controls after the last row of the data: period, then a column a control')
    .addOption(
      new Option('--inflation <percent>', 'rise of the cost of media after the last row: 3%').argParser(percentage),
    )
    .option('--learn', 'which channel’s uncertainty costs most, and what test result would change the plan')
    .option('-o, --output <file>', 'write the plan as a file that simulate --plan reads')
    .option('--json', 'print one JSON document')
    .addHelpText('after', planHelp)
    .action((fit: string, options: PlanOptions) =>
      run(async (io) => {
        const { runPlan } = await import('../run/plan.js')
        return runPlan(io, fit, options)
      }),
    )
}

function addWindowOptions(command: Command): Command {
  return command
    .option('--from <date>', 'first period of the window, written as in the data')
    .option('--to <date>', 'last period of the window')
    .addOption(
      new Option('--last <n>', 'the last n periods').argParser(wholeNumber(1)).conflicts(['from', 'to', 'all']),
    )
    .addOption(new Option('--all', 'the whole fit window').conflicts(['from', 'to']))
}

function gather(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, text]
}

const planHelp = `
Defaults are careful: today's budget, every channel within 70 to 130 % of today. A free total or wider bounds must
be asked for (--budget free, --within none). The window is the last full year unless --from, --to, --last or --all
say otherwise; dates may lie up to a year after the data, where today's plan is what was spent a year before.
--bound, --lock, --min-share, --allow-raise and --pause can be given several times.

Objectives: profit; outcome (incremental KPI); efficiency (the cheapest plan that keeps today's outcome, or --keep).
Below a probability of 80 % to beat today's plan the first line is "Too close to call: keep today's plan".

Examples:
  mixwright plan fits/retailer
  mixwright plan fits/retailer --budget free --within none --bound offline=0.5..1.5 --lock radio -o plan.csv
  mixwright plan fits/retailer --target roas=3 --within 0.5
  mixwright plan fits/retailer --from 2026-01 --to 2026-03 --pattern free --ramp 0.2
  mixwright plan fits/retailer --objective efficiency --learn`
