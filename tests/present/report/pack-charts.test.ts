import { View, type Runtime } from 'vega'
import { expressionInterpreter } from 'vega-interpreter'
import { describe, expect, it } from 'vitest'
import { unpackCharts } from '../../../scripts/report-runtime/unpack-charts.js'
import { compileSpec } from '../../../src/present/chart/compile-spec.js'
import { reportCharts } from '../../../src/present/chart/report-charts.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { packCharts } from '../../../src/present/report/pack-charts.js'
import { reportFixture } from '../../support/report-fixture.js'

const specs = reportCharts(reportFixture({ channels: ['tv', 'search', 'radio'], periods: 30 }), lightTheme).flatMap(
  ({ panels }) => panels.map(({ spec }) => spec),
)

async function drawn(runtime: object): Promise<string> {
  const view = new View(runtime as Runtime, { renderer: 'none', expr: expressionInterpreter })
  return (await view.toSVG()).replace(/clip\d+/g, 'clip')
}

describe('packCharts', () => {
  it('packs what draws the same once it is unpacked, after a way through JSON', async () => {
    const unpack = unpackCharts(
      JSON.parse(JSON.stringify(await packCharts(specs))) as Awaited<ReturnType<typeof packCharts>>,
    )
    for (const [index, spec] of specs.entries()) {
      const { runtime } = await compileSpec(spec, { width: 600, interactive: true })
      expect(await drawn(unpack(index))).toBe(await drawn(runtime))
    }
  })

  it('compiles drawings of one kind once and stores equal data once', async () => {
    const { templates, panels, data } = await packCharts(specs)
    expect(panels).toHaveLength(specs.length)
    expect(templates.length).toBeLessThan(specs.length / 2 + 6)
    const sets = panels.reduce((sum, panel) => sum + Object.keys(panel.data).length, 0)
    expect(data.length).toBeLessThan(sets)
  })

  it('is a fraction of what it packs', async () => {
    const whole = await Promise.all(specs.map((spec) => compileSpec(spec, { width: 600, interactive: true })))
    const size = JSON.stringify(await packCharts(specs)).length
    expect(size).toBeLessThan(0.25 * JSON.stringify(whole.map(({ runtime }) => runtime)).length)
  })
})
