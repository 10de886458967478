import type { CommandIo } from '../command-io.js'
import type { ModelInput } from '../../input/load-input.js'
import type { Model } from '../../../model/design/model.js'
import { identifiability } from '../../../model/identify/identifiability.js'
import { priorBeliefs } from '../../../model/identify/prior-beliefs.js'
import { reverseCausality } from '../../../model/identify/reverse-causality.js'
import { resolvedSettings } from '../../input/resolved-settings.js'
import { loadInput } from '../../input/load-input.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printFindings } from '../print-findings.js'
import { printTable } from '../print-table.js'
import { beliefsTable, defaultsTable, identifiabilityTable, reverseCausalityTable } from './check-tables.js'

/** Everything that can be said before a fit: on stdout, as tables or one JSON document. */
export async function runCheck(io: CommandIo, options: { spec: string; json: boolean }): Promise<ExitCode> {
  const input = await loadInput(io, options.spec)
  const report = input.model === null ? null : reportOf(input.model)
  if (options.json) {
    io.stdout.write(`${JSON.stringify(checkDocument(input, report), null, 2)}\n`)
  } else {
    printReport(io, input, report)
  }
  return input.model === null ? exitCode.wrongInput : exitCode.done
}

type CheckReport = ReturnType<typeof reportOf>

function reportOf(model: Model) {
  return {
    identifiability: identifiability(model),
    reverseCausality: reverseCausality(model),
    beliefs: priorBeliefs(model, { seed: model.spec.fit.seed }),
  }
}

function checkDocument({ spec, findings, model }: ModelInput, report: CheckReport | null): object {
  return {
    format: 'mixwright.check/1',
    name: spec.name,
    passed: model !== null,
    window: model === null ? null : windowOf(model),
    findings,
    identifiability: report?.identifiability ?? null,
    reverseCausality: report?.reverseCausality ?? null,
    priorBeliefs: report?.beliefs ?? null,
    defaults: resolvedSettings(spec, model),
  }
}

function printReport(io: CommandIo, { spec, findings, model }: ModelInput, report: CheckReport | null): void {
  const { stdout } = io
  if (model !== null && report !== null) stdout.write(`${opening(model, report)}\n\n`)
  printFindings(findings, stdout)
  if (findings.length === 0) stdout.write('The checks of the data found nothing.\n')
  if (report === null) return
  stdout.write('\n')
  printTable(stdout, identifiabilityTable(report.identifiability))
  printTable(stdout, reverseCausalityTable(report.reverseCausality))
  if (report.beliefs !== null) printTable(stdout, beliefsTable(report.beliefs))
  printTable(
    stdout,
    defaultsTable(
      resolvedSettings(spec, model),
      spec.channels.map(({ name }) => name),
    ),
  )
}

function opening(model: Model, { identifiability: report }: CheckReport): string {
  const { from, to, period, periods } = windowOf(model)
  const condition =
    report.conditionNumber === null ? 'not finite: columns repeat each other' : report.conditionNumber.toFixed(0)
  return [
    `${model.spec.name}: ${periods} ${period}s from ${from} to ${to}, ${model.channels.length} channels,`,
    `${report.parameters} parameters (${report.rowsPerParameter.toFixed(1)} ${period}s each), condition number ${condition}.`,
  ].join(' ')
}

function windowOf({ dataset, periods }: Model): { from: string; to: string; period: string; periods: number } {
  const { windowStart, windowEnd, period } = dataset
  return { from: dataset.periods[windowStart], to: dataset.periods[windowEnd - 1], period, periods }
}
