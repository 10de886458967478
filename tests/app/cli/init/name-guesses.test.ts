import { expect, it } from 'vitest'
import { profileColumns } from '../../../../src/app/cli/init/column-profile.js'
import { guessRoles } from '../../../../src/app/cli/init/guess-roles.js'
import { nameGuesses } from '../../../../src/app/cli/init/name-guesses.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'

it('nameGuesses(guess) gives every part a name of its own, of at most 64 characters', () => {
  const long = `${'very_'.repeat(20)}long`
  const headers = ['sales', 'TV Spend', 'tvSpend', 'period_spend', 'tv', `${long}_spend`, '#', 'price']
  const rows = [1, 2, 3, 5].map((i) => headers.map((_, j) => (i * i * (j + 1)) % (5 + j)).join(','))
  const table = readTable([headers.join(','), ...rows].join('\n'), { file: 'a.csv' })
  const { channels, treatments, controls } = nameGuesses(
    guessRoles(profileColumns(table), Float64Array.of(0, 7, 14, 21)),
  )
  expect(channels.map(({ name }) => name)).toEqual(['tv', 'tv_2', 'period_2', 'channel'])
  expect(treatments.map(({ name }) => name)).toEqual(['price'])
  expect(controls.map(({ name }) => name)).toEqual(['tv_3', 'control'])
})
