import { findRoot, minimiseScalar } from '../../numeric/solve/root.js'

/** A density on the line, its gradient, and its quantiles, which say where to look. */
export interface LineDensity {
  logDensityAt(u: number): number
  gradientAt(u: number): number
  quantileInU(p: number): number
}

/**
 * Mode of a density on the line, and the standard deviation that its curvature there implies.
 *
 * The highest of 64 quantiles starts a bracketed search. Where the density has a kink or no curvature at its mode
 * (Laplace), half the distance between the 16 % and 84 % quantiles stands for the standard deviation.
 */
export function unconstrainedMode(density: LineDensity): { centre: number; scale: number } {
  const grid: number[] = []
  for (let i = 0; i <= GRID; i++) grid.push(density.quantileInU((i + 0.5) / (GRID + 1)))
  const spread = 0.5 * (density.quantileInU(0.8413447460685429) - density.quantileInU(0.15865525393145707))
  let best = 0
  for (let i = 1; i <= GRID; i++) if (density.logDensityAt(grid[i]) > density.logDensityAt(grid[best])) best = i
  const low = best === 0 ? grid[0] - 3 * spread : grid[best - 1]
  const high = best === GRID ? grid[GRID] + 3 * spread : grid[best + 1]
  const centre =
    density.gradientAt(low) > 0 && density.gradientAt(high) < 0
      ? findRoot((u) => density.gradientAt(u), low, high)
      : minimiseScalar((u) => -density.logDensityAt(u), low, high).x
  const step = 1e-4 * spread
  const curvature = (density.gradientAt(centre - step) - density.gradientAt(centre + step)) / (2 * step)
  const scale = curvature > 0 ? 1 / Math.sqrt(curvature) : spread
  return { centre, scale: scale > 0.1 * spread && scale < 10 * spread ? scale : spread }
}

const GRID = 63
