import { expect, it } from 'vitest'
import { haloText, labelRoom } from '../../../src/present/chart/halo-text.js'
import { lightTheme } from '../../../src/present/chart/theme.js'

it('haloText draws the outline first, in the colour of the background', () => {
  const [below, above] = haloText({ align: 'left' }, { x: { field: 'x' } }, lightTheme) as {
    mark: { color: string; strokeWidth?: number }
  }[]
  expect([below.mark.color, below.mark.strokeWidth]).toEqual([lightTheme.background, 4])
  expect([above.mark.color, above.mark.strokeWidth]).toEqual([lightTheme.ink, undefined])
})

it('labelRoom puts an unseen copy of the widest label at the end of the axis', () => {
  expect(labelRoom(['iiii', 'WW'], { field: 'x', type: 'quantitative' }, 7)).toMatchObject({
    data: { values: [{ end: 7, longest: 'WW' }] },
    mark: { type: 'text', opacity: 0 },
    encoding: { x: { field: 'end', type: 'quantitative' } },
  })
})
