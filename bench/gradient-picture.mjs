// node bench/gradient-picture.mjs: measures what a gradient costs and draws docs/gradient-cost.png.

import { writeFileSync } from 'node:fs'
import { chartPng } from '../dist/app/picture/chart-png.js'
import { lightTheme } from '../dist/present/chart/theme.js'
import { gradientCosts } from './sampler/gradient-cost.mjs'

const costs = gradientCosts()
const chart = {
  name: 'gradient-cost',
  title: 'What a gradient costs',
  subtitle: 'Microseconds on one core; 156 weeks, 6 channels and 21 integrated columns but for what is varied.',
  columns: 3,
  legend: [],
  panels: costs.map(({ what, points }) => ({
    title: what,
    note: '',
    description: points.map(({ size, microseconds }) => `${size}: ${microseconds.toFixed(0)}`).join(', '),
    height: 180,
    spec: specOf(points),
  })),
  table: { title: '', columns: [], rows: [] },
}
writeFileSync(new URL('../docs/gradient-cost.png', import.meta.url), await chartPng(chart))
for (const { what, points } of costs) {
  console.log(`${what}: ${points.map(({ size, microseconds }) => `${size} ${microseconds.toFixed(0)}`).join(', ')}`)
}

function specOf(points) {
  const x = { field: 'size', type: 'quantitative', title: null, axis: { tickCount: 4 } }
  const y = { field: 'microseconds', type: 'quantitative', title: null, axis: { tickCount: 4, grid: true } }
  const color = lightTheme.estimate
  return {
    width: 180,
    height: 180,
    data: { values: points },
    layer: [
      { mark: { type: 'line', color }, encoding: { x, y } },
      { mark: { type: 'circle', color, size: 40 }, encoding: { x, y } },
    ],
  }
}
