import type { Command } from 'commander'
import type { Run } from '../action.js'
import type { ReportOptions } from '../run/report.js'

/** `mixwright report <fit>`: the report of a fit, its figures as a workbook, and its charts as pictures. */
export function addReportCommand(program: Command, run: Run): void {
  program
    .command('report')
    .description('write the report of a fit as one HTML file, and its figures as an Excel workbook')
    .argument('<fit>', 'folder that mixwright fit wrote')
    .option('-o, --output <file>', 'file to write; report.html in the folder of the fit by default')
    .option('--xlsx [file]', 'write the figures as an Excel workbook, too; report.xlsx beside the report by default')
    .option('--png <dir>', 'write each chart as a picture into this folder, too')
    .addHelpText('after', reportHelp)
    .action((fit: string, options: ReportOptions) =>
      run(async (io) => {
        const { runReport } = await import('../run/report.js')
        return runReport(io, fit, options)
      }),
    )
}

const reportHelp = `
The report needs no network: it can be sent by mail and opens from disk. The workbook holds the same numbers at full
precision, and formulas which show that they add up.

Examples:
  mixwright report fits/retailer
  mixwright report fits/retailer --xlsx
  mixwright report fits/retailer -o retailer.html --png charts`
