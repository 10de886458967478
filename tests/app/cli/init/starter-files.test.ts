import { describe, expect, it } from 'vitest'
import { starterFiles } from '../../../../src/app/cli/init/starter-files.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../../../src/data/table/assemble-dataset.js'
import { buildModel } from '../../../../src/model/design/build-model.js'
import { columnUses } from '../../../../src/model/spec/column-uses.js'
import { parseSpec } from '../../../../src/model/spec/parse-spec.js'

const files = starterFiles()
const yaml = files.get('model.yaml') as string
const table = readTable(files.get('data.csv') as string, { file: 'data.csv' })

describe('starterFiles()', () => {
  it('holds a spec and the data it names, which make a model as they stand', () => {
    expect([...files.keys()]).toEqual(['model.yaml', 'data.csv'])
    const spec = parseSpec(yaml, { file: 'model.yaml' })
    expect(spec.data.file).toBe('data.csv')
    const { date, period, weekStarts } = spec.data
    const { dataset, findings } = assembleDataset(table, {
      date,
      period,
      weekStarts,
      uses: columnUses(spec),
      missing: {},
    })
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(buildModel(spec, dataset).channels).toHaveLength(5)
  })

  it('holds only hints that work when they are uncommented', () => {
    const [prose, keys] = yaml.split(/(?=^mixwright: 1)/m)
    expect(prose).toContain('# A marketing-mix model.')
    const uncommented = keys.replaceAll(/^( *)# (?=[a-z_]+: *(\{|#|$)|  \w+: *(\{|#|$)|    - |noise:)/gm, '$1')
    const spec = parseSpec(uncommented, { file: 'model.yaml' })
    expect(spec.channels).toHaveLength(9)
    expect([spec.treatments.length, spec.controls.length, spec.events?.custom.length]).toEqual([1, 2, 1])
    expect(spec.missing).toEqual({ temperature: 'interpolate' })
  })

  it('has no line beyond 130 characters', () => {
    expect(yaml.split('\n').filter((line) => line.length > 130)).toEqual([])
  })
})
