import type { CommandIo } from '../command-io.js'
import { resolve } from 'node:path'
import { compareFits, type Comparison } from '../../compare/compare-fits.js'
import { comparisonTable, predictionTable } from '../../compare/comparison-table.js'
import { readableJson } from '../../export/readable-json.js'
import { readFitFolder } from '../../folder/fit-folder.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printParagraph } from '../print-paragraph.js'
import { printTable } from '../print-table.js'

/** Prints what moved between two fits, and why. */
export async function runCompare(
  io: CommandIo,
  { before, after, json }: { readonly before: string; readonly after: string; readonly json: boolean },
): Promise<ExitCode> {
  const [old, now] = await Promise.all([before, after].map((folder) => readFitFolder(resolve(io.cwd, folder), folder)))
  const comparison = compareFits(old, now)
  if (json) io.stdout.write(readableJson(comparison))
  else printComparison(io, comparison)
  return exitCode.done
}

function printComparison({ stdout }: CommandIo, comparison: Comparison): void {
  printParagraph(stdout, comparison.headline)
  stdout.write('\n')
  printTable(stdout, comparisonTable(comparison))
  const prediction = predictionTable(comparison)
  if (prediction !== null) printTable(stdout, prediction)
}
