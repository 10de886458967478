import { expect, it } from 'vitest'
import { staticSvg } from '../../../src/present/report/static-svg.js'

it('staticSvg scales with its box, has ids of its own and short numbers', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" class="marks" width="320" height="200" viewBox="0 0 320 200">' +
    '<g clip-path="url(#clip0)"><path d="M1.23456,2L3,4.999Z" opacity="0.05" transform="translate(0,0)"/></g>' +
    '<text font-family="Inter" transform="translate(10.55555,2)">1.23456</text>' +
    '<defs><clipPath id="clip0"><rect x="0" y="0" width="10" height="10"/></clipPath></defs></svg>'
  expect(staticSvg(svg, 'p7')).toBe(
    '<svg width="320" aria-hidden="true" focusable="false" viewBox="0 0 320 200">' +
      '<g clip-path="url(#p7-0)"><path d="M1.2,2L3,5Z" opacity="0.05"/></g>' +
      '<text transform="translate(10.6,2)">1.23456</text>' +
      '<defs><clipPath id="p7-0"><rect x="0" y="0" width="10" height="10"/></clipPath></defs></svg>',
  )
})

it('staticSvg leaves texts alone, whatever they look like', () => {
  const svg = '<svg width="1" height="1"><text>class="x" opacity="1" url(#clip) 1.23456</text></svg>'
  expect(staticSvg(svg, 'p0')).toContain('<text>class="x" opacity="1" url(#clip) 1.23456</text>')
})

it('staticSvg says the style of neighbours once, and leaves opacity where it is', () => {
  const line = (x: number, color: string): string =>
    `<line x2="${x}" stroke="${color}" stroke-width="1" opacity="0.6"/>`
  const svg = `<svg width="10" height="5"><g>${line(1, '#111')}${line(2, '#111')}${line(3, '#222')}<text fill="#333">a &lt; b</text></g></svg>`
  expect(staticSvg(svg, 'p')).toContain(
    '<g><g stroke="#111" stroke-width="1"><line x2="1" opacity="0.6"/><line x2="2" opacity="0.6"/></g>' +
      '<line x2="3" stroke="#222" stroke-width="1" opacity="0.6"/><text fill="#333">a &lt; b</text></g>',
  )
})
