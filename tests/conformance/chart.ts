import * as vega from 'vega'
import { expressionInterpreter } from 'vega-interpreter'
import { describe, expect, it } from 'vitest'
import type { Chart, Panel } from '../../src/present/chart/chart.js'
import { compileSpec } from '../../src/present/chart/compile-spec.js'
import { renderSvg } from '../../src/present/chart/render-svg.js'
import { textWidth } from '../../src/present/chart/text-width.js'
import { themePairs } from '../../src/present/chart/theme.js'
import { toTerminal } from '../../src/present/table/to-terminal.js'
import { sceneTexts, type PlacedText } from '../support/scene-texts.js'

/** What every chart keeps, whatever it draws; the widths are those of a phone and of a page. */
export function describeChart(chart: Chart): void {
  // Panels of one chart differ in their data alone: the first four stand for all.
  const panels = chart.panels
    .slice(0, 4)
    .map((panel, index) => [panel.title === '' ? `panel ${index + 1}` : panel.title, panel] as const)

  describe(`the chart ${chart.name}`, () => {
    it('has a name that is a file name, a title, and words for those who do not see it', () => {
      expect(chart.name).toMatch(/^[a-z0-9-]+$/)
      expect(chart.title).not.toBe('')
      expect(chart.subtitle).not.toBe('')
      for (const { description } of chart.panels) expect(description).toMatch(/\w.*\.$/s)
    })

    it('has its figures as a table, none of them missing in every row', () => {
      const { columns, rows } = chart.table
      expect(rows.length).toBeGreaterThan(0)
      for (const { key } of columns)
        expect(
          rows.some((row) => row[key] !== null && row[key] !== undefined),
          key,
        ).toBe(true)
      expect(toTerminal(chart.table)).not.toMatch(/NaN|undefined|Infinity/)
    })

    it('has a key in colours of the theme', () => {
      for (const { color, label } of chart.legend) {
        expect(themeColors.has(color), color).toBe(true)
        expect(label).not.toBe('')
      }
    })

    it.each(panels)('is sound Vega-Lite: %s', async (_, { spec }) => {
      for (const interactive of [true, false])
        expect((await compileSpec(spec, { width: 400, interactive })).warnings).toEqual([])
    })

    it.each(panels)('draws numbers and theme colours only: %s', async (_, { spec }) => {
      const svg = await renderSvg(spec, 400)
      const tags = (svg.match(/<[^>]*>/g) ?? []).join('')
      expect(tags).not.toMatch(/NaN|undefined|Infinity|null/)
      expect(tags).not.toMatch(/ style="/)
      const colors = [...tags.matchAll(/(?:fill|stroke)="(#[^"]*|[a-z]+)"/g)].map(([, color]) => color)
      expect(colors.filter((color) => color !== 'none' && !themeColors.has(color))).toEqual([])
    })

    it.each(panels)('has axis titles with units, the same live as still: %s', async (_, panel) => {
      const still = titlesIn(await textsOf(panel, 400, false))
      expect(still.length).toBeGreaterThan(0)
      expect(still.filter((title) => !hasUnit(title))).toEqual([])
      expect(titlesIn(await textsOf(panel, 400, true))).toEqual(still)
    })

    it.each(panels)('has no text on top of another at 320 and 860 pixels: %s', async (_, panel) => {
      for (const width of [320, 860]) expect(overlaps(await textsOf(panel, width, false))).toEqual([])
    })
  })
}

/** The measure of texts that the drawings use. */
const { textMetrics } = vega as unknown as { textMetrics: { width: typeof textWidth } }
textMetrics.width = textWidth

const themeColors = new Set(themePairs().map(([light]) => light))

/** Figures without a unit are ratios or counts and say so. */
function hasUnit(title: string): boolean {
  return /, (?:[kM]|bn)? ?(?:EUR|units|%|sd|weeks|days|months|quarters|years)$|, [kM] EUR$|^ROAS|^Autocorrelation$|after$/.test(
    title,
  )
}

function titlesIn(texts: readonly PlacedText[]): string[] {
  return texts.filter(({ role }) => role === 'axis-title').map(({ text }) => text)
}

async function textsOf(panel: Panel, width: number, interactive: boolean): Promise<PlacedText[]> {
  const { runtime } = await compileSpec(panel.spec, { width, interactive })
  const view = new vega.View(runtime as vega.Runtime, { renderer: 'none', expr: expressionInterpreter })
  await view.runAsync()
  const texts = sceneTexts(view)
  view.finalize()
  return texts
}

/** Pairs of different texts whose boxes share more than a hair; halos stand exactly on their own text. */
function overlaps(texts: readonly PlacedText[]): string[] {
  const hair = 2.5
  const found: string[] = []
  texts.forEach((a, index) => {
    for (const b of texts.slice(index + 1)) {
      const wide = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)
      const high = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1)
      const same = a.text === b.text && Math.abs(a.x1 - b.x1) < 5 && Math.abs(a.y1 - b.y1) < 5
      if (wide > hair && high > hair && !same) found.push(`${a.text} / ${b.text}`)
    }
  })
  return found
}
