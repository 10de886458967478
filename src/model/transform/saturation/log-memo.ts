import { log } from '../../../numeric/special/exp-log.js'

/** Logarithms of a series, remembered by place, so that a value and its pullback take each logarithm once. */
export class LogMemo {
  private inputs = new Float64Array(0)
  private logs = new Float64Array(0)

  /** The logarithm of every entry of `a`, in an array that the next call overwrites. */
  of(a: Float64Array): Float64Array {
    if (this.inputs.length < a.length) {
      this.inputs = new Float64Array(a.length).fill(NaN)
      this.logs = new Float64Array(a.length)
    }
    const { inputs, logs } = this
    for (let t = 0; t < a.length; t++) {
      const x = a[t]
      if (inputs[t] === x) continue
      inputs[t] = x
      logs[t] = log(x)
    }
    return logs
  }
}
