import { expect, it } from 'vitest'
import { profileColumns } from '../../../../src/app/cli/init/column-profile.js'
import { guessCurrency } from '../../../../src/app/cli/init/guess-currency.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'

it('guessCurrency(columns) reads signs and codes in headers, whole words only', () => {
  const currency = (header: string) =>
    guessCurrency(profileColumns(readTable(`week,${header}\n2024-01-01,1\n`, { file: 'a.csv' })))
  expect(['Umsatz (€)', 'tv_spend_gbp', 'TV Spend ($)', 'revenue.usd', 'europe_sales', 'sales'].map(currency)).toEqual([
    'EUR',
    'GBP',
    'USD',
    'USD',
    null,
    null,
  ])
})
