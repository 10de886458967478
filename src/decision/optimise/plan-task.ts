import type { Quantity } from '../analysis/response-table.js'
import type { PlanBudget, PlanObjective, PlanRequest, ReturnTarget } from './plan-request.js'
import { targetName } from './plan-request.js'
import { InputError } from '../../check/errors.js'

/** A request with every default filled in, in money and KPI units. */
export interface PlanTask {
  readonly objective: PlanObjective
  /** What the reward is counted in. */
  readonly quantity: Quantity
  readonly budget: PlanBudget
  /** Money that must be spent exactly; null where the total is free or capped. */
  readonly exact: number | null
  /** Most money; infinite where nothing caps it. */
  readonly cap: number
  /** What the last unit of money must bring where the total is free or capped. */
  readonly price: number
  readonly hurdle: number
  readonly target: ReturnTarget | null
  /** Incremental KPI that efficiency must keep; null otherwise. */
  readonly keep: number | null
  readonly quantile: number | null
}

export interface TaskFrame {
  /** Money under today's plan. */
  readonly today: number
  /** Expected incremental KPI under today's plan. */
  readonly kpi: number
  readonly hasValue: boolean
  readonly hasMargin: boolean
}

/**
 * What exactly is to be maximised or reached.
 *
 * @throws InputError where a request contradicts itself, or needs a value or a margin that the spec doesn't state: one sentence.
 */
export function planTask(request: PlanRequest, { today, kpi, hasValue, hasMargin }: TaskFrame): PlanTask {
  const target = request.target ?? null
  const objective = request.objective ?? (hasMargin && target === null ? 'profit' : 'outcome')
  requireMoney(objective, target, { hasValue, hasMargin })
  const budget = request.budget ?? { kind: objective === 'efficiency' || target !== null ? 'free' : 'today' }
  const hurdle = request.hurdle ?? 0
  requireConsistent({ request, objective, target, budget })
  const quantity = objective === 'profit' ? 'gain' : targetQuantity(target)
  const keep = objective === 'efficiency' ? keptKpi(request, kpi) : null
  return {
    objective,
    quantity,
    budget,
    exact: budget.kind === 'today' ? today : budget.kind === 'exact' ? budget.money : null,
    cap: budget.kind === 'max' ? budget.money : Infinity,
    price: objective === 'profit' ? 1 + hurdle : target?.of === 'marginal-roas' ? target.value : 0,
    hurdle,
    target,
    keep,
    quantile: request.quantile ?? null,
  }
}

interface Requested {
  readonly request: PlanRequest
  readonly objective: PlanObjective
  readonly target: ReturnTarget | null
  readonly budget: PlanBudget
}

function requireMoney(
  objective: PlanObjective,
  target: ReturnTarget | null,
  { hasValue, hasMargin }: Pick<TaskFrame, 'hasValue' | 'hasMargin'>,
): void {
  if (objective === 'profit' && !hasMargin) {
    throw new InputError(
      'The spec states no `kpi.margin`, so there is no profit to maximise: state one, or use --objective outcome or efficiency.',
    )
  }
  if (target?.of === 'roi' && !hasMargin) {
    throw new InputError(
      'The spec states no `kpi.margin`, so there is no ROI to reach: state one, or use --target roas=.',
    )
  }
  if (target !== null && !hasValue) {
    throw new InputError(
      `The spec states no \`kpi.value\`, so there is no ${targetName(target.of)} to reach: state one.`,
    )
  }
}

function requireConsistent({ request, objective, target, budget }: Requested): void {
  const isFixed = budget.kind === 'today' || budget.kind === 'exact'
  if (target !== null && objective !== 'outcome') {
    throw new InputError('A --target asks for the most outcome at a return: leave out --objective, or say outcome.')
  }
  if (target !== null && isFixed) {
    throw new InputError('A --target decides how much is spent: leave out --budget, or cap it with --budget-max.')
  }
  if (objective === 'efficiency' && isFixed) {
    throw new InputError(
      'Efficiency looks for the cheapest plan, so its budget can’t be fixed: leave out --budget, or cap it with --budget-max.',
    )
  }
  if (request.keep !== undefined && objective !== 'efficiency') {
    throw new InputError(
      '--keep states the outcome that --objective efficiency must keep: other objectives have no use for it.',
    )
  }
  if (objective === 'outcome' && target === null && budget.kind === 'free') {
    throw new InputError('More spend always brings more outcome: state a --budget, a --budget-max or a --target.')
  }
  if (request.hurdle !== undefined && (objective !== 'profit' || isFixed)) {
    throw new InputError(
      'A --hurdle decides how much profit is worth spending on: it needs the objective profit and --budget free or --budget-max.',
    )
  }
  if (request.quantile !== undefined && (objective === 'efficiency' || target !== null)) {
    throw new InputError(
      'A --quantile is maximised: it goes with the objectives profit and outcome, without a --target.',
    )
  }
  if (request.pattern === 'free' && (objective === 'efficiency' || request.quantile !== undefined)) {
    throw new InputError(
      '--pattern free maximises expected profit or outcome: plan --objective efficiency and --quantile along the history.',
    )
  }
  if (request.pattern === 'free' && target !== null && target.of !== 'marginal-roas') {
    throw new InputError(
      `--pattern free can’t aim at an average ${targetName(target.of)}: plan it along the history, or use --target marginal-roas=.`,
    )
  }
  if (request.pattern === 'free' && request.minShare !== undefined && !isFixed) {
    throw new InputError(
      '--min-share with --pattern free needs a fixed total: state a --budget, or plan along the history.',
    )
  }
  if (request.ramp !== undefined && request.pattern !== 'free') {
    throw new InputError('--ramp limits changes from one period to the next, which only --pattern free decides.')
  }
}

function targetQuantity(target: ReturnTarget | null): Quantity {
  return target === null ? 'kpi' : target.of === 'roi' ? 'gain' : 'value'
}

function keptKpi({ keep = { share: 1 } }: PlanRequest, kpi: number): number {
  return 'kpi' in keep ? keep.kpi : keep.share * kpi
}
