import type { CommandIo } from '../command-io.js'
import type { FileToWrite } from '../../folder/write-files.js'
import { dirname, extname, join, resolve } from 'node:path'
import { renderReport } from '../../../present/report/render-report.js'
import { reportWorkbook } from '../../../present/workbook/report-workbook.js'
import { readFitFolder } from '../../folder/fit-folder.js'
import { shortPath } from '../../folder/short-path.js'
import { writeFiles } from '../../folder/write-files.js'
import { chartPictures } from '../../report/chart-pictures.js'
import { fitReportData } from '../../report/fit-report-data.js'
import { readRuntime } from '../../report/read-runtime.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../usage-error.js'

/** What `mixwright report` was asked for. */
export interface ReportOptions {
  readonly output?: string
  readonly png?: string
  /** A file, or true for report.xlsx beside the report. */
  readonly xlsx?: string | true
}

/** Writes the report of a fit, and its workbook and pictures where they are asked for: all of them, or nothing. */
export async function runReport(io: CommandIo, folder: string, options: ReportOptions): Promise<ExitCode> {
  const path = resolve(io.cwd, folder)
  const report = options.output === undefined ? join(path, 'report.html') : resolve(io.cwd, options.output)
  const workbook = workbookPath(io, report, options.xlsx)
  const data = fitReportData(await readFitFolder(path, folder), path)
  const files: FileToWrite[] = [{ path: report, content: await renderReport(data, { runtime: await readRuntime() }) }]
  if (workbook !== null) files.push({ path: workbook, content: await reportWorkbook(data) })
  if (options.png !== undefined) {
    const target = resolve(io.cwd, options.png)
    for (const { path: name, content } of await chartPictures(data)) files.push({ path: join(target, name), content })
  }
  writeFiles(dirname(report), files, { existing: 'replace' })
  for (const file of files) io.stdout.write(`${shortPath(io, file.path)}\n`)
  return exitCode.done
}

/** Where the workbook goes; null where none was asked for. */
function workbookPath(io: CommandIo, report: string, xlsx: string | true | undefined): string | null {
  if (xlsx === undefined) return null
  if (xlsx !== true && extname(xlsx).toLowerCase() !== '.xlsx') {
    throw new UsageError(`--xlsx writes an Excel workbook: its name must end in .xlsx, not be ${xlsx}.`)
  }
  const path = xlsx === true ? join(dirname(report), 'report.xlsx') : resolve(io.cwd, xlsx)
  if (path === report) {
    throw new UsageError(
      `The report and the workbook can't both be ${shortPath(io, path)}: name one of them differently.`,
    )
  }
  return path
}
