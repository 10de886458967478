import { describe, expect, it } from 'vitest'
import { refusedFit } from '../../support/refused-fit.js'
import { shopCsv, shopCsvWith, type ShopRow } from '../../support/shop-folder.js'

const place = 'shop.csv line 6, column `tv_spend`:'

describe('mixwright fit refuses cells', () => {
  it.each<[string, string, string]>([
    ['of text', 'lots', `${place} \`lots\` is not a number.`],
    [
      'that are empty',
      '',
      `${place} the cell is empty, which is not zero; fill it, or write \`missing: { tv_spend: zero }\` in the spec.`,
    ],
    ['that are infinite', 'Infinity', `${place} \`Infinity\` is not a finite number.`],
    ['beyond what a number can hold', '1e999', `${place} \`1e999\` is not a finite number.`],
    ['of negative spend', '-5', `${place} spend must be at least 0, not -5 (\`channels.tv.spend\`).`],
    ['with grouped thousands', '"1,234"', `${place} \`1,234\` has grouped thousands; write 1234.`],
    [
      'with a decimal comma',
      '"1,5"',
      `${place} \`1,5\` has a decimal comma, which only semicolons between the cells allow; write 1.5.`,
    ],
    ['with a unit', '5%', `${place} \`5%\` is not a number; write the number alone.`],
  ])('%s', async (_, cell, message) => {
    expect(await refusedFit({ csv: shopCsvWith(4, 2, cell) })).toEqual([message])
  })

  it('of the KPI that are empty in the middle', async () => {
    expect(await refusedFit({ csv: shopCsvWith(30, 1, '') })).toEqual([
      'shop.csv line 32, column `revenue`: the KPI is empty between rows where it is known; fill it, or write `missing: { revenue: interpolate }` in the spec.',
    ])
  })
})

describe('mixwright fit refuses a table', () => {
  const column = (index: 1 | 2 | 4, value: (row: ShopRow) => string) =>
    shopCsv((rows) =>
      rows.map((row) => {
        row[index] = value(row)
        return row
      }),
    )

  it.each<[string, string, string]>([
    [
      'whose channel is always zero',
      column(2, () => '0'),
      'shop.csv, column `tv_spend`: spend is 0 in every row of the window; leave tv out (`channels.tv.spend`).',
    ],
    [
      'whose channel is constant',
      column(2, () => '100'),
      'shop.csv, column `tv_spend`: spend is 100 in every row of the window (`channels.tv.spend`).',
    ],
    [
      'whose channel is a copy of another',
      column(2, (row) => row[3]),
      'shop.csv, column `search_spend`: search is an exact copy of tv (`tv_spend`), and no data can tell two such channels apart; merge them or leave one out.',
    ],
    [
      'whose control is constant',
      column(4, () => '5'),
      'shop.csv, column `temperature`: the control is 5 in every row of the window (`controls.temperature.column`).',
    ],
    [
      'whose KPI is constant',
      column(1, () => '100'),
      'shop.csv, column `revenue`: the KPI is 100 in every row of the window (`kpi.column`).',
    ],
    ['without any KPI', column(1, () => ''), 'shop.csv, column `revenue`: the KPI is empty in every row.'],
    [
      'with fewer rows than parameters',
      shopCsv((rows) => rows.slice(0, 10)),
      'shop.csv: the window has 10 rows for 16 parameters; add rows, or leave out channels and controls.',
    ],
    ['without rows', shopCsv(() => []), 'shop.csv has a header but no rows.'],
    [
      'with one column',
      'week\n2024-01-01\n',
      'shop.csv line 1 must hold at least two headers with a comma, semicolon, tab or | between them, not `week`.',
    ],
    [
      'with a row longer than the header',
      shopCsv().replace('\n2024-01-29,', '\n2024-01-29,7,7,'),
      'shop.csv line 6 has 7 cells, but the header has 5. Numbers with a decimal comma need semicolons between the cells, and text with a comma needs quotes.',
    ],
    [
      'with a quote that is never closed',
      shopCsv().replace('2024-02-05', '"2024-02-05'),
      'shop.csv line 7 has an opening quote that is never closed; put the whole cell in quotes and double those inside.',
    ],
    ['that is empty', '', 'The data file shop.csv is empty.'],
  ])('%s', async (_, csv, message) => {
    expect(await refusedFit({ csv })).toEqual([message])
  })

  it('whose used header occurs twice', async () => {
    const csv = shopCsv().replace('temperature', 'tv_spend')
    expect(await refusedFit({ csv })).toContain(
      'shop.csv line 1, column `tv_spend`: the header occurs more than once; rename all but one.',
    )
  })
})
