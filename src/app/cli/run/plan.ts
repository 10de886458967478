import type { PlanSetting } from '../../../decision/plan/plan-setting.js'
import type { PlanRequest } from '../../../decision/optimise/plan-request.js'
import type { Model } from '../../../model/design/model.js'
import type { CommandIo } from '../command-io.js'
import type { PlanOptionTexts } from '../../plan/parse-plan-request.js'
import type { PlanWindowRequest } from '../../window/plan-window.js'
import { basename, dirname, resolve } from 'node:path'
import { InputError } from '../../../check/errors.js'
import { periodsPerYear, type PeriodKind } from '../../../data/calendar/period.js'
import { outcomeOf, type Window } from '../../../decision/counterfactual/outcome.js'
import { forecastSetting } from '../../../decision/forecast/forecast-setting.js'
import { alongPattern } from '../../../decision/optimise/along-setting.js'
import { optimisePlan } from '../../../decision/optimise/optimise-plan.js'
import { planDocument, type PlanDocument } from '../../../decision/optimise/plan-document.js'
import {
  learningDocument,
  valueOfLearning,
  type ValueOfLearning,
} from '../../../decision/optimise/value-of-learning.js'
import { learningSentences } from '../../../decision/words/learning-sentences.js'
import { optimisedPlanSentences } from '../../../decision/words/optimised-plan-sentences.js'
import { optimisedPlanTable } from '../../../present/table/optimised-plan-table.js'
import { readableJson } from '../../export/readable-json.js'
import { readFitFolder } from '../../folder/fit-folder.js'
import { writeFiles } from '../../folder/write-files.js'
import { parsePlanRequest } from '../../plan/parse-plan-request.js'
import { planCsv } from '../../plan/plan-csv.js'
import { readPlanFile, readScenarioFile } from '../../plan/read-plan-file.js'
import { planWindow } from '../../window/plan-window.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printParagraph } from '../print-paragraph.js'
import { printTable } from '../print-table.js'
import { requireAhead } from './simulate.js'

/** What `mixwright plan` was asked for. */
export interface PlanOptions extends PlanWindowRequest, PlanOptionTexts {
  readonly pattern: string
  readonly scenario?: string
  readonly inflation?: number
  readonly learn?: true
  readonly output?: string
  readonly json?: true
}

/** Prints the best plan for a request, how sure it is to beat today's, and what limits it. */
export async function runPlan(io: CommandIo, folder: string, options: PlanOptions): Promise<ExitCode> {
  const fit = await readFitFolder(resolve(io.cwd, folder), folder)
  const { model } = outcomeOf(fit)
  const window = planWindow(fit.dataset, options)
  requireAhead(fit, window, options)
  const { inflation } = options
  const scenario = options.scenario === undefined ? null : await readScenarioFile(io, options.scenario, model)
  const setting = forecastSetting(fit, window, { scenario, ...(inflation === undefined ? {} : { inflation }) })
  const request: PlanRequest = {
    ...parsePlanRequest(options, { model, window: setting.window }),
    pattern: await patternOf(io, { model, window: setting.window }, options.pattern),
  }
  const optimised = optimisePlan(setting, request)
  const learning = options.learn === true ? learnedFrom(setting, request) : null
  const document = planDocument(fit, setting, optimised)
  const years = document.window.periods / periodsPerYear[document.window.period as PeriodKind]
  if (options.output !== undefined) {
    const file = resolve(io.cwd, options.output)
    const content = planCsv(optimised.plan, setting.periods)
    writeFiles(dirname(file), [{ path: basename(file), content }], { existing: 'replace' })
  }
  if (options.json === true) {
    const learned = learning === null ? {} : { learning: learningDocument(learning, years) }
    io.stdout.write(readableJson({ ...document, ...learned }))
    return exitCode.done
  }
  for (const sentence of optimisedPlanSentences(document, optimised)) printParagraph(io.stdout, sentence)
  if (learning !== null) printLearning(io, learning, { document, years })
  io.stdout.write('\n')
  printTable(io.stdout, optimisedPlanTable(document))
  return exitCode.done
}

/** What knowledge is worth for the same request. */
function learnedFrom(setting: PlanSetting, request: PlanRequest): ValueOfLearning {
  if (request.pattern === 'free') {
    throw new InputError('--learn values knowledge along a pattern: leave out --pattern free.')
  }
  return valueOfLearning(alongPattern(setting, request))
}

function printLearning(
  io: CommandIo,
  learning: ValueOfLearning,
  { document, years }: { readonly document: PlanDocument; readonly years: number },
): void {
  const { currency, objective, roas } = document
  io.stdout.write('\n')
  for (const sentence of learningSentences(learning, {
    currency,
    years,
    isMoney: objective === 'profit',
    hasValue: roas !== null,
  })) {
    printParagraph(io.stdout, sentence)
  }
}

/** History, free, or the shape of a plan's file over the same window. */
async function patternOf(
  io: CommandIo,
  { model, window }: { readonly model: Model; readonly window: Window },
  pattern: string,
): Promise<NonNullable<PlanRequest['pattern']>> {
  if (pattern === 'history' || pattern === 'free') return pattern
  const { spend, window: own } = await readPlanFile(io, pattern, model)
  if (own.from === window.from && own.to === window.to) return spend
  throw new InputError(
    `${pattern} holds ${own.to - own.from} periods from period ${own.from + 1} on, but the plan's window has ${window.to - window.from} from period ${window.from + 1} on; both must have the same periods.`,
  )
}
