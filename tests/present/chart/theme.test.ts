import { describe, expect, it } from 'vitest'
import { chartConfig, darkTheme, lightTheme, seriesColor, themePairs } from '../../../src/present/chart/theme.js'
import { contrast, labDistance, type Sight } from '../../support/colour.js'

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
])('the %s theme', (_, theme) => {
  it('has every series and every mark at 3 : 1 or more on its background, text at 4.5 : 1', () => {
    for (const color of [...theme.series, theme.estimate, theme.contrast, theme.optimum, theme.baselineEdge]) {
      expect(contrast(color, theme.background), color).toBeGreaterThanOrEqual(3)
    }
    for (const color of [theme.ink, theme.muted])
      expect(contrast(color, theme.background), color).toBeGreaterThanOrEqual(4.5)
  })

  it.each<Sight>(['full', 'protanopia', 'deuteranopia', 'tritanopia'])(
    'has neighbours far apart to the eye with %s',
    (sight) => {
      theme.series.forEach((color, index) => {
        const next = seriesColor(theme, index + 1)
        expect(labDistance(color, next, sight), `${color} ${next}`).toBeGreaterThan(25)
      })
    },
  )

  it('has estimate and contrast far apart to every eye', () => {
    for (const sight of ['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const) {
      expect(labDistance(theme.estimate, theme.contrast, sight)).toBeGreaterThan(30)
    }
  })

  it('uses every colour once, so that a style sheet can exchange it', () => {
    const pairs = themePairs().map(([light, dark]) => (theme === lightTheme ? light : dark))
    expect(new Set(pairs).size).toBe(pairs.length)
  })
})

it('seriesColor starts again after the last colour', () => {
  expect(seriesColor(lightTheme, 12)).toBe(lightTheme.series[0])
})

it('chartConfig draws on nothing, so that the page shows through', () => {
  expect(chartConfig(lightTheme)).toMatchObject({ background: 'transparent', aria: false })
})
