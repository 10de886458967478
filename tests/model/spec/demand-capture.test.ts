import { expect, it } from 'vitest'
import { looksLikeDemandCapture } from '../../../src/model/spec/demand-capture.js'

it('looksLikeDemandCapture(name) knows brand search, retargeting and affiliates by name', () => {
  const yes = ['brand_search', 'Paid Search - Brand', 'brandSEM', 'Retargeting', 're-marketing display', 'affiliates']
  const no = ['search', 'generic search', 'non-brand search', 'nonbrand_sem', 'brand tv', 'affiliated', 'display']
  expect(yes.filter((name) => !looksLikeDemandCapture(name))).toEqual([])
  expect(no.filter(looksLikeDemandCapture)).toEqual([])
})
