import { expect, it } from 'vitest'
import { swatch } from '../../../src/present/picture/swatch.js'

it('swatch draws each kind of mark differently, in its colour', () => {
  const marks = [
    'line',
    'dashed',
    'area',
    'column',
    'circle',
    'hollow',
    'square',
    'diamond',
    'triangle',
    'cross',
  ] as const
  const drawn = marks.map((mark) => swatch({ mark, color: '#0072b2' }))
  expect(new Set(drawn).size).toBe(marks.length)
  for (const svg of drawn) expect(svg).toContain('#0072b2')
})
