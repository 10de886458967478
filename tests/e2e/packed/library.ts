// What somebody writes who has installed the packed package: compiled against its types, then run.

import { readFileSync } from 'node:fs'
import {
  analyseFit,
  assembleDataset,
  buildModel,
  buildReportData,
  columnUses,
  fitRegression,
  InputError,
  joinFit,
  nodeExecutor,
  parseSpec,
  readRuntime,
  readTable,
  renderReport,
  type Spec,
  type Summary,
} from 'mixwright'

const spec: Spec = parseSpec(readFileSync('national-brand/national-brand.yaml', 'utf8'), {
  file: 'national-brand.yaml',
  fit: { draws: 20 },
})
const table = readTable(readFileSync('national-brand/national-brand.csv', 'utf8'), { file: 'national-brand.csv' })
const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
const model = buildModel(spec, dataset)
const executor = nodeExecutor({ workers: 2 })
const result = await fitRegression(model, { executor })
await executor.close()
const data = buildReportData(analyseFit(joinFit({ model, result })))
const summary: Summary = data.summary
const html = await renderReport(data, { runtime: await readRuntime() })
if (!html.startsWith('<!doctype html>')) throw new Error('The report is no page.')
const roas: number | undefined = summary.channels[0].roas?.mean
if (roas === undefined || !(roas > 0)) throw new Error(`The ROAS of tv is ${roas}.`)
try {
  parseSpec('mixwright: 2', { file: 'a.yaml' })
  throw new Error('A wrong spec was taken.')
} catch (error) {
  if (!(error instanceof InputError)) throw error
}
process.stdout.write(`ROAS of tv: ${roas.toFixed(2)}\n`)
