import { describe, expect, it } from 'vitest'
import { curvesCsv } from '../../../src/app/export/curves-csv.js'

const s = (...mean: number[]) => ({ mean, median: mean, sd: mean, q05: mean, q95: mean })
const unknown = { mean: [null, 2], median: [null, 2], sd: [null, 2], q05: [null, 2], q95: [null, 2] }

describe('curvesCsv(curves)', () => {
  it('has a row a channel and multiple, and the columns of the contract', () => {
    const curve = {
      channel: 'tv',
      multiples: [0, 1],
      spend: [0, 100],
      kpi: s(0, 300),
      value: s(0, 600),
      roas: unknown,
      marginalRoas: unknown,
      roi: null,
      profit: null,
      observed: [true, false],
    }
    const [header, ...rows] = curvesCsv([curve]).trimEnd().split(/\r?\n/)
    const five = (figure: string) => ['mean', 'sd', 'q05', 'median', 'q95'].map((name) => `${figure}_${name}`)
    expect(header.split(',')).toEqual([
      'channel',
      'multiple',
      'spend',
      ...['kpi', 'value', 'roas', 'marginal_roas', 'roi', 'profit'].flatMap(five),
      'observed',
    ])
    expect(rows).toEqual([
      `tv,0,0,0,0,0,0,0,0,0,0,0,0${','.repeat(20)},true`,
      `tv,1,100,300,300,300,300,300,600,600,600,600,600,2,2,2,2,2,2,2,2,2,2${','.repeat(10)},false`,
    ])
  })
})
