import { expect, it } from 'vitest'
import { driversSection } from '../../../src/present/report/drivers-section.js'
import { renderReport } from '../../../src/present/report/render-report.js'
import { driversFixture } from '../../support/readout-fixture.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext, visibleText } from '../../support/section-context.js'

const data = reportFixture({ channels: ['tv'], periods: 60 })

it('driversSection has the sentences, the waterfall and both tables', async () => {
  const section = await driversSection(sectionContext({ ...data, drivers: driversFixture() }))
  expect(section).toMatchObject({ id: 'drivers', heading: 'Why revenue changed' })
  const { markup } = section!.body
  const text = visibleText(markup).replaceAll('\u00a0', ' ')
  expect(text).toContain('Revenue was')
  expect(text).toContain('All paid media together:')
  expect(markup).toContain('id="chart-drivers"')
  expect(text).toContain('Drivers of change, 2023-08-07 to 2024-02-19 (29 weeks)')
  expect(text).toContain('By cost per unit')
  expect(text).toContain('the mean, over all six orders in which the three could have changed, of what its step adds')
})

it('driversSection says in one sentence why there is no comparison', async () => {
  const section = await driversSection(sectionContext({ ...data, drivers: null }))
  expect(visibleText(section!.body.markup)).toBe(
    'Two full years (104 weeks) are needed to say why one differs from the other, and the window has 60 weeks.',
  )
})

it('driversSection is left out of results without drivers', async () => {
  expect(await driversSection(sectionContext(data))).toBeNull()
})

it('a report with drivers has them between the answer and the fit', async () => {
  const page = await renderReport({ ...data, drivers: driversFixture() }, { runtime: 'document.title' })
  const headings = [...page.matchAll(/<h2 id="([a-z-]+)-heading">/g)].map(([, id]) => id)
  expect(headings.slice(0, 3)).toEqual(['answer', 'drivers', 'fit'])
})
