import { expect, it } from 'vitest'
import { columnUses } from '../../../src/model/spec/column-uses.js'
import { specOf, withLine } from '../../support/spec-text.js'

it('columnUses(spec) lists every column with its role, owner, rule and path', () => {
  const spec = specOf(
    withLine(
      [
        'organic: { "own blog": visits }',
        'treatments: { price: { column: price, reference: min } }',
        'controls: { heat: "max(0, temperature - 25)", promo: { column: promo, kind: category } }',
        'missing: { tv_spend: zero, temperature: mean }',
      ].join('\n'),
    ).replace('kind: revenue', 'kind: units, value: unit_price, margin: 0.3'),
  )
  expect(columnUses(spec)).toEqual([
    { column: 'revenue', role: 'kpi', owner: 'kpi', missing: null, path: 'kpi.column' },
    { column: 'unit_price', role: 'value', owner: 'kpi', missing: null, path: 'kpi.value' },
    { column: 'tv_spend', role: 'spend', owner: 'tv', missing: 'zero', path: 'channels.tv.spend' },
    { column: 'tv_spend', role: 'media', owner: 'tv', missing: 'zero', path: 'channels.tv.media' },
    { column: 'search_spend', role: 'spend', owner: 'search', missing: null, path: 'channels.search.spend' },
    { column: 'search_spend', role: 'media', owner: 'search', missing: null, path: 'channels.search.media' },
    { column: 'visits', role: 'media', owner: 'own blog', missing: null, path: 'organic["own blog"].media' },
    { column: 'price', role: 'treatment', owner: 'price', missing: null, path: 'treatments.price.column' },
    { column: 'max(0, temperature - 25)', role: 'control', owner: 'heat', missing: null, path: 'controls.heat.column' },
    { column: 'promo', role: 'category', owner: 'promo', missing: null, path: 'controls.promo.column' },
  ])
})
