import { expect, it } from 'vitest'
import { darkTheme, lightTheme, themePairs } from '../../../src/present/chart/theme.js'
import { reportStyle } from '../../../src/present/report/style.js'
import { contrast } from '../../support/colour.js'

const style = reportStyle()

it('reportStyle exchanges every colour of a drawing in the dark', () => {
  for (const [light, dark] of themePairs()) {
    expect(style).toContain(`svg [fill="${light}"]{fill:${dark}}`)
    expect(style).toContain(`svg [stroke="${light}"]{stroke:${dark}}`)
  }
})

it('reportStyle loads nothing', () => {
  expect(style).not.toMatch(/@import|url\(|@font-face/)
})

it('reportStyle has rules for paper, for narrow screens and for the dark, and shows where the focus is', () => {
  for (const rule of [
    '@media print',
    '@page',
    'max-width:40rem',
    'prefers-color-scheme:dark',
    ':focus-visible',
    'prefers-reduced-motion',
  ]) {
    expect(style).toContain(rule)
  }
})

it('reportStyle can be read: warnings too are 4.5 : 1 on their ground', () => {
  const [light, dark] = [...style.matchAll(/--alert:(#\w+);--alert-surface:(#\w+)/g)]
  for (const [, text, surface] of [light, dark]) expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(light[1], lightTheme.background)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(dark[1], darkTheme.background)).toBeGreaterThanOrEqual(4.5)
  for (const theme of [lightTheme, darkTheme]) expect(contrast(theme.muted, theme.surface)).toBeGreaterThanOrEqual(4.5)
})
