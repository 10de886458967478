import { beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/decision/counterfactual/outcome.js'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../../../src/decision/counterfactual/parts.js'
import { plantingOf, plantWorld, type PlantedWorld } from '../../../src/decision/planted/planted-world.js'
import { sum } from '../../../src/numeric/stats/summary.js'
import { smallFit, smallModel } from '../../support/small-market.js'

const worlds = 6

describe('a planted world', () => {
  let fitted: Outcome
  let all: PlantedWorld[]

  beforeAll(async () => {
    fitted = createOutcome(smallModel(), (await smallFit()).draws)
    const planting = plantingOf(fitted, worlds)
    all = Array.from({ length: worlds }, (_, index) => plantWorld(planting, index))
  })

  it('gives every channel every level once in three worlds, and another shape to every third world', () => {
    for (const c of [0, 1, 2]) {
      const levels = all.map((world) => world.levels[c])
      expect(levels.slice(0, 3).toSorted((a, b) => a - b)).toEqual([0, 0.5, 2])
      expect(levels.slice(3).toSorted((a, b) => a - b)).toEqual([0, 0.5, 2])
    }
    expect(all.map((world) => world.otherShape)).toEqual([false, false, true, false, false, true])
  })

  it('plants about the level times what the fit credits the channel with, and exactly nothing for a dead one', () => {
    const { contributions } = plantingOf(fitted, worlds)
    for (const { truth, levels } of all) {
      levels.forEach((level, c) => {
        const planted = sum(channelContribution(truth, c))
        if (level === 0) expect(planted).toBe(0)
        else {
          expect(planted / contributions[c] / level).toBeGreaterThan(0.4)
          expect(planted / contributions[c] / level).toBeLessThan(2.5)
        }
      })
    }
  })

  it('keeps the user’s spend, controls and history, and replaces the KPI of the window alone', () => {
    const own = smallModel()
    const [{ model }] = all
    for (const [name, values] of own.dataset.columns) {
      if (name === 'revenue') continue
      expect(model.dataset.columns.get(name)).toEqual(values)
    }
    expect(model.dataset.columns.get('revenue')?.slice(0, 4)).toEqual(own.dataset.columns.get('revenue')?.slice(0, 4))
    expect(model.kpi).toHaveLength(own.kpi.length)
    expect(model.kpi).not.toEqual(own.kpi)
    expect(model.channels.map(({ level, scale }) => [level, scale])).toEqual(
      own.channels.map(({ level, scale }) => [level, scale]),
    )
  })

  it('has noise of the size that the fit found', () => {
    for (const { model, truth } of all) {
      const mean = fittedMean(truth)
      const sigma = truth.draws.values[truth.model.layout.sigma]
      const rho = truth.draws.values[truth.model.layout.correlation]
      const shocks = model.kpi
        .slice(1)
        .map((kpi, i) => kpi - mean[i + 1] - rho * (model.kpi[i] - mean[i]))
        .map((shock) => shock / sigma)
      const spread = Math.sqrt(shocks.reduce((total, shock) => total + shock * shock, 0) / shocks.length)
      expect(spread).toBeGreaterThan(0.7)
      expect(spread).toBeLessThan(1.35)
    }
  })

  it('depends on the seed and its number alone', () => {
    const again = plantWorld(plantingOf(fitted, worlds), 1)
    expect(again.model.kpi).toEqual(all[1].model.kpi)
    expect(all[2].model.kpi).not.toEqual(all[1].model.kpi)
  })
})
