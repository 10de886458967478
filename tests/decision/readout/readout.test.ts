import { expect, it } from 'vitest'
import { buildReadout } from '../../../src/decision/readout/readout.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { smallFit } from '../support/small-fit.js'

it('buildReadout has years and quarters of the window, and no drivers where there are not two full years', () => {
  const { drivers, byYear, byQuarter } = buildReadout(analyseFit(smallFit(), { from: 0, to: 40 }))
  expect(drivers).toBeNull()
  expect(byYear.spans.map(({ label }) => label)).toEqual(['2023'])
  expect(byQuarter?.spans.map(({ label }) => label)).toEqual(['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'])
})
