import { describe, expect, it } from 'vitest'
import { withHolidays } from '../../../src/app/input/with-holidays.js'
import { buildModel } from '../../../src/model/design/build-model.js'
import { parseSpec } from '../../../src/model/spec/parse-spec.js'
import { smallDataset } from '../../support/small-model.js'

const rows = 60
const columns = {
  y: Array.from({ length: rows }, (_, t) => 100 + (t % 7)),
  x: Array.from({ length: rows }, (_, t) => 5 + (t % 4)),
}
const dataset = smallDataset({ columns })

function specWith(events: string) {
  const yaml = `mixwright: 1\nname: small\ndata: { file: small.csv, date: date, period: week }\nkpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\nevents: ${events}\n`
  return parseSpec(yaml, { file: 'small.yaml' })
}

describe('withHolidays', () => {
  it('turns date-holidays into days of the data’s years and the year after', async () => {
    const spec = await withHolidays(specWith('{ calendar: date-holidays, country: SE }'), dataset)
    const midsummer = spec.events?.custom.find(({ name }) => name === 'midsommardagen')
    expect(midsummer?.dates).toEqual(['2023-06-24', '2024-06-22', '2025-06-21'])
    expect(spec.events?.calendar).toBeNull()
    expect(buildModel(spec, dataset).linear.map((column) => column.name)).toContain('event.midsommardagen')
  })

  it('knows regions', async () => {
    const days = async (country: string) => {
      const spec = await withHolidays(specWith(`{ calendar: date-holidays, country: ${country} }`), dataset)
      return spec.events?.custom.map(({ name }) => name) ?? []
    }
    expect(await days('DE-BY')).toContain('Fronleichnam')
    expect(await days('DE')).not.toContain('Fronleichnam')
  })

  it('says which country it does not know', async () => {
    await expect(withHolidays(specWith('{ calendar: date-holidays, country: QQ }'), dataset)).rejects.toThrow(
      '`events.country` QQ is unknown to date-holidays',
    )
  })

  it('leaves other specs as they are', async () => {
    const spec = specWith('{ calendar: public, country: DE }')
    expect(await withHolidays(spec, dataset)).toBe(spec)
  })
})

it('a model refuses date-holidays that nobody resolved', () => {
  expect(() => buildModel(specWith('{ calendar: date-holidays, country: DE }'), dataset)).toThrow(
    '`events.calendar: date-holidays` must be resolved to days before the model is built',
  )
})

it('a spec with date-holidays must name a country', () => {
  expect(() => specWith('{ calendar: date-holidays }')).toThrow('must have `events.country` beside it')
})
