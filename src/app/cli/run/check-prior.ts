import type { Model } from '../../../model/design/model.js'
import type { PriorView } from '../../../present/chart/prior-predictive.js'
import type { ModelInput } from '../../input/load-input.js'
import type { CommandIo } from '../command-io.js'
import { basename, dirname, resolve } from 'node:path'
import { InputError } from '../../../check/errors.js'
import { priorBeliefs } from '../../../model/identify/prior-beliefs.js'
import { priorPredictive } from '../../../model/identify/prior-predictive.js'
import { priorPredictiveChart } from '../../../present/chart/prior-predictive.js'
import { lightTheme } from '../../../present/chart/theme.js'
import { priorKpiTable, priorMediaTable } from '../../../present/table/prior-tables.js'
import { readableJson } from '../../export/readable-json.js'
import { writeFiles } from '../../folder/write-files.js'
import { loadInput } from '../../input/load-input.js'
import { chartPng } from '../../picture/chart-png.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printFindings } from '../print-findings.js'
import { printParagraph } from '../print-paragraph.js'
import { printTable } from '../print-table.js'

/** What `mixwright check --prior` was asked for. */
export interface PriorCheckOptions {
  readonly spec: string
  readonly json: boolean
  /** File of the chart. */
  readonly png: string | null
}

/** What the priors believe before the data speak, as tables or one JSON document, and as a chart. */
export async function runPriorCheck(io: CommandIo, { spec, json, png }: PriorCheckOptions): Promise<ExitCode> {
  const input = await loadInput(io, spec)
  if (input.model === null) return refuse(io, input, json)
  const view = viewOf(input.model)
  if (png !== null) {
    const file = resolve(io.cwd, png)
    const content = await chartPng(priorPredictiveChart(view, lightTheme))
    writeFiles(dirname(file), [{ path: basename(file), content }], { existing: 'replace' })
  }
  if (json) io.stdout.write(readableJson(documentOf(view)))
  else printPriors(io, view, png)
  return exitCode.done
}

function refuse(io: CommandIo, { spec, findings }: ModelInput, json: boolean): ExitCode {
  const document = { format: 'mixwright.prior/1', name: spec.name, passed: false, findings }
  if (json) io.stdout.write(readableJson(document))
  else printFindings(findings, io.stdout)
  return exitCode.wrongInput
}

function viewOf(model: Model): PriorView {
  const { spec, dataset } = model
  const options = { seed: spec.fit.seed }
  const [beliefs, predictive] = [priorBeliefs(model, options), priorPredictive(model, options)]
  if (beliefs === null || predictive === null) {
    const cause = spec.fit.method === 'ols' ? '`method: ols`' : '`penalty: none`'
    throw new InputError(`${cause} uses no priors, so there is nothing to draw from: use bayes or regression.`)
  }
  const kpi = { kind: spec.kpi.kind, currency: spec.currency }
  return { name: spec.name, period: dataset.period, kpi, beliefs, predictive }
}

function documentOf({ name, period, beliefs, predictive }: PriorView): object {
  const { sentences: mediaSentences, ...media } = beliefs
  const { sentences, ...kpi } = predictive
  return {
    format: 'mixwright.prior/1',
    name,
    passed: true,
    period,
    media,
    kpi,
    sentences: [...mediaSentences, ...sentences],
  }
}

function printPriors(io: CommandIo, view: PriorView, png: string | null): void {
  const { name, period, beliefs, predictive } = view
  const { periods, draws, seed } = predictive
  printParagraph(
    io.stdout,
    `${name}: ${draws} draws from the priors (seed ${seed}), on the media of ${periods.length} ${period}s from ${periods[0]} to ${periods[periods.length - 1]}.`,
  )
  io.stdout.write('\n')
  printTable(io.stdout, priorMediaTable(beliefs, predictive, view))
  printTable(io.stdout, priorKpiTable(predictive, period, view))
  if (png !== null) io.stdout.write(`Chart: ${png}\n`)
}
