import type { Chart } from '../../src/present/chart/chart.js'

/** Rows of a data set inside a chart's specification. */
export function datasetOf(chart: Chart, name: string, panel = 0): Record<string, unknown>[] {
  const { datasets } = chart.panels[panel].spec as { datasets: Record<string, Record<string, unknown>[]> }
  return datasets[name]
}
