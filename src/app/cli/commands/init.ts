import type { Command } from 'commander'
import type { Run } from '../action.js'
import { UsageError } from '../usage-error.js'

/** `mixwright init [dir]`: a starter that fits at once, or a spec guessed from a table. */
export function addInitCommand(program: Command, run: Run): void {
  program
    .command('init')
    .description('write a starter spec and its data, or guess a spec from your own table')
    .argument('[dir]', 'folder to write; the current one by default')
    .option('--from <table>', 'table whose columns to guess the spec from: CSV, JSON, Parquet or .xlsx')
    .option('--sheet <name>', 'sheet of a workbook, by name or number; needed where it has several')
    .addHelpText('after', initHelp)
    .action((dir: string | undefined, { from, sheet }: { from?: string; sheet?: string }) =>
      run(async (io) => {
        if (sheet !== undefined && from === undefined) throw new UsageError('--sheet must stand beside --from.')
        const { runInit } = await import('../run/init.js')
        const chosen = sheet === undefined ? {} : { sheet: /^\d{1,9}$/.test(sheet) ? Number(sheet) : sheet }
        return runInit(io, { dir: dir ?? '.', ...(from === undefined ? {} : { from }), ...chosen })
      }),
    )
}

const initHelp = `
Without --from it writes model.yaml, commented, and data.csv, which fit as they stand. With --from it writes one spec,
named for the table, and prints what it took every column for; the lines that begin with "check" deserve a look. A file
that holds something else is never replaced.

Examples:
  mixwright init demo && mixwright fit demo/model.yaml
  mixwright init models --from data/sales.csv
  mixwright init models --from data/sales.xlsx --sheet Weekly`
