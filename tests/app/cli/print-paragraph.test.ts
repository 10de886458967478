import { expect, it } from 'vitest'
import { printParagraph } from '../../../src/app/cli/print-paragraph.js'

it('printParagraph(output, text) breaks between words, and leaves a word that is too long whole', () => {
  let text = ''
  const output = { write: (part: string) => void (text += part), terminal: false, columns: 12 }
  printParagraph(output, 'one two three incomprehensibilities 広告 費 end')
  expect(text).toBe('one two\nthree\nincomprehensibilities\n広告 費 end\n')
})
