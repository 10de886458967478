/** The deterministic stream that golden values of the diagnostics were made from, in any language: s <- (1664525 s + 1013904223) mod 2^32. */
export class ReferenceStream {
  constructor(private state: number) {}

  /** s / 2^32, in [0, 1). */
  uniform(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0
    return this.state / 4294967296
  }

  /** The sum of 12 uniform numbers less 6: mean 0, variance 1. */
  normal(): number {
    let sum = 0
    for (let i = 0; i < 12; i++) sum += this.uniform()
    return sum - 6
  }

  /** x_t = phi x_{t-1} + normal, from 0. */
  autoregression(phi: number, length: number): Float64Array {
    let x = 0
    return Float64Array.from({ length }, () => (x = phi * x + this.normal()))
  }
}
