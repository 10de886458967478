import type { RegressionTable } from '../../numeric/regression/regression-table.js'
import { formatNumber } from '../../decision/words/format.js'
import type { Table } from './table.js'

/** The econometrician's table: a row a coefficient with classical, HC3 and Newey-West standard errors, t, p and VIF. */
export function coefficientsTable(table: RegressionTable): Table {
  const number = { unit: null, align: 'right', format: 'coefficient' } as const
  return {
    title: 'Coefficients',
    columns: [
      { key: 'term', label: 'Term', unit: null, align: 'left', format: 'text' },
      { key: 'coefficient', label: 'Coefficient', ...number },
      { key: 'standardError', label: 'Std error', ...number },
      { key: 'hc3', label: 'HC3', ...number, droppable: 2 },
      { key: 'neweyWest', label: `Newey-West (${table.neweyWestLags})`, ...number, droppable: 1 },
      { key: 't', label: 't', unit: null, align: 'right', format: 'figure' },
      { key: 'p', label: 'p', unit: null, align: 'right', format: 'p-value' },
      { key: 'vif', label: 'VIF', unit: null, align: 'right', format: 'figure', droppable: 3 },
    ],
    rows: table.names.map((term, index) => ({
      term,
      coefficient: table.coefficients[index],
      standardError: table.standardErrors[index],
      hc3: table.hc3[index],
      neweyWest: table.neweyWest[index],
      t: table.t[index],
      p: table.p[index],
      vif: table.vif[index] ?? null,
    })),
    notes: [qualityLine(table), informationLine(table), ...longRunLines(table)],
  }
}

/** Tests on the residuals and series of a regression: statistic, p, and how to read it. */
export function regressionTestsTable(table: RegressionTable): Table {
  return {
    title: 'Specification tests',
    columns: [
      { key: 'test', label: 'Test', unit: null, align: 'left', format: 'text' },
      { key: 'statistic', label: 'Statistic', unit: null, align: 'right', format: 'coefficient' },
      { key: 'p', label: 'p', unit: null, align: 'right', format: 'p-value' },
      { key: 'note', label: 'Note', unit: null, align: 'left', format: 'text' },
    ],
    rows: table.tests.map(({ name, statistic, p, note }) => ({ test: name, statistic, p, note })),
  }
}

function qualityLine({ rows, r2, adjustedR2, f, fP, sigma }: RegressionTable): string {
  const pText = fP < 0.001 ? '< 0.001' : fP.toFixed(3)
  return `n ${rows}, R2 ${r2.toFixed(4)}, adjusted R2 ${adjustedR2.toFixed(4)}, F ${formatNumber(f, { digits: 5 })} (p ${pText}), sigma ${formatNumber(sigma, { digits: 5 })}`
}

function informationLine({ logLikelihood, aic, bic, conditionNumber, correlation }: RegressionTable): string {
  const noise = correlation === null ? '' : `, AR(1) correlation ${correlation.toFixed(3)}`
  return `log-likelihood ${logLikelihood.toFixed(3)}, AIC ${aic.toFixed(2)}, BIC ${bic.toFixed(2)}, condition number ${formatNumber(conditionNumber)}${noise}`
}

function longRunLines({ longRun }: RegressionTable): string[] {
  return (longRun ?? []).map(
    ({ name, shortRun, longRun: total }) =>
      `${name}: short run ${formatNumber(shortRun, { digits: 5 })}, long run ${formatNumber(total, { digits: 5 })}`,
  )
}
