import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeNotebooks, installNotebooks, notebookNames } from '../../scripts/run-notebooks.mjs'
import { codeCells, joined, readNotebook, type Notebook, type NotebookOutput } from '../support/notebook.js'

const folder = mkdtempSync(join(tmpdir(), 'executed-'))

beforeAll(() => {
  installNotebooks()
  executeNotebooks(notebookNames(), { to: 'notebook', output: folder })
})

afterAll(() => rmSync(folder, { recursive: true }))

const executed = (name: string): Notebook => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Notebook

/** The one result of a cell. */
function resultOf(notebook: Notebook, id: string): NotebookOutput {
  const { outputs = [] } = codeCells(notebook).find((cell) => cell.id === id)!
  expect(outputs).toHaveLength(1)
  return outputs[0]
}

/** Header and rows of the HTML table that a cell shows. */
function tableOf(notebook: Notebook, id: string): string[][] {
  const html = joined(resultOf(notebook, id).data?.['text/html'])
  return html
    .split('<tr>')
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell]) => cell))
}

/** The one sentence that a cell says. */
function saidBy(notebook: Notebook, id: string): string {
  return /^<p>([^<]+)<\/p>$/.exec(joined(resultOf(notebook, id).data?.['text/html']))![1]
}

/** Numbers of a shown table by the name in the first column, then by header. */
function figuresOf(notebook: Notebook, id: string): Map<string, Record<string, number>> {
  const [header, ...rows] = tableOf(notebook, id)
  const figure = (cell: string): number => Number(cell.replaceAll(',', ''))
  return new Map(rows.map((row) => [row[0], Object.fromEntries(row.map((cell, at) => [header[at], figure(cell)]))]))
}

describe.each(notebookNames())('%s, executed from a clean state', (name) => {
  it('runs every cell in order, without an error or a word on the side', () => {
    const cells = codeCells(executed(name))
    expect(cells.map(({ execution_count }) => execution_count)).toEqual(cells.map((_, at) => at + 1))
    const outputs = cells.flatMap(({ outputs = [] }) => outputs)
    expect(outputs.filter(({ output_type }) => output_type !== 'display_data')).toEqual([])
    expect(codeCells(readNotebook(`notebooks/${name}`)).map(({ id }) => id)).toEqual(cells.map(({ id }) => id))
  })

  it('draws every picture as a PNG with words for those who do not see it', () => {
    const cells = codeCells(executed(name)).filter(({ source }) => joined(source).includes('await picture('))
    expect(cells.length).toBeGreaterThanOrEqual(2)
    for (const { outputs = [] } of cells) {
      const html = joined(outputs[0].data?.['text/html'])
      const [, words, base64] = /^<img alt="([^"]+)" [^>]*src="data:image\/png;base64,([^"]+)">$/.exec(html)!
      expect(words.length).toBeGreaterThan(50)
      expect(Buffer.from(base64, 'base64').subarray(1, 4).toString()).toBe('PNG')
    }
  })
})

describe('first-model.ipynb', () => {
  it('shows what its words say: gaps in the agency’s columns alone, and danfo’s sums equal to a plain loop’s', () => {
    const notebook = executed('first-model.ipynb')
    const gaps = figuresOf(notebook, 'count')
    const missing = [...gaps.values()].map((row) => row['missing days'])
    expect(missing.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0])
    expect(new Set(missing.slice(6)).size).toBe(1)
    expect(missing[6]).toBeGreaterThan(100)
    expect(saidBy(notebook, 'fill')).toBe('0 cells are missing now.')
    const [words, difference] = saidBy(notebook, 'verify').split(': ')
    expect(words).toBe('Largest relative difference')
    expect(Number(difference)).toBeLessThan(1e-12)
  })

  it('finds most of the truth, and takes outdoor for what its words say', () => {
    const compared = figuresOf(executed('first-model.ipynb'), 'envelope')
    expect([...compared.keys()]).toEqual(['tv', 'radio', 'outdoor', 'social', 'search'])
    const inside = [...compared.values()].filter(
      (row) => row.roas_q05 <= row.true_roas && row.true_roas <= row.roas_q95,
    )
    expect(inside.length).toBeGreaterThanOrEqual(4)
    const outdoor = compared.get('outdoor')!
    expect(outdoor.true_roas).toBeLessThan(2.5)
    expect(outdoor.roas_mean).toBeGreaterThan(2.5)
    expect(outdoor.roas_q05).toBeLessThan(2)
    expect(outdoor.roas_q95).toBeGreaterThan(3.5)
  })
})

describe('lydia-pinkham.ipynb', () => {
  it('shows what its words say of the three models', () => {
    const models = figuresOf(executed('lydia-pinkham.ipynb'), 'compare')
    const [simple, koyck, remembering] = [...models.values()]
    expect([...models.keys()]).toEqual(['static', 'Koyck', 'AR(1)'])
    expect(simple.return).toBeCloseTo(1.43, 1)
    expect(koyck.return).toBeCloseTo(1.37, 1)
    expect(simple.return / remembering.return).toBeGreaterThan(1.5)
    expect(simple['Durbin-Watson']).toBeLessThan(0.7)
    expect(Math.abs(remembering['after memory'] - 2)).toBeLessThan(0.3)
    expect(remembering.R2).toBeGreaterThan(Math.max(simple.R2, koyck.R2))
    expect(remembering.q95 - remembering.q05).toBeGreaterThan(simple.q95 - simple.q05)
    expect(Math.min(simple.q05, koyck.q05, remembering.q05)).toBeCloseTo(0.5, 0.7)
    expect(Math.max(simple.q95, koyck.q95, remembering.q95)).toBeCloseTo(2, 0.7)
  })
})
