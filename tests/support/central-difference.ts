/** Derivative of `f` at `x` by central differences of fourth order, step relative to the size of `x`. */
export function centralDifference(f: (x: number) => number, x: number, step = 2e-4): number {
  const h = step * Math.max(1e-2, Math.abs(x))
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
}
