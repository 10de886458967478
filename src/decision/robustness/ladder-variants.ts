import { periodsPerYear } from '../../data/calendar/period.js'
import { smoothLengthScale } from '../../model/design/baseline-columns.js'
import type { Model } from '../../model/design/model.js'
import { defaultSeasonality } from '../../model/spec/defaults.js'
import type { BaselineSpec, NoiseSpec, Spec } from '../../model/spec/spec.js'
import { formatNumber } from '../words/format.js'
import { VariantList, type Variants } from './variant.js'

/** Fewest periods that a smooth trend may resolve: below, it follows the noise. */
const SHORTEST_SCALE = 3

/**
 * A model under stiffer and looser baselines, one change at a time: no or a straight-line trend, a smooth trend of twice and half the length
 * scale, half and twice the yearly waves, and noise with or without memory.
 *
 * Under least squares only what it can estimate: the trend without or with a straight line, the waves, the noise.
 */
export function ladderVariants(model: Model): Variants {
  const { spec } = model
  const list = new VariantList(spec)
  addTrends(list, model)
  addSeasons(list, spec)
  addNoise(list, spec.noise)
  return list
}

function addTrends(list: VariantList, model: Model): void {
  const { spec } = model
  const { trend } = spec.baseline
  const ols = spec.fit.method === 'ols'
  if (trend !== 'linear') {
    list.add('linear-trend', 'a straight-line trend', { baseline: { ...spec.baseline, trend: 'linear' } })
  } else if (ols) {
    list.add('no-trend', 'no trend', { baseline: { ...spec.baseline, trend: 'none' } })
  }
  if (ols) {
    list.leaveOut('No smooth trend: least squares can’t learn how far it bends; use method bayes for that.')
    return
  }
  const own = smoothLengthScale(spec, model.periods + model.horizon)
  const smooth = (id: string, scale: number): void => {
    const label = `a smooth trend over ${formatNumber(scale, { digits: 2 })} ${spec.data.period}s`
    list.add(id, label, { baseline: smoothBaseline(spec.baseline, scale) })
  }
  if (trend !== 'smooth') smooth('smooth-trend', own)
  else smooth('stiffer-trend', 2 * own)
  if (trend === 'smooth' && own / 2 >= SHORTEST_SCALE) smooth('looser-trend', own / 2)
  else if (trend === 'smooth') {
    list.leaveOut(`No looser trend: over less than ${SHORTEST_SCALE} ${spec.data.period}s it would follow the noise.`)
  }
}

function smoothBaseline(baseline: BaselineSpec, lengthScale: number): BaselineSpec {
  return { ...baseline, trend: 'smooth', smooth: { ...baseline.smooth, lengthScale } }
}

function addSeasons(list: VariantList, { baseline, data: { period } }: Spec): void {
  const { seasonality } = baseline
  const { yearly } = seasonality
  const waves = (id: string, pairs: number): void => {
    const label = pairs === 0 ? 'no yearly waves' : pairs === 1 ? 'one yearly wave' : `${pairs} yearly waves`
    list.add(id, label, { baseline: { ...baseline, seasonality: { ...seasonality, yearly: pairs } } })
  }
  const most = Math.ceil(periodsPerYear[period] / 2) - 1
  if (yearly > 0) {
    waves('fewer-waves', Math.floor(yearly / 2))
    if (yearly < most) waves('more-waves', Math.min(most, 2 * yearly))
    else list.leaveOut(`No more yearly waves: ${period} data have no faster ones.`)
  } else if (seasonality.quarters) {
    list.add('no-quarters', 'no season', { baseline: withSeason(baseline, { ...seasonality, quarters: false }) })
  } else if (period === 'year') {
    list.leaveOut('No season: annual data have none.')
  } else {
    list.add('season', 'a season', { baseline: withSeason(baseline, defaultSeasonality(period, 'bayes')) })
  }
}

function withSeason(baseline: BaselineSpec, seasonality: BaselineSpec['seasonality']): BaselineSpec {
  return { ...baseline, seasonality }
}

function addNoise(list: VariantList, { kind, sigma, correlation }: NoiseSpec): void {
  if (kind === 'ar1') list.add('independent-noise', 'no AR(1) noise', { noise: { kind: 'normal', sigma, correlation } })
  else list.add('ar1-noise', 'AR(1) noise', { noise: { kind: 'ar1', sigma, correlation } })
}
