import { expect, it } from 'vitest'
import { hoverBands, hoverColumns } from '../../../src/present/chart/hover.js'
import { lightTheme } from '../../../src/present/chart/theme.js'

it('hoverColumns keeps the axis of the other layers and is not seen until it is pointed at', () => {
  const x = { field: 't', type: 'temporal', axis: { title: null } }
  expect(hoverColumns(x, 'end', lightTheme)).toMatchObject({
    name: 'hover',
    mark: { opacity: 0 },
    encoding: { x, x2: { field: 'end' } },
  })
})

it('hoverBands covers the bands of the given axis', () => {
  const y = { field: 'key', type: 'nominal' }
  expect(hoverBands({ y }, lightTheme)).toMatchObject({ name: 'hover', encoding: { y, tooltip: { field: 'tip' } } })
})
