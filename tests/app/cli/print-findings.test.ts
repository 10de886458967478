import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/data/table/dataset.js'
import { printFindings } from '../../../src/app/cli/print-findings.js'

function printed(findings: readonly Finding[], terminal = false): string {
  let text = ''
  printFindings(findings, { write: (part) => void (text += part), terminal, columns: 80 })
  return text
}

function finding(severity: Finding['severity'], message: string, decide: string | null = null): Finding {
  return { id: message, severity, message, column: null, row: null, decide }
}

describe('printFindings(findings, output)', () => {
  it('prints the most severe first, and what decides a finding below it', () => {
    const findings = [finding('note', 'c'), finding('warning', 'b', 'accept: [b]'), finding('error', 'a')]
    expect(printed(findings)).toBe('error   a\nwarning b\n        to decide it: accept: [b]\nnote    c\n')
  })

  it('prints at most ten, then how many there are besides', () => {
    const findings = Array.from({ length: 13 }, (_, i) => finding(i < 11 ? 'warning' : 'note', String(i)))
    const lines = printed(findings).trimEnd().split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[10]).toBe('and 1 warning and 2 notes more; mixwright check --json lists them all')
  })

  it('has colours on a terminal only', () => {
    expect(printed([finding('error', 'a')], true)).toContain('\u001b[31m')
    expect(printed([])).toBe('')
  })
})
