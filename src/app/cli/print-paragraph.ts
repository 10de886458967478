import type { Output } from './command-io.js'
import { displayWidth } from '../../present/table/display-width.js'

/** Prints a paragraph in lines as wide as the output, broken between words. */
export function printParagraph(output: Output, text: string): void {
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > output.columns) {
      output.write(`${line}\n`)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  output.write(`${line}\n`)
}
