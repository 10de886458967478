import { describe, expect, it } from 'vitest'
import { recoveryTable } from '../../../src/present/table/recovery-table.js'
import { toTerminal } from '../../../src/present/table/to-terminal.js'
import { madeRecovered, madeRecovery } from '../../support/made-planted.js'

const newsletter = madeRecovered({
  name: 'newsletter',
  measure: 'share',
  dead: { worlds: 6, answer: 0.015, share: 0.015, profitable: null },
  smallest: { aboveDead: 0.027, aboveBreakEven: null, breakEven: null, largestPlanted: 0.04 },
})

describe('the table of a recovery study', () => {
  it('has a row a channel in the order of the spec, shares in columns of their own', () => {
    const { rows } = recoveryTable(madeRecovery([madeRecovered(), newsletter]))
    expect(rows).toEqual([
      {
        channel: 'tv',
        within: 0.6,
        held: '11 of 12',
        error: 0.08,
        deadShare: 0.012,
        dead: 0.312,
        profitable: '1 of 6',
        fromNothing: 0.91,
        fromBreakEven: 4.1,
        shareFromNothing: null,
      },
      {
        channel: 'newsletter',
        within: 0.6,
        held: '11 of 12',
        error: 0.08,
        deadShare: 0.015,
        dead: null,
        profitable: null,
        fromNothing: null,
        fromBreakEven: null,
        shareFromNothing: 0.027,
      },
    ])
  })

  it('leaves out columns in which nothing stands', () => {
    const keys = recoveryTable(madeRecovery()).columns.map(({ key }) => key)
    expect(keys).not.toContain('shareFromNothing')
    expect(recoveryTable(madeRecovery([newsletter])).columns.map(({ key }) => key)).not.toContain('dead')
  })

  it('fits a terminal, and says below how worlds were made and which were left out', () => {
    const table = recoveryTable({ ...madeRecovery(), leftOut: ['Not counted: world 3.'] })
    const text = toTerminal(table, { width: 100, color: (_, part) => part })
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(table.notes).toContain(
      '18 worlds with the baseline and noise of a quick fit, planted with 0, 0.5 and 2 times what that fit credits each channel with; each refitted by 2 short chains of 300 draws each.',
    )
    expect(table.notes?.at(-1)).toBe('Not counted: world 3.')
  })
})
