import { InputError } from '../../check/errors.js'
import { leastSquares } from '../../numeric/linalg/least-squares.js'
import { matrixColumn, matrixFromColumns } from '../../numeric/linalg/matrix.js'
import { conditionNumber, varianceInflation } from '../../numeric/regression/collinearity.js'
import type { LinearDesign } from './linear-design.js'

/** Beyond it the normal equations of ml-regression have no digits left, and the coefficients no meaning. */
const LARGEST_CONDITION = 1e7
/** A KPI that is fitted to within this share of its sum of squares leaves no noise to estimate. */
const EXACT = 1e-22

/**
 * Refuses a regression that has no unique answer, naming the columns that say the same.
 *
 * @throws InputError for fewer rows than a fit with noise needs, columns that are linear combinations of others or nearly so, and a KPI
 * that the columns reproduce exactly.
 */
export function auditLinearDesign({ names, x, y }: LinearDesign): void {
  if (x.rows <= x.cols) {
    throw new InputError(
      `Least squares needs more periods than columns; there are ${x.rows} periods and ${x.cols} columns.`,
    )
  }
  const fit = leastSquares(x, y)
  if (fit.aliased.length > 0) {
    const sentences = fit.aliased.map((column) => aliasSentence({ names, x }, column, fit.aliased))
    throw new InputError(sentences.map((message) => ({ path: '', message })))
  }
  const condition = conditionNumber(x)
  if (condition > LARGEST_CONDITION) {
    const inflation = varianceInflation(x)
    const involved = names.filter((_, j) => (inflation[j] ?? 0) > LARGEST_CONDITION)
    const which = involved.length > 0 ? involved : names
    throw new InputError(
      `Columns ${listed(which)} are so nearly linear combinations of each other that least squares can't tell them apart (condition number ${condition.toExponential(1)}, at most 1e7); take one out or measure it about its mean.`,
    )
  }
  const size = y.reduce((sum, value) => sum + value * value, 0)
  if (fit.residualSumOfSquares <= EXACT * size) {
    throw new InputError(
      `The columns ${listed(names)} reproduce the KPI exactly, so there is no noise to estimate; a column must have been computed from the KPI.`,
    )
  }
}

function aliasSentence(
  { names, x }: Pick<LinearDesign, 'names' | 'x'>,
  column: number,
  aliased: readonly number[],
): string {
  const target = matrixColumn(x, column)
  if (target.every((value) => value === 0)) {
    return `Column ${names[column]} is 0 in every period of the fit window; take it out.`
  }
  const others = names.map((_, j) => j).filter((j) => !aliased.includes(j))
  const columns = others.map((j) => matrixColumn(x, j))
  const { coefficients } = leastSquares(matrixFromColumns(columns), target)
  const size = largest(target)
  const spanning = others.filter((_, i) => Math.abs(coefficients[i]) * largest(columns[i]) > 1e-8 * size)
  return `Column ${names[column]} is a linear combination of ${listed(spanning.map((j) => names[j]))} in the fit window, so their effects can't be told apart; take one of them out.`
}

function largest(column: Float64Array): number {
  return column.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}
