import { describe, expect, it } from 'vitest'
import { editPlan } from '../../../src/decision/plan/edit-plan.js'

const plan = {
  window: { from: 10, to: 14 },
  spend: new Map([
    ['tv', Float64Array.of(10, 0, 30, 0)],
    ['search', Float64Array.of(5, 5, 5, 5)],
    ['radio', new Float64Array(4)],
  ]),
}
const spendOf = (edited: typeof plan | ReturnType<typeof editPlan>, name: string) => [...edited.spend.get(name)!]

describe('editPlan(plan, edits)', () => {
  it('scales a channel, or brings it to an amount along its own pattern', () => {
    expect(spendOf(editPlan(plan, [{ kind: 'scale', channel: 'tv', factor: 1.5 }]), 'tv')).toEqual([15, 0, 45, 0])
    expect(spendOf(editPlan(plan, [{ kind: 'set', channel: 'tv', amount: 80 }]), 'tv')).toEqual([20, 0, 60, 0])
  })

  it('spends an amount evenly on a channel that had nothing', () => {
    expect(spendOf(editPlan(plan, [{ kind: 'set', channel: 'radio', amount: 8 }]), 'radio')).toEqual([2, 2, 2, 2])
  })

  it('moves money and keeps the total', () => {
    const moved = editPlan(plan, [{ kind: 'shift', amount: 10, from: 'search', to: 'tv' }])
    expect(spendOf(moved, 'search')).toEqual([2.5, 2.5, 2.5, 2.5])
    expect(spendOf(moved, 'tv')).toEqual([12.5, 0, 37.5, 0])
  })

  it('pauses the periods of a span that lie in the window, and leaves the first plan as it was', () => {
    const paused = editPlan(plan, [{ kind: 'pause', channel: 'search', span: { from: 0, to: 12 } }])
    expect(spendOf(paused, 'search')).toEqual([0, 0, 5, 5])
    expect(spendOf(plan, 'search')).toEqual([5, 5, 5, 5])
  })

  it('makes changes one after the other', () => {
    const edited = editPlan(plan, [
      { kind: 'scale', channel: 'tv', factor: 2 },
      { kind: 'shift', amount: 80, from: 'tv', to: 'radio' },
    ])
    expect(spendOf(edited, 'tv')).toEqual([0, 0, 0, 0])
    expect(spendOf(edited, 'radio')).toEqual([20, 20, 20, 20])
  })

  it.each([
    [
      { kind: 'scale', channel: 'tvv', factor: 1 },
      '`tvv` is no paid channel of the plan (tv, search, radio). Did you mean `tv`?',
    ],
    [{ kind: 'scale', channel: 'tv', factor: -1 }, 'A plan needs the factor of tv to be at least 0, not -1.'],
    [{ kind: 'set', channel: 'tv', amount: NaN }, 'A plan needs the spend on tv to be at least 0, not NaN.'],
    [
      { kind: 'shift', amount: 21, from: 'search', to: 'tv' },
      "search spends 20 over the window, so 21 can't be shifted from it.",
    ],
    [{ kind: 'shift', amount: 1, from: 'tv', to: 'tv' }, "Money can't be shifted from tv to itself."],
    [{ kind: 'pause', channel: 'tv', span: { from: 0, to: 10 } }, "The pause of tv lies outside the plan's window."],
  ] as const)('refuses %j in one sentence', (edit, message) => {
    expect(() => editPlan(plan, [edit])).toThrow(message)
  })
})
