import type { Command } from 'commander'
import type { Run } from '../action.js'

/** `mixwright init [dir]`: a starter that fits at once, or a spec guessed from a table. */
export function addInitCommand(program: Command, run: Run): void {
  program
    .command('init')
    .description('write a starter spec and its data, or guess a spec from your own table')
    .argument('[dir]', 'folder to write; the current one by default')
    .option('--from <table>', 'CSV or TSV file whose columns to guess the spec from')
    .addHelpText('after', initHelp)
    .action((dir: string | undefined, options: { from?: string }) =>
      run(async (io) => {
        const { runInit } = await import('../run/init.js')
        return runInit(io, { dir: dir ?? '.', ...options })
      }),
    )
}

const initHelp = `
Without --from it writes model.yaml, commented, and data.csv, which fit as they stand. With --from it writes one spec,
named for the table, and prints what it took every column for; the lines that begin with "check" deserve a look. A file
that holds something else is never replaced.

Examples:
  mixwright init demo && mixwright fit demo/model.yaml
  mixwright init models --from data/sales.csv`
