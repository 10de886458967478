import { describe, expect, it } from 'vitest'
import { profileColumns } from '../../../../src/app/cli/init/column-profile.js'
import { guessRoles } from '../../../../src/app/cli/init/guess-roles.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'

/** Roles of the columns of a small weekly table; each column is given by its header and its cells. */
function roles(columns: Readonly<Record<string, readonly (string | number)[]>>) {
  const headers = Object.keys(columns)
  const rows = Array.from({ length: 6 }, (_, i) =>
    headers.map((header) => columns[header][i % columns[header].length]).join(','),
  )
  const table = readTable(`${headers.map((header) => `"${header}"`).join(',')}\n${rows.join('\n')}\n`, {
    file: 'a.csv',
  })
  const guess = guessRoles(
    profileColumns(table),
    Float64Array.from({ length: 6 }, (_, i) => 19723 + 7 * i),
  )
  return {
    kpi: [guess.kpi?.header, guess.kpiKind, guess.isKpiSure],
    channels: guess.channels.map(({ spend, media, medium }) => [spend.header, media?.header ?? null, medium]),
    organic: guess.organic.map(({ header }) => header),
    treatments: guess.treatments.map(({ column, reference }) => [column.header, reference]),
    controls: guess.controls.map(({ column, role, none }) => [column.header, role, none]),
    leftOut: Object.fromEntries(guess.leftOut.map(({ column, why }) => [column.header, why])),
    capture: guess.channels.filter(({ isDemandCapture }) => isDemandCapture).map(({ spend }) => spend.header),
  }
}

const some = [3, 1, 4, 1, 5, 9]
const more = [2, 7, 1, 8, 2, 8]

describe('guessRoles', () => {
  it('pairs spend with the best measure of the same channel’s exposure', () => {
    const found = roles({ sales: some, tv_spend: more, tv_spots: some, tv_grps: more, radio_cost: some })
    expect(found.channels).toEqual([
      ['tv_spend', 'tv_grps', 'television'],
      ['radio_cost', null, 'radio'],
    ])
    expect(found.leftOut).toEqual({ tv_spots: 'another measure of tv' })
  })

  it('takes the clearest outcome, and leaves the others out', () => {
    const found = roles({ orders: some, Revenue: more, tv_spend: some })
    expect(found.kpi).toEqual(['Revenue', 'revenue', true])
    expect(found.leftOut.orders).toContain('another outcome')
    expect(roles({ bookings: some, tv_spend: more }).kpi).toEqual(['bookings', 'units', true])
    expect(roles({ deposits: some, tv_spend: more }).kpi).toEqual(['deposits', 'revenue', false])
  })

  it('takes columns that name media for spend where no header says spend, and x1, x2 for want of those', () => {
    expect(roles({ y: some, Advertising: more }).channels).toEqual([['Advertising', null, null]])
    expect(roles({ y: some, facebook: more, temperature: some }).channels).toEqual([['facebook', null, 'social']])
    expect(roles({ y: some, x1: more, x2: some }).channels.map(([header]) => header)).toEqual(['x1', 'x2'])
    expect(roles({ y: some, temperature: more }).channels).toEqual([])
  })

  it('leaves out what media work through, rates, sums, indices and parts of the date', () => {
    const { leftOut } = roles({
      sales: some,
      tv_spend: more,
      radio_spend: some,
      print_spend: more,
      total_spend: some,
      website_visits: more,
      search_cpc: some,
      t: [0, 1, 2, 3, 4, 5],
      month: [1, 1, 1, 1, 2, 2],
      dayofyear: [5, 12, 19, 26, 33, 40],
      flat: [7],
      gaps: [1, '', 2, 3, 4, 6],
    })
    expect(Object.keys(leftOut).sort()).toEqual([
      'dayofyear', 'flat', 'gaps', 'month', 'search_cpc', 't', 'total_spend', 'website_visits',
    ]) // prettier-ignore
    expect(leftOut.gaps).toBe('1 of its cells is empty: fill them, or use it and say how under `missing`')
  })

  it('tells treatments from controls, and competitors’ from one’s own', () => {
    const found = roles({
      sales: some,
      tv_spend: more,
      price: some,
      promo_depth: [0, 0, 0.2, 0, 0, 0.1],
      competitor_price: more,
      temperature: [-3, 2, 8, 9, 12, 4],
      strike: [0, 0, 1, 0, 0, 0],
      other: more,
    })
    expect(found.treatments).toEqual([
      ['price', 'mean'],
      ['promo_depth', 0],
    ])
    expect(found.controls).toEqual([
      ['competitor_price', 'confounder', null],
      ['temperature', 'confounder', null],
      ['strike', 'precision', null],
      ['other', null, null],
    ])
  })

  it('makes a category of a text of few levels, its usual one or none-like one meaning nothing', () => {
    const found = roles({
      sales: some,
      tv_spend: more,
      events: ['na', 'sale', 'na', 'fair', 'na', 'na'],
      state_of_shop: ['open', 'open', 'open', 'open', 'open', 'closed'],
      shelf: ['a', 'b', 'a', 'b', 'a', 'b'],
      region: ['n', 's', 'n', 's', 'n', 's'],
    })
    expect(found.controls).toEqual([
      ['events', null, 'na'],
      ['shelf', null, null],
    ])
    expect(Object.keys(found.leftOut)).toEqual(['state_of_shop', 'region'])
  })

  it('knows organic media and channels that capture demand by their names', () => {
    const found = roles({ sales: some, brand_search_spend: more, newsletter: some, email_sends: more })
    expect(found.organic).toEqual(['newsletter', 'email_sends'])
    expect(found.capture).toEqual(['brand_search_spend'])
  })

  it('takes no column of negative numbers for spend', () => {
    const found = roles({ sales: some, tv_spend: more, radio_spend: [1, -1, 2, 3, 4, 5] })
    expect(found.channels).toHaveLength(1)
    expect(found.leftOut.radio_spend).toBe('it looks like spend, but has negative numbers')
  })
})
