import { describe, expect, it } from 'vitest'
import { bundleRuntime } from '../../../scripts/build-runtime.mjs'
import { reportCharts } from '../../../src/present/chart/report-charts.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { packCharts } from '../../../src/present/report/pack-charts.js'
import { unpackCharts } from '../../../scripts/report-runtime/unpack-charts.js'
import { projectText } from '../../support/project-files.js'
import { reportFixture } from '../../support/report-fixture.js'

const markets = [{ organic: ['PR'] }, { margin: null }, { valued: false, channels: ['tv'] }]

/** Every operator type and every function that any chart of any kind of market uses. */
async function uses(): Promise<{ types: Set<string>; functions: Set<string> }> {
  const types = new Set<string>()
  const functions = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, id, callee } = node as { type?: unknown; id?: unknown; callee?: { name: string } }
    if (typeof type === 'string' && id !== undefined) types.add(type)
    if (callee !== undefined) functions.add(callee.name.replace(/^_/, ''))
    Object.values(node).forEach(walk)
  }
  for (const market of markets) {
    const specs = reportCharts(reportFixture(market), lightTheme).flatMap(({ panels }) =>
      panels.map(({ spec }) => spec),
    )
    const unpack = unpackCharts(await packCharts(specs))
    specs.forEach((_, index) => walk(unpack(index)))
  }
  return { types, functions }
}

describe('the report’s runtime', () => {
  it('has every transform and function that a chart uses', async () => {
    const { types, functions } = await uses()
    const transforms = namesIn('transforms.ts', /^ {2}(\w+),$/gm)
    expect([...types].filter((type) => type !== 'operator' && !transforms.has(type))).toEqual([])
    const known = new Set([...namesIn('functions.ts', /^ {2}(\w+)[,:(]/gm), ...interpreted])
    expect([...functions].filter((name) => !known.has(name))).toEqual([])
  })

  it('evaluates no text as code, loads nothing, and can stand in a script element', async () => {
    const runtime = await bundleRuntime()
    expect(runtime).not.toMatch(/\beval\(|\bnew Function\b|[^.\w]Function\(|\bimport\(|XMLHttpRequest|\bfetch\(/)
    expect(runtime).not.toMatch(/<\/script|<!--/i)
    expect(runtime).toContain('University of Washington')
    expect(runtime.length).toBeLessThan(300_000)
  })
})

/** Functions of vega-interpreter itself that do not need the report's own. */
const interpreted = [
  'abs',
  'ceil',
  'clamp',
  'floor',
  'if',
  'indexof',
  'isFinite',
  'isNaN',
  'join',
  'length',
  'max',
  'min',
  'replace',
  'round',
  'substring',
  'toString',
  'year',
]

function namesIn(file: string, pattern: RegExp): Set<string> {
  return new Set([...projectText(`scripts/report-runtime/${file}`).matchAll(pattern)].map(([, name]) => name))
}
