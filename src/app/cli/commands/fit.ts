import { Option, type Command } from 'commander'
import type { Run } from '../action.js'
import type { FitOptions } from '../run/fit.js'
import { wholeNumber } from '../option-values.js'

/** `mixwright fit <spec>`: fits the model and writes a folder with everything that came out. */
export function addFitCommand(program: Command, run: Run): void {
  program
    .command('fit')
    .description('fit a model, print the results, write them and the report to a folder')
    .argument('<spec>', 'model specification (YAML)')
    .option('-o, --output <dir>', 'folder to write; fits/<name> beside the spec by default')
    .addOption(
      new Option('--method <method>', 'how to fit, in place of the spec').choices([
        'bayes',
        'laplace',
        'regression',
        'ols',
      ]),
    )
    .option('--seed <n>', 'seed of the random numbers, in place of the spec', wholeNumber(0))
    .option(
      '--draws <n>',
      'draws a chain (bayes), replicates (regression) or draws (ols), in place of the spec',
      wholeNumber(2, 100_000),
    )
    .option('--warmup <n>', 'iterations of each chain before its draws (bayes)', wholeNumber(50, 100_000))
    .option('--chains <n>', 'independent chains (bayes)', wholeNumber(1, 64))
    .option('--warm-start <fit>', 'folder of an earlier fit, where the chains begin and whose shape they know (bayes)')
    .option('--keep-partial', 'on Ctrl-C keep what the chains had sampled, if it is enough to use (bayes)')
    .option(
      '--workers <n>',
      'threads; all cores by default; the results are the same for any number',
      wholeNumber(1, 256),
    )
    .option('--strict', 'exit with 3 if a check of the fit fails')
    .option('--json', 'print the summary as one JSON document instead of tables')
    .addHelpText('after', fitHelp)
    .action((spec: string, options: FitOptions) =>
      run(async (io) => {
        const { runFit } = await import('../run/fit.js')
        return runFit(io, spec, options)
      }),
    )
}

const fitHelp = `
It writes report.html, summary.json, channels.csv, groups.csv (where the spec has groups), series.csv and curves.csv for
you, and fit.json and draws.parquet for show, report and compare. mixwright report <dir> --xlsx adds an Excel workbook.
A fit that stood in the folder before is replaced at the end, as a whole. Every fit adds a line to log.jsonl beside its
folder, so that a report can say how many models were tried.

--warm-start makes a refit on new data quicker: chains begin where those of the earlier fit ended. What the earlier fit
doesn't know, a new channel say, starts as usual, and the fingerprint names the fit that was begun with.

Examples:
  mixwright fit models/retailer.yaml
  mixwright fit models/retailer.yaml -o fits/retailer-ols --method ols
  mixwright fit models/retailer.yaml -o fits/retailer-june --warm-start fits/retailer-may
  mixwright fit models/retailer.yaml --json > summary.json`
