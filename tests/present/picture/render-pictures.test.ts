import { expect, it } from 'vitest'
import { renderPictures } from '../../../src/present/picture/render-pictures.js'
import { reportFixture } from '../../support/report-fixture.js'

it('renderPictures draws every chart of the report', async () => {
  const pictures = await renderPictures(reportFixture({ channels: ['tv'] }))
  expect(pictures.map(({ name }) => name)).toEqual([
    'actual-fitted',
    'contributions',
    'waterfall',
    'returns',
    'response-curves',
    'trade-off-budget',
    'trade-off-1-tv',
    'adstock',
    'holdout',
    'residuals',
    'innovations',
    'prior-beliefs',
  ])
  for (const { svg } of pictures) expect(svg).toMatch(/^<svg .*<\/svg>$/s)
})
