import { expect, it } from 'vitest'
import { nameAxis, valueAxis } from '../../../src/present/chart/name-axis.js'
import { lightTheme } from '../../../src/present/chart/theme.js'

it('nameAxis keeps the order of its keys and shows what follows their number', () => {
  expect(nameAxis('key', ['1 tv', '0 tv'], lightTheme)).toMatchObject({
    field: 'key',
    scale: { domain: ['1 tv', '0 tv'] },
    axis: { labelExpr: "substring(datum.label, indexof(datum.label, ' ') + 1)", labelColor: lightTheme.ink },
  })
})

it('valueAxis has fewer ticks where it is short', () => {
  expect(valueAxis('ROI, %')).toMatchObject({ title: 'ROI, %', tickCount: { expr: 'clamp(floor(width / 80), 1, 8)' } })
})
