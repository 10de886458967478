import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { extendModel } from '../../../src/decision/forecast/extend-model.js'
import { readPlan } from '../../../src/decision/plan/read-plan.js'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { smallFit } from '../support/small-fit.js'

// 60 weeks from Monday 2023-01-02 to 2024-02-19; paid channels tv and search, organic newsletter.
const { model } = outcomeOf(smallFit())
const plan = (text: string) => readPlan(readTable(text, { file: 'plan.csv' }), model)

describe('readPlan(table, model)', () => {
  it('reads the wide form in any order of rows and columns', () => {
    const { window, spend } = plan('period,search,tv\n2023-01-16,3,30\n2023-01-09,2,20\n')
    expect(window).toEqual({ from: 1, to: 3 })
    expect(spend).toEqual(
      new Map([
        ['tv', Float64Array.of(20, 30)],
        ['search', Float64Array.of(2, 3)],
      ]),
    )
  })

  it('reads the long form, and decimal commas between semicolons', () => {
    const text = 'period;channel;spend\n2023-01-02;tv;1,5\n2023-01-02;search;0\n'
    expect(plan(text).spend.get('tv')).toEqual(Float64Array.of(1.5))
  })

  it('takes the data’s own header for the periods, and periods after the last row', () => {
    const { window } = plan('date,tv,search\n2024-02-19,1,1\n2024-02-26,1,1\n2024-03-04,1,1\n')
    expect(window).toEqual({ from: 59, to: 62 })
  })

  it('reads periods as far ahead against a model that is itself continued', () => {
    const longer = extendModel(model, 80).model
    const text = 'period,tv,search\n2025-02-17,1,1\n'
    expect(readPlan(readTable(text, { file: 'plan.csv' }), longer).window).toEqual({ from: 111, to: 112 })
    expect(() => readPlan(readTable(text.replace('17', '24'), { file: 'plan.csv' }), longer)).toThrow(
      'no further than 2025-02-17',
    )
  })

  it.each([
    ['week,tv,search\n2023-01-02,1,1\n', 'plan.csv must have a column `period`; it has `week`, `tv`, `search`.'],
    ['period,tv\n2023-01-02,1\n', 'plan.csv has no spend for search; a plan has every paid channel, 0 for none.'],
    [
      'period,tv,serch\n2023-01-02,1,1\n',
      'plan.csv, column `serch`: `serch` is no paid channel of the model (tv, search). Did you mean `search`?',
    ],
    [
      'period,tv,search,newsletter\n2023-01-02,1,1,1\n',
      'plan.csv, column `newsletter`: newsletter is an organic channel; nobody pays for it, so a plan has no spend for it.',
    ],
    ['period,tv,search,tv\n2023-01-02,1,1,1\n', 'plan.csv has two columns `tv`.'],
    ['period,tv,search\n2023-01-02,-5,1\n', 'plan.csv line 2, column `tv`: spend must be at least 0, not -5.'],
    ['period,tv,search\n2023-01-02,,1\n', 'plan.csv line 2, column `tv`: the spend is missing; write 0 for none.'],
    ['period,tv,search\n2023-01-02,much,1\n', 'plan.csv line 2, column `tv`: `much` is not a number.'],
    ['period,tv,search\n2023-01-02,"1,000",1\n', '`1,000` has grouped thousands; write 1000.'],
    [
      'period,tv,search\n2023-01-02,1,1\n2023-01-02,2,2\n',
      'plan.csv lines 2 and 3: both hold 2023-01-02; a plan has one spend for each.',
    ],
    [
      'period,tv,search\n2023-01-02,1,1\n2023-01-16,2,2\n',
      'plan.csv has no spend for 2023-01-09; a plan has every paid channel in every period from the first to the last, 0 for none.',
    ],
    [
      'period,tv,search\n2023-01-04,1,1\n',
      'plan.csv line 2, column `period`: 2023-01-04 is a Wednesday, but the weeks of the model begin on a Monday; write 2023-01-02.',
    ],
    [
      'period,tv,search\nspring,1,1\n',
      'plan.csv line 2, column `period`: `spring` is not a week; write it like 2024-01-29.',
    ],
    [
      'period,tv,search\n2022-12-26,1,1\n',
      'plan.csv line 2, column `period`: 2022-12-26 lies before the fit window, which begins with 2023-01-02',
    ],
    [
      'period,tv,search\n2025-02-24,1,1\n',
      '2025-02-24 lies more than a year after the last week of the fit, 2024-02-19; a forecast reaches no further than 2025-02-17.',
    ],
    [
      'period,channel,spend\n2023-01-02,tv,1\n2023-01-02,tv,2\n2023-01-02,search,1\n',
      'plan.csv lines 2 and 3: both hold tv in 2023-01-02; a plan has one spend for each.',
    ],
    [
      'period,channel,spend\n2023-01-02,tv,1\n2023-01-02,search,1\n2023-01-09,tv,1\n',
      'plan.csv has no spend for search in 2023-01-09;',
    ],
    [
      'period,channel,spend\n2023-01-02,tv,1\n2023-01-02,radio,1\n',
      'plan.csv line 3, column `channel`: `radio` is no paid channel of the model (tv, search).',
    ],
    [
      'period,channel,spend,note\n2023-01-02,tv,1,x\n',
      'plan.csv has a column `note`; a long plan has `period`, `channel` and `spend`.',
    ],
  ])('refuses %j in one sentence', (text, message) => {
    expect(() => plan(text)).toThrow(message)
  })

  it('names five bad cells and counts the rest', () => {
    const rows = Array.from(
      { length: 8 },
      (_, t) => `2023-0${t < 4 ? 1 : 2}-${['02', '09', '16', '23', '06', '13', '20', '27'][t]},-1,1`,
    )
    expect(() => plan(`period,tv,search\n${rows.join('\n')}\n`)).toThrow('plan.csv has 3 more such cells.')
  })
})
