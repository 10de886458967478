import { expect, it } from 'vitest'
import { analyseChannel, analyseTotal } from '../../../src/decision/analysis/channel-analysis.js'
import { closedFormResponse, hill } from '../support/closed-form-response.js'

const form = (ceiling: number): ReturnType<typeof hill> => hill(ceiling, 40, 1)

it('analyseChannel() finds the points on the channel’s own table and curve', () => {
  const analysis = analyseChannel(
    closedFormResponse({ channel: 'tv', spend: 50, draws: [form(1000)], margin: 0.5 }),
    null,
  )
  expect([analysis.name, analysis.role]).toEqual(['tv', null])
  expect(analysis.points.profitMax?.spend).toBeCloseTo(101.4213562, 6)
})

it('analyseTotal() of two equal channels has twice the spend of one at every point', () => {
  const one = analyseChannel(closedFormResponse({ channel: 'tv', spend: 50, draws: [form(1000)], margin: 0.5 }), null)
  const total = analyseTotal([one, one])
  expect([total.name, total.response.spend]).toEqual(['total', 100])
  expect(total.points.profitMax?.spend).toBeCloseTo(2 * 101.4213562, 6)
  expect(total.points.breakEven?.spend).toBeCloseTo(920, 6)
})
