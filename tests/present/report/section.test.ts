import { expect, it } from 'vitest'
import { html } from '../../../src/present/report/html.js'
import { sectionHtml } from '../../../src/present/report/section.js'

it('sectionHtml has an anchor and a heading that names it', () => {
  const text = sectionHtml({ id: 'curves', heading: 'A & B', body: html`<p>x</p>` }).markup
  expect(text).toContain('<section id="curves" aria-labelledby="curves-heading">')
  expect(text).toContain('<h2 id="curves-heading">A &amp; B</h2>')
  expect(text).toContain('<p>x</p>')
})
