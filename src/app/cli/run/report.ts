import type { CommandIo } from '../command-io.js'
import { basename, dirname, join, resolve } from 'node:path'
import { analyseFit } from '../../../decision/summary/fit-analysis.js'
import { buildReportData } from '../../../decision/summary/report-data.js'
import { renderReport } from '../../../present/report/render-report.js'
import { fitLogPath, readFitFolder } from '../../folder/fit-folder.js'
import { triedBeside } from '../../folder/fit-history.js'
import { shortPath } from '../../folder/short-path.js'
import { writeFiles } from '../../folder/write-files.js'
import { chartPictures } from '../../report/chart-pictures.js'
import { readRuntime } from '../../report/read-runtime.js'
import { exitCode, type ExitCode } from '../exit-code.js'

/** What `mixwright report` was asked for. */
export interface ReportOptions {
  readonly output?: string
  readonly png?: string
}

/** Writes the report of a fit, and its charts as pictures where a folder for them is given. */
export async function runReport(io: CommandIo, folder: string, { output, png }: ReportOptions): Promise<ExitCode> {
  const path = resolve(io.cwd, folder)
  const fit = await readFitFolder(path, folder)
  const analysed = buildReportData(analyseFit(fit))
  const data = { ...analysed, tried: triedBeside(fitLogPath(path), fit.fingerprint) }
  const file = output === undefined ? join(path, 'report.html') : resolve(io.cwd, output)
  const html = await renderReport(data, { runtime: await readRuntime() })
  writeFiles(dirname(file), [{ path: basename(file), content: html }], { existing: 'replace' })
  io.stdout.write(`${shortPath(io, file)}\n`)
  if (png !== undefined) {
    const pictures = await chartPictures(data)
    const target = resolve(io.cwd, png)
    writeFiles(target, pictures, { existing: 'replace' })
    for (const picture of pictures) io.stdout.write(`${shortPath(io, join(target, picture.path))}\n`)
  }
  return exitCode.done
}
