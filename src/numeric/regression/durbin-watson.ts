/**
 * Durbin-Watson statistic Σ (e_t - e_{t-1})^2 / Σ e_t^2: near 2 without first-order correlation, below it with positive correlation.
 *
 * @param residuals in time order.
 * @returns in [0, 4]; NaN if every residual is zero.
 */
export function durbinWatson(residuals: Float64Array): number {
  let squares = 0
  let changes = 0
  for (let t = 0; t < residuals.length; t++) {
    squares += residuals[t] * residuals[t]
    if (t > 0) changes += (residuals[t] - residuals[t - 1]) * (residuals[t] - residuals[t - 1])
  }
  return changes / squares
}
