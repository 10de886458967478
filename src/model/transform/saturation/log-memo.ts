import { log } from '../../../numeric/special/exp-log.js'

/** Logarithms of a series, remembered by place, so that a value and its pullback take each logarithm once. */
export class LogMemo {
  private inputs = new Float64Array(0)
  private logs = new Float64Array(0)

  /** Makes room for `rows` places. */
  reserve(rows: number): void {
    if (this.inputs.length >= rows) return
    this.inputs = new Float64Array(rows).fill(NaN)
    this.logs = new Float64Array(rows)
  }

  /** log x, looked up at place `t`. */
  at(t: number, x: number): number {
    if (this.inputs[t] === x) return this.logs[t]
    const value = log(x)
    this.inputs[t] = x
    this.logs[t] = value
    return value
  }
}
