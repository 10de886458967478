import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildSummary } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { encodeFit } from '../../../src/fit/artefact/fit-files.js'
import { logEntry, triedBeside } from '../../../src/app/folder/fit-history.js'
import { appendFitLog } from '../../../src/app/folder/fit-log.js'
import { smallFit, smallSpec } from '../../support/small-market.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const fit = await smallFit()
const other = await smallFit(smallSpec.replace('yearly: 1', 'yearly: 2'))

function entryOf(log: string, fitted: typeof fit, folder: string) {
  const summary = buildSummary(analyseFit(fitted))
  return logEntry(log, { folder, time: 0, dataFile: 'file', spec: fitted.spec, summary })
}

describe('logEntry(log, entry)', () => {
  it('does not know what changed before the first fit, nor after a fit whose folder is gone', () => {
    const log = join(temporaryFolder(), 'log.jsonl')
    const first = entryOf(log, fit, '/any/shop')
    expect(first).toMatchObject({
      time: '1970-01-01T00:00:00.000Z',
      folder: 'shop',
      method: 'regression',
      changed: null,
    })
    appendFitLog(log, first)
    expect(entryOf(log, other, '/any/shop').changed).toBeNull()
  })

  it('names the keys that changed since the last fit on the same data', () => {
    const folder = temporaryFolder()
    const log = join(folder, 'log.jsonl')
    appendFitLog(log, entryOf(log, fit, join(folder, 'shop')))
    mkdirSync(join(folder, 'shop'))
    writeFileSync(join(folder, 'shop', 'fit.json'), encodeFit(fit).json)
    expect(entryOf(log, fit, join(folder, 'shop')).changed).toEqual([])
    expect(entryOf(log, other, join(folder, 'shop')).changed).toEqual(['baseline.seasonality.yearly'])
  })
})

describe('triedBeside(log, fingerprint)', () => {
  it('counts the models on the data of a fit, and does not know of a fit that the log lacks', () => {
    const log = join(temporaryFolder(), 'log.jsonl')
    expect(triedBeside(log, fit.fingerprint)).toBeNull()
    appendFitLog(log, entryOf(log, fit, 'a'))
    appendFitLog(log, entryOf(log, other, 'b'))
    expect(triedBeside(log, fit.fingerprint)?.models).toBe(2)
    expect(triedBeside(log, { ...fit.fingerprint, spec: 'else' })).toBeNull()
  })
})
