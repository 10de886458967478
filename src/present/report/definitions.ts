import type { Summary } from '../../decision/results.js'
import { countText } from '../words/window.js'

/** A word of the report and what it means here. */
export interface Definition {
  readonly word: string
  readonly meaning: string
}

/** The words that the report of this KPI uses; units, windows and break-even points included. */
export function definitions(summary: Summary): Definition[] {
  const { window, kpi } = summary
  const tail = countText(window.tailPeriods, window.period)
  const all: (Definition & { readonly needs?: 'value' | 'margin' })[] = [
    {
      word: 'Contribution',
      meaning:
        'The fitted KPI less what it would have been with the channel’s media at zero at all times; counted in the window.',
    },
    { word: 'Baseline', meaning: 'What is left: every channel at zero, every treatment and control at its reference.' },
    {
      word: 'Carried in, carried out',
      meaning:
        'Effect in the window of media before it; effect after the window of media in it. Returns count the second, not the first.',
    },
    ...whereThereAre(summary),
    {
      word: 'Incremental',
      meaning: `Caused by the spend of the window, in it and after it (within ${tail}); slower effects on the brand are not counted.`,
    },
    {
      word: 'ROAS',
      meaning: `Incremental value in ${kpi.currency} for each ${kpi.currency} spent, before any cost. Break-even is 1 / margin.`,
      needs: 'value',
    },
    {
      word: 'ROI',
      meaning: '(margin × incremental value - spend) / spend: profit for each unit of money spent. 0 % is break-even.',
      needs: 'margin',
    },
    {
      word: 'Marginal',
      meaning: 'The same of the next small amount of spend at today’s plan, not of all spend.',
      needs: 'value',
    },
    { word: 'Profit', meaning: 'Margin × incremental value - spend.', needs: 'margin' },
    { word: 'Cost per KPI', meaning: 'Spend divided by the incremental KPI.' },
    {
      word: 'Profit-max',
      meaning: 'The spend at which expected profit is greatest, with the range in which it is within 1 % of that.',
      needs: 'margin',
    },
    {
      word: 'ROI-max',
      meaning:
        'The spend at which ROI is highest. Where returns diminish from the first unit on that is zero spend, and not a target; a spend above zero is named only where the data show an S-shaped response.',
      needs: 'margin',
    },
    {
      word: 'Break-even',
      meaning: 'The largest spend, up to ten times today’s, at which the channel pays for itself.',
      needs: 'margin',
    },
    {
      word: 'In 9 of 10 cases',
      meaning:
        'The 5 % and 95 % quantiles of the draws. The headline figure is their mean. Means add up; quantiles don’t.',
    },
    {
      word: 'Observed',
      meaning: `Spend per ${window.period} stays within what the data show. Beyond that a curve is the model’s extrapolation.`,
    },
  ]
  return all
    .filter(({ needs }) => (needs === undefined || kpi.value !== null) && (needs !== 'margin' || kpi.margin !== null))
    .map(({ word, meaning }) => ({ word, meaning }))
}

/** Words that only some reports use: of treatments, and of groups. */
function whereThereAre({ treatments, groups, window }: Summary): Definition[] {
  const elasticity = {
    word: 'Elasticity',
    meaning: `Per cent of the expected KPI for 1 % more of a treatment in every ${window.period}, at the window’s mean.`,
  }
  const group = {
    word: 'Group',
    meaning:
      'Several channels together, as the model file names them. A channel may be in several groups, so groups don’t add up.',
  }
  return [...(treatments.length === 0 ? [] : [elasticity]), ...(groups.length === 0 ? [] : [group])]
}
