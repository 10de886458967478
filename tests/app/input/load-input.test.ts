import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandIo } from '../../../src/app/cli/command-io.js'
import type { ModelInput } from '../../../src/app/input/load-input.js'
import { loadInput, loadModel } from '../../../src/app/input/load-input.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { joinFit } from '../../../src/fit/artefact/join-fit.js'
import { fitRegression } from '../../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../../src/fit/regression/tasks.js'
import { csvText, longTable, objectRows, parquetBytes, typedTable, workbookBytes } from '../../support/data-forms.js'
import { refusal } from '../../support/refusal.js'
import { shopCsv, shopSpec } from '../../support/shop-folder.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const folder = temporaryFolder()
const output = { write: () => undefined, terminal: false, columns: 100 }
const io: CommandIo = {
  stdout: output,
  stderr: output,
  cwd: folder,
  now: () => 0,
  signal: new AbortController().signal,
}

/** Loads the shop's spec with another `data:`. */
function load(data: string): Promise<ModelInput> {
  writeFileSync(
    join(folder, 'model.yaml'),
    `${shopSpec.replace(/data: .*/, `data: ${data}`)}fit: { draws: 4, starts: 1 }\n`,
  )
  return loadInput(io, 'model.yaml')
}

/** The shop by days: KPI and media are divided among seven of them, the temperature is the same all week. */
function dailyCsv(): string {
  const [header, ...weeks] = shopCsv((rows) =>
    rows.map((row) => [row[0], row[1].replace(/\..*/, ''), row[2], row[3], row[4]]),
  )
    .trim()
    .split('\n')
  const days = weeks.flatMap((line) => {
    const [week, ...cells] = line.split(',')
    return Array.from({ length: 7 }, (_, d) => {
      const day = new Date(Date.parse(week) + d * 86_400_000).toISOString().slice(0, 10)
      const parts = cells.map((cell, c) =>
        c === 3 ? cell : String(Math.floor(Number(cell) / 7) + (d < Number(cell) % 7 ? 1 : 0)),
      )
      return [day, ...parts].join(',')
    })
  })
  return `${[header.replace('week', 'day'), ...days].join('\n')}\n`
}

const wide = (file: string): string => `{ file: ${file}, date: week, period: week }`
const long = (file: string): string =>
  `{ file: ${file}, layout: long, date: date, variable: name, value: amount, period: week }`

const forms: Record<string, string> = {
  'semicolons and decimal commas': wide('semicolons.csv'),
  'JSON rows': wide('shop.json'),
  'JSON lines': wide('shop.jsonl'),
  Parquet: wide('shop.parquet'),
  'a workbook': '{ file: shop.xlsx, sheet: Data, date: week, period: week }',
  'the long layout': long('long.csv'),
  'long Parquet': long('long.parquet'),
}

beforeAll(async () => {
  const csv = shopCsv()
  const table = typedTable(csv)
  const files: Record<string, string | Uint8Array> = {
    'shop.csv': csv,
    'semicolons.csv': csv.replaceAll(',', ';').replaceAll('.', ','),
    'shop.json': JSON.stringify(objectRows(table)),
    'shop.jsonl': objectRows(table)
      .map((row) => JSON.stringify(row))
      .join('\n'),
    'shop.parquet': parquetBytes(table),
    'shop.xlsx': await workbookBytes(table, ['Data', 'Notes']),
    'long.csv': csvText(longTable(table)),
    'long.parquet': parquetBytes(longTable(table)),
    'daily.csv': dailyCsv(),
    'weekly.csv': shopCsv((rows) => rows.map((row) => [row[0], row[1].replace(/\..*/, ''), row[2], row[3], row[4]])),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
})

describe('loadInput(io, path)', () => {
  it.each(Object.entries(forms))('reads the same dataset, to the fingerprint, from %s', async (_, data) => {
    const expected = (await load(wide('shop.csv'))).model!.dataset
    const { model, findings } = await load(data)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const { file: _file, ...dataset } = model!.dataset
    expect(dataset).toEqual({ ...expected, file: undefined })
    expect(model!.dataset.fingerprint).toBe(expected.fingerprint)
  })

  it('fits the same model to the same bits, with the same fingerprints, from CSV and from long Parquet', async () => {
    const fits = await Promise.all(
      [await load(wide('shop.csv')), await load(long('long.parquet').replace('date: date', 'date: date'))].map(
        async ({ model }) => {
          const result = await fitRegression(model!, { executor: inlineExecutor(regressionTasks) })
          return joinFit({ model: model!, result })
        },
      ),
    )
    expect(fits[1].draws.values).toEqual(fits[0].draws.values)
    expect(fits[1].fingerprint.data).toBe(fits[0].fingerprint.data)
  })

  it('adds days up to the weeks that a weekly file has', async () => {
    const weekly = (await load(wide('weekly.csv'))).model!.dataset
    const { model, findings } = await load(
      '{ file: daily.csv, date: day, period: week, aggregate: { temperature: mean } }',
    )
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(model!.dataset).toEqual({ ...weekly, file: 'daily.csv' })
  })

  it('says what is missing where days are to become weeks', async () => {
    const { findings } = await load('{ file: daily.csv, date: day, period: week, aggregate: {} }')
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'error',
        '`controls.temperature.column`: `data.aggregate` must say how the rows of a week become one value of `temperature`; write `aggregate: { temperature: mean }` (sum, mean, first, last, min or max).',
      ],
    ])
    const without = (await load('{ file: daily.csv, date: day, period: week }')).findings
    expect(without[0].message).toContain('write `period: day` in the spec, or add them up with `aggregate: {}`.')
  })

  it('hashes the data file, whatever its form', async () => {
    const hashes = [await load(wide('shop.csv')), await load(wide('shop.parquet'))].map(({ dataFile }) => dataFile)
    expect(new Set(hashes.map((hash) => hash.length))).toEqual(new Set([64]))
    expect(hashes[0]).not.toBe(hashes[1])
  })
})

describe('loadModel(io, path)', () => {
  it('throws every error in the data', async () => {
    const message = await refusal(async () => {
      await load('{ file: daily.csv, date: day, period: week }')
      return loadModel(io, 'model.yaml')
    })
    expect(message).toMatch(/^daily\.csv, column `day`: most rows lie 1 day apart/)
  })
})
