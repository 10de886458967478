import type { Fit } from '../../../fit/fit.js'
import type { Plan } from '../../../decision/counterfactual/expected-outcome.js'
import type { PlanSetting } from '../../../decision/plan/plan-setting.js'
import type { Model } from '../../../model/design/model.js'
import type { CommandIo } from '../command-io.js'
import type { EditRequest } from '../../plan/parse-edits.js'
import type { PlanWindowRequest } from '../../window/plan-window.js'
import { basename, dirname, resolve } from 'node:path'
import { InputError } from '../../../check/errors.js'
import { outcomeOf } from '../../../decision/counterfactual/outcome.js'
import { editPlan } from '../../../decision/plan/edit-plan.js'
import { periodLabelAt } from '../../../decision/plan/plan-periods.js'
import { forecastSetting } from '../../../decision/forecast/forecast-setting.js'
import { simulatePlan, zeroPlan, type NamedPlanInput } from '../../../decision/plan/simulation.js'
import { simulationSentence } from '../../../decision/words/simulation-sentence.js'
import { simulateSeriesTable, simulateTable } from '../../../present/table/simulate-table.js'
import { lightTheme } from '../../../present/chart/theme.js'
import { simulationChart, type ObservedKpi } from '../../../present/chart/simulation.js'
import { yearPeriods } from '../../../model/design/horizon.js'
import { chartPng } from '../../picture/chart-png.js'
import { readableJson } from '../../export/readable-json.js'
import { readFitFolder } from '../../folder/fit-folder.js'
import { writeFiles } from '../../folder/write-files.js'
import { parseEdits } from '../../plan/parse-edits.js'
import { planCsv } from '../../plan/plan-csv.js'
import { readPlanFile, readScenarioFile } from '../../plan/read-plan-file.js'
import { planWindow } from '../../window/plan-window.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printParagraph } from '../print-paragraph.js'
import { printTable } from '../print-table.js'

/** What `mixwright simulate` was asked for. */
export interface SimulateOptions extends PlanWindowRequest, EditRequest {
  readonly plan?: string
  readonly against: string
  /** File of controls after the last row. */
  readonly scenario?: string
  /** Rise of the cost of media after the last row, as a share. */
  readonly inflation?: number
  readonly series?: true
  readonly output?: string
  readonly png?: string
  readonly json?: true
}

/** Prints what a plan would bring against a reference. */
export async function runSimulate(io: CommandIo, folder: string, options: SimulateOptions): Promise<ExitCode> {
  const fit = await readFitFolder(resolve(io.cwd, folder), folder)
  const { model } = outcomeOf(fit)
  const given = options.plan === undefined ? null : await readPlanFile(io, options.plan, model)
  const window = agreedWindow(fit, given, options)
  requireAhead(fit, window, options)
  const scenario = options.scenario === undefined ? null : await readScenarioFile(io, options.scenario, model)
  const { inflation } = options
  const setting = forecastSetting(fit, window, { scenario, ...(inflation === undefined ? {} : { inflation }) })
  const edits = parseEdits(options, model)
  const plan = editPlan(given ?? setting.today, edits)
  const against = await reference(io, { setting, model }, options.against)
  const simulation = simulatePlan(fit, setting, { plan: { name: nameOf(options, edits.length), plan }, against })
  const write = (path: string, content: string | Uint8Array): void => {
    const file = resolve(io.cwd, path)
    writeFiles(dirname(file), [{ path: basename(file), content }], { existing: 'replace' })
  }
  if (options.output !== undefined) write(options.output, planCsv(plan, setting.periods))
  if (options.png !== undefined) {
    write(options.png, await chartPng(simulationChart(simulation, observedBefore(model, window), lightTheme)))
  }
  if (options.json === true) {
    io.stdout.write(readableJson(simulation))
    return exitCode.done
  }
  printParagraph(io.stdout, simulationSentence(simulation).sentence)
  io.stdout.write('\n')
  printTable(io.stdout, simulateTable(simulation))
  if (options.series === true) printTable(io.stdout, simulateSeriesTable(simulation))
  return exitCode.done
}

/** The window of the plan's file, which a stated one must be; without a file the one asked for. */
function agreedWindow({ dataset }: Fit, given: Plan | null, options: SimulateOptions): Plan['window'] {
  if (given === null) return planWindow(dataset, options)
  const { from, to, last, all } = options
  if (from === undefined && to === undefined && last === undefined && all === undefined) return given.window
  const stated = planWindow(dataset, options)
  const isSame = stated.from === given.window.from && stated.to === given.window.to
  if (isSame) return given.window
  throw new InputError(
    `${options.plan} holds ${spanText(dataset, given.window)}, but the window asked for is ${spanText(dataset, stated)}; leave out the window, or cut the plan to it.`,
  )
}

/** The observed KPI from a year before a window to its end. */
function observedBefore({ kpi, dataset, periods }: Model, window: Plan['window']): ObservedKpi {
  const to = Math.min(window.to, periods)
  const from = Math.max(0, Math.min(window.from, periods) - yearPeriods(dataset.period))
  return {
    periods: dataset.periods.slice(dataset.windowStart + from, dataset.windowStart + to),
    observed: Array.from(kpi.subarray(from, to)),
  }
}

/** A scenario and an inflation are about periods after the last row: with none in the window they would change nothing. */
export function requireAhead(
  { dataset }: Fit,
  window: Plan['window'],
  { scenario, inflation }: Pick<SimulateOptions, 'scenario' | 'inflation'>,
): void {
  const option = scenario !== undefined ? '--scenario' : inflation !== undefined ? '--inflation' : null
  if (option === null || window.to > dataset.windowEnd - dataset.windowStart) return
  throw new InputError(
    `${option} is about periods after the last row with a KPI, ${dataset.periods[dataset.windowEnd - 1]}, but the window is ${spanText(dataset, window)}.`,
  )
}

function spanText(dataset: Fit['dataset'], { from, to }: Plan['window']): string {
  return `${periodLabelAt({ dataset }, from)} to ${periodLabelAt({ dataset }, to - 1)}`
}

interface PlanFrame {
  readonly setting: PlanSetting
  /** The fit's own model, which a file's periods are read against. */
  readonly model: Model
}

async function reference(io: CommandIo, { setting, model }: PlanFrame, against: string): Promise<NamedPlanInput> {
  if (against === 'today') return { name: 'today', plan: setting.today }
  if (against === 'zero') return { name: 'zero', plan: zeroPlan(setting) }
  const plan = await readPlanFile(io, against, model)
  if (plan.window.from === setting.window.from && plan.window.to === setting.window.to) {
    return { name: basename(against), plan }
  }
  const { dataset } = model
  throw new InputError(
    `${against} holds ${spanText(dataset, plan.window)}, but the plan is over ${spanText(dataset, setting.window)}; both must have the same periods.`,
  )
}

function nameOf({ plan }: SimulateOptions, edits: number): string {
  const start = plan === undefined ? 'today' : basename(plan)
  return edits === 0 ? start : `${start}, changed`
}
