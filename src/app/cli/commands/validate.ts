import { Option, type Command } from 'commander'
import type { Run } from '../action.js'
import type { ValidateOptions } from '../../validate/check.js'
import { validateChecks } from '../../validate/checks.js'
import { wholeNumber } from '../option-values.js'

/** `mixwright validate <spec>`: one check of how far a model can be trusted. */
export function addValidateCommand(program: Command, run: Run): void {
  const command = program
    .command('validate')
    .description('check how far a model can be trusted, one check at a time')
    .argument('<spec>', 'the model specification, YAML; for some checks also the folder of a fit')
  for (const { flag, description } of validateChecks) command.option(`--${flag}`, description)
  command
    .addOption(new Option('--workers <n>', 'threads; all cores by default').argParser(wholeNumber(1, 256)))
    .addOption(
      new Option('--worlds <n>', 'with --recovery: how many worlds are planted; 18 by default').argParser(
        wholeNumber(3, 1000),
      ),
    )
    .addOption(
      new Option(
        '--channel <name>',
        'with --placebo: a channel to copy, repeatable; every paid one by default',
      ).argParser<string[] | undefined>((name, names) => [...(names ?? []), name]),
    )
    .option('--json', 'print one JSON document')
    .addHelpText('after', validateHelp)
    .action((spec: string, options: ValidateOptions & Readonly<Record<string, unknown>>) =>
      run(async (io) => {
        const { runValidate } = await import('../run/validate.js')
        return runValidate(io, spec, options)
      }),
    )
}

const validateHelp = `
A check refits the model several times, quickly, and takes a minute or a few.

Examples:
  mixwright validate models/retailer.yaml --backtest
  mixwright validate models/retailer.yaml --backtest --json > backtest.json
  mixwright validate fits/retailer --ladder      keeps its result in the fit, whose report then shows it
  mixwright validate models/retailer.yaml --recovery
  mixwright validate models/retailer.yaml --recovery --worlds 60 --json > recovery.json
  mixwright validate models/retailer.yaml --placebo --channel tv --channel radio`
