import { expect, it } from 'vitest'
import { xmlText } from '../../../src/present/picture/xml-text.js'

it('xmlText escapes what means something in markup, in text and in attributes', () => {
  expect(xmlText(`<a href="x" id='y'>&`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;')
})

it('xmlText takes out characters that XML forbids', () => {
  expect(xmlText('a\u0000b\u001bc\uffff')).toBe('a b c ')
  expect(xmlText('tab\tline\n')).toBe('tab\tline\n')
})
