// npm run pictures: remakes the picture of the README, the showcase's estimates beside its truth.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root, tool } from './run.mjs'

install()
build()
const folder = mkdtempSync(join(tmpdir(), 'mixwright-pictures-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
tool('../dist/app/cli/main.js', ['fit', 'models/national-brand.yaml', '-o', join(folder, 'fit')], { stdio: 'ignore' })

const compiled = (path) => import(new URL(`../dist/${path}`, import.meta.url).href)
const { composePicture } = await compiled('present/picture/compose-picture.js')
const { chartConfig, lightTheme } = await compiled('present/chart/theme.js')
const { svgToPng } = await compiled('app/picture/svg-to-png.js')

const summary = JSON.parse(readFileSync(join(folder, 'fit', 'summary.json'), 'utf8'))
const truth = JSON.parse(readFileSync(join(root, 'datasets', 'national-brand.truth.json'), 'utf8'))
const parts = [...summary.channels.map(({ name }) => name), 'all paid media']

writeFileSync(join(root, 'docs', 'showcase.png'), svgToPng(await composePicture(showcaseChart(), lightTheme)))

function showcaseChart() {
  const { from, to, periods } = summary.window
  return {
    name: 'showcase',
    title: 'A simulated national brand: what mixwright says, beside the truth',
    subtitle: `${from} to ${to}, ${periods} weeks; lines: 9 of 10 cases. The truth comes from running the market again without each channel.`,
    columns: 2,
    legend: [
      { label: 'estimate', mark: 'circle', color: lightTheme.estimate },
      { label: 'truth', mark: 'diamond', color: lightTheme.contrast },
    ],
    panels: [panel('Contribution, M EUR', 'contribution', 1e-6), panel('Profit ROI, %', 'roi', 100)],
    table: { title: '', columns: [], rows: [] },
  }
}

function panel(title, figure, unit) {
  const rows = parts.map((part) => {
    const estimate = of(summary, part)[figure]
    return {
      part,
      mean: unit * estimate.mean,
      low: unit * estimate.q05,
      high: unit * estimate.q95,
      truth: unit * of(truth, part)[figure],
    }
  })
  const height = 44 * rows.length
  const y = { field: 'part', type: 'nominal', sort: parts, title: null, axis: { labelColor: lightTheme.ink } }
  const x = (field) => ({ field, type: 'quantitative', title: null, axis: { grid: true, tickCount: 5 } })
  return {
    title,
    note: '',
    description: title,
    height,
    spec: {
      width: 440,
      height,
      config: chartConfig(lightTheme),
      datasets: { rows },
      data: { name: 'rows' },
      layer: [
        {
          mark: { type: 'rule', strokeWidth: 3, color: lightTheme.estimate, opacity: 0.45 },
          encoding: { y, x: x('low'), x2: { field: 'high' } },
        },
        {
          mark: { type: 'point', shape: 'circle', size: 110, filled: true, opacity: 1, color: lightTheme.estimate },
          encoding: { y, x: x('mean') },
        },
        {
          mark: { type: 'point', shape: 'diamond', size: 150, filled: true, opacity: 1, color: lightTheme.contrast },
          encoding: { y, x: x('truth') },
        },
      ],
    },
  }
}

function of(results, part) {
  return part === 'all paid media' ? results.media : results.channels.find(({ name }) => name === part)
}
