import { expect, it } from 'vitest'
import { profileColumns } from '../../../../src/app/cli/init/column-profile.js'
import { guessRoles } from '../../../../src/app/cli/init/guess-roles.js'
import { nameGuesses } from '../../../../src/app/cli/init/name-guesses.js'
import { writeSpec } from '../../../../src/app/cli/init/write-spec.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'
import { parseSpec } from '../../../../src/model/spec/parse-spec.js'

it('writeSpec(content) writes a commented spec that parses, and keeps comments on their lines', () => {
  const table = readTable('orders,tv_spend,"note\nprice: 1",flat\n1,4,x,7\n4,2,y,7\n9,5,z,7\n2,1,v,7\n', {
    file: 'a.csv',
  })
  const roles = guessRoles(profileColumns(table), Float64Array.of(0, 7, 14, 21))
  const named = nameGuesses(roles)
  const yaml = writeSpec({
    file: 'x/a.csv',
    sheet: null,
    long: null,
    date: 'week',
    period: 'week',
    currency: null,
    named,
    leftOut: [...roles.leftOut, { column: roles.controls[0].column, why: 'w' }],
  })
  expect(yaml)
    .toBe(`# Guessed from the headers of a.csv: read it through, correct it, then run \`mixwright check\` on it.
mixwright: 1
data: { file: "x/a.csv", date: week, period: week }
# currency: EUR # the currency of spend and money, as tables print it

kpi:
  column: orders
  kind: units # revenue or units
  # value: 25 # money per unit: without it there is cost per unit, but no ROAS
  # margin: 0.35 # share of the money left after variable cost: without it there is ROAS, but no ROI and no profit

# Spend says what a channel cost, media what people met of it; the medium sets what is believed of its carry-over.
channels:
  tv: { spend: tv_spend, medium: television }

controls: # what it does not decide; nothing that media move
  note_price_1: { column: "note\\nprice: 1", kind: category }

# Left out:
# - flat: it is the same in every row
# - note price: 1: w

# Everything else is left at its default; \`mixwright check\` prints them all.
`)
  expect(parseSpec(yaml, { file: 'a.yaml' }).controls[0].column).toBe('note\nprice: 1')
})
