import type { CommandResult, Run } from './action.js'
import type { CommandIo } from './command-io.js'
import { Command } from 'commander'
import { addCheckCommand } from './commands/check.js'
import { addCompareCommand } from './commands/compare.js'
import { addFitCommand } from './commands/fit.js'
import { addGenerateCommand } from './commands/generate.js'
import { addInitCommand } from './commands/init.js'
import { addPlanCommand } from './commands/plan.js'
import { addReportCommand } from './commands/report.js'
import { addSchemaCommand } from './commands/schema.js'
import { addShowCommand } from './commands/show.js'
import { addSimulateCommand } from './commands/simulate.js'
import { addValidateCommand } from './commands/validate.js'
import { version } from '../../fit/artefact/version.js'

/** The whole command line: what `mixwright --help` describes. */
export function createProgram(io: CommandIo, result: CommandResult): Command {
  const program = new Command('mixwright')
  const run: Run = async (action) => {
    result.code = await action(io)
  }
  program
    .description(
      'Econometric marketing-mix modeling: what each channel contributed, what it returned, what to spend next.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'describe a command')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (message, write) => write(usageMessage(message)),
      getOutHelpWidth: () => Math.min(io.stdout.columns, 110),
      getErrHelpWidth: () => Math.min(io.stderr.columns, 110),
      getOutHasColors: () => io.stdout.terminal,
      getErrHasColors: () => io.stderr.terminal,
    })
    .exitOverride()
    .addHelpText('after', `\n${programHelp}`)
  const add = [
    addInitCommand,
    addCheckCommand,
    addFitCommand,
    addShowCommand,
    addReportCommand,
    addPlanCommand,
    addSimulateCommand,
    addValidateCommand,
    addCompareCommand,
    addGenerateCommand,
    addSchemaCommand,
  ]
  for (const addCommand of add) addCommand(program, run)
  return program
}

const programHelp = `Examples:
  mixwright init demo                      a starter spec and its data, ready to fit
  mixwright check demo/model.yaml          what is wrong with the data, and what they can tell
  mixwright fit demo/model.yaml            fit, print the results, write the report
  mixwright show demo/fits/model tradeoff  ROI against profit, and the four plans

Exit codes: 0 done, 1 the input is wrong, 2 wrong usage, 3 a check failed under --strict, 70 a fault of mixwright,
130 interrupted.`

// Commander's own words, in one line: "error: unknown option '--sed'\n(Did you mean --seed?)".
function usageMessage(message: string): string {
  const text = message.replace(/^error: /, '').trim()
  const [sentence, suggestion] = text.split('\n')
  const start = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  const hint = suggestion === undefined ? '' : ` ${suggestion.replace(/^\((.*)\)$/, '$1')}`
  return `${/[.?!]$/.test(start) ? start : `${start}.`}${hint}\n`
}
