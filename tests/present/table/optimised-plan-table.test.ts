import { describe, expect, it } from 'vitest'
import { optimisePlan } from '../../../src/decision/optimise/optimise-plan.js'
import { planDocument } from '../../../src/decision/optimise/plan-document.js'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import { planSetting } from '../../../src/decision/plan/plan-setting.js'
import { optimisedPlanTable } from '../../../src/present/table/optimised-plan-table.js'
import { smallFit } from '../../decision/support/small-fit.js'

const fit = smallFit({
  channels:
    '\n  tv: { spend: tv_spend, media: tv_grps }\n  search: { spend: search_spend, role: demand-capture }\n  mail: { spend: sends }\n',
  groups: '{}',
})
const setting = planSetting(fit)
const tableOf = (request: PlanRequest) => optimisedPlanTable(planDocument(fit, setting, optimisePlan(setting, request)))

describe('optimisedPlanTable', () => {
  it('has a row a paid channel and their sum, with change, certainty and limits', () => {
    const { rows, columns, title } = tableOf({ lock: ['mail'] })
    expect(title).toMatch(/^Plan for the most profit, /)
    expect(rows.map(({ channel }) => channel)).toEqual(['tv', 'search', 'mail', 'all paid media'])
    expect(rows[2]).toMatchObject({ change: 0, sure: null, note: 'locked' })
    expect(rows[1].note).toContain('captures demand')
    const [tv] = rows
    expect(tv.change).toBeCloseTo((tv.spend as number) / (tv.today as number) - 1, 12)
    expect(columns.map(({ key }) => key)).toContain('limits')
  })

  it('marks what leaves history, and what is unlimited', () => {
    const table = tableOf({ within: null, budget: { kind: 'exact', money: 20_000 } })
    expect(table.rows.map(({ note }) => note).join()).toContain('beyond what history shows')
    expect(table.rows[0].limits).toBe(null)
    expect(tableOf({ objective: 'efficiency' }).title).toMatch(/^Plan for efficiency, /)
    expect(tableOf({ target: { of: 'roas', value: 1.5 }, within: 0.9 }).title).toMatch(
      /^Plan for the most outcome at a ROAS of 1\.5, /,
    )
  })
})
