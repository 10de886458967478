import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendFitLog, modelsTried, readFitLog, type LogEntry } from '../../../src/app/folder/fit-log.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

function entry(spec: string, roas: LogEntry['roas'], dataFile = 'file'): LogEntry {
  const fingerprint = { spec, data: 'data', seed: 1, version: '0.1.0' }
  return {
    time: '2026-01-02T03:04:05.000Z',
    folder: 'retailer',
    method: 'regression',
    fingerprint,
    dataFile,
    changed: null,
    roas,
  }
}

describe('readFitLog(path)', () => {
  const path = join(temporaryFolder(), 'log.jsonl')

  it('has no entries where there is no log', () => {
    expect(readFitLog(path)).toEqual([])
  })

  it('reads back what was added, oldest first, and passes over lines that are damaged', () => {
    appendFitLog(path, entry('a', { tv: 2 }))
    appendFileSync(path, '{"time": "2026\nnull\n')
    appendFitLog(path, entry('b', { tv: 3 }))
    expect(readFitLog(path)).toEqual([entry('a', { tv: 2 }), entry('b', { tv: 3 })])
  })
})

describe('modelsTried(entries, dataFile)', () => {
  it('counts different specs on the same file, the last fit of each, and how far each ROAS ranged', () => {
    const entries = [
      entry('a', { tv: 9 }),
      entry('a', { tv: 2, search: null }),
      entry('b', { tv: 3, radio: 1 }),
      entry('c', { tv: 99 }, 'other file'),
    ]
    expect(modelsTried(entries, 'file')).toEqual({
      models: 2,
      roas: [
        { channel: 'tv', low: 2, high: 3 },
        { channel: 'radio', low: 1, high: 1 },
      ],
    })
  })
})
