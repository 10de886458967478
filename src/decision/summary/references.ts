import type { LinearColumn, Model } from '../../model/design/model.js'
import type { ReportData } from '../results.js'

/** What a treatment or control is counted against. */
export type PartReference = NonNullable<ReportData['references']>[number]

/**
 * The reference of every treatment, control and event, in the unit of its column, and the rule that it follows.
 *
 * @returns one entry a part of the summary, in its order; treatments before controls.
 */
export function referencesOf(model: Model): PartReference[] {
  const first = new Map<string, LinearColumn>()
  for (const column of model.linear)
    if (column.owner !== null && !first.has(column.owner)) first.set(column.owner, column)
  const entries = Array.from(first, ([name, column]) => ({
    name,
    part: column.part === 'treatment' ? ('treatment' as const) : ('control' as const),
    reference: column.reference,
    rule: ruleOf(name, column, model),
  }))
  return [...entries.filter(({ part }) => part === 'treatment'), ...entries.filter(({ part }) => part === 'control')]
}

function ruleOf(name: string, column: LinearColumn, { spec }: Model): string {
  const treatment = spec.treatments.find((each) => each.name === name)
  if (column.part === 'treatment' && treatment !== undefined) {
    return typeof treatment.reference === 'number' ? 'stated in the spec' : treatmentRules[treatment.reference]
  }
  if (column.name.startsWith('event.')) return 'against no event'
  const control = spec.controls.find((each) => each.name === name)
  if (control?.kind === 'category') return `against ${control.none ?? 'its most frequent level'}`
  return column.reference === 0 ? 'against zero' : 'its mean over the first fit'
}

const treatmentRules = {
  min: 'its lowest value in the first fit',
  max: 'its highest value in the first fit',
  mean: 'its mean over the first fit',
  'first-year': 'its mean over the first year',
} as const
