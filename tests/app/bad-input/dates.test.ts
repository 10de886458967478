import { describe, expect, it } from 'vitest'
import { refusedFit } from '../../support/refused-fit.js'
import { shopCsv, shopCsvWith, type ShopRow } from '../../support/shop-folder.js'

const days = (write: (row: number) => string) => (rows: ShopRow[]) =>
  rows.map((row, i): ShopRow => [write(i), ...tail(row)])
const tail = ([, ...rest]: ShopRow): [string, string, string, string] => rest

describe('mixwright fit refuses dates', () => {
  it.each<[string, string, string[]]>([
    ['that are missing', shopCsvWith(4, 0, ''), ['shop.csv line 6, column `week`: the date is empty.']],
    [
      'that occur twice',
      shopCsv((rows) => [...rows, rows[59]]),
      ['shop.csv lines 61 and 62, column `week`: both hold the week 2025-02-17; keep one row a week.'],
    ],
    [
      'with a gap',
      shopCsv((rows) => rows.filter((_, i) => i !== 7)),
      [
        'shop.csv line 9, column `week`: 2024-02-26 follows 2024-02-12, so the week 2024-02-19 is missing; add the rows.',
      ],
    ],
    [
      'that are unevenly spaced',
      shopCsvWith(4, 0, '2024-01-30'),
      ['shop.csv line 6, column `week`: 2024-01-30 is a Tuesday, but the other weeks are dated by a Monday.'],
    ],
    [
      'that are no dates',
      shopCsvWith(4, 0, 'soon'),
      ['shop.csv line 6, column `week`: `soon` is not a week; write it like 2024-01-29.'],
    ],
    [
      'that do not exist',
      shopCsvWith(3, 0, '2024-02-30'),
      ['shop.csv line 5, column `week`: `2024-02-30` is a day that does not exist.'],
    ],
    [
      'that can be read in two ways',
      shopCsv(days((i) => `0${1 + (i % 9)}/0${1 + ((i * 2) % 9)}/2024`)),
      [
        'shop.csv line 3, column `week`: `02/03/2024` can be read day first or month first, and no date in the column settles it; write dates like 2024-01-31.',
      ],
    ],
    [
      'of another kind of period',
      shopCsv((rows) => days((i) => `2024-01-${String(i + 1).padStart(2, '0')}`)(rows.slice(0, 31))),
      [
        'shop.csv, column `week`: most rows lie 1 day apart, so they are no weeks; write `period: day` in the spec, or add them up with `aggregate: {}`.',
      ],
    ],
  ])('%s', async (_, csv, messages) => {
    expect(await refusedFit({ csv })).toEqual(messages)
  })
})
