import type { Finding } from '../../data/table/dataset.js'
import type { Output } from './command-io.js'
import pc from 'picocolors'
import { sortFindings } from '../../data/table/finding.js'

const mostShown = 10
const severities = ['error', 'warning', 'note'] as const

/**
 * Prints findings a line each, most severe first; at most ten, then how many there are besides.
 *
 * What the spec can say to decide a finding stands on a line below it.
 */
export function printFindings(findings: readonly Finding[], output: Output): void {
  const { red, yellow, cyan, dim } = pc.createColors(output.terminal)
  const paint = { error: red, warning: yellow, note: cyan }
  const sorted = sortFindings(findings)
  for (const { severity, message, decide } of sorted.slice(0, mostShown)) {
    output.write(`${paint[severity](severity.padEnd(7))} ${message}\n`)
    if (decide !== null) output.write(`${' '.repeat(8)}${dim(`to decide it: ${decide}`)}\n`)
  }
  const hidden = sorted.slice(mostShown)
  if (hidden.length > 0) output.write(`and ${countText(hidden)} more; mixwright check --json lists them all\n`)
}

function countText(findings: readonly Finding[]): string {
  return severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(' and ')
}
