import { expect, it } from 'vitest'
import { html, markup } from '../../../src/present/report/html.js'

// Called as a function, since a formatter may lay out the template's own text.
const strings = (...texts: string[]): TemplateStringsArray => Object.assign(texts, { raw: texts })

it('html escapes texts and takes numbers as they are', () => {
  expect(html(strings('<p title="', '">', ' ', '</p>'), '"', '<b>', 3).markup).toBe('<p title="&quot;">&lt;b&gt; 3</p>')
})

it('html takes markup, lists of markup and null as they are', () => {
  const items = ['a', '&'].map((text) => html(strings('<li>', '</li>'), text))
  const list = html(strings('<ul>', '', '', '</ul>'), items, null, markup('<hr>'))
  expect(list.markup).toBe('<ul><li>a</li><li>&amp;</li><hr></ul>')
})

it('html drops the indentation of the source, not that of values', () => {
  expect(html(strings('<p>\n      ', '\n    </p>'), 'a\n  b').markup).toBe('<p>\na\n  b\n</p>')
})
