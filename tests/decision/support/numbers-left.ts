import type { SentenceFigure } from '../../../src/decision/results.js'

/** What is left of a sentence's digits once every figure and the fixed phrases are taken out; names of channels must have no digits. */
export function numbersLeft(sentence: string, figures: readonly SentenceFigure[]): string {
  const phrases = ['in 9 of 10 cases', 'on the next 10 %', 'within 1 %']
  // Longest first: 5 must not be taken out of 50.
  const texts = figures.map(({ text }) => text).sort((a, b) => b.length - a.length)
  let left = phrases.reduce((text, phrase) => text.replaceAll(phrase, ''), sentence)
  for (const text of texts) left = left.replace(text, '')
  return left.replace(/[^0-9]/g, '')
}
