import { logInto } from '../../../numeric/special/exp-log.js'

/** Logarithms of a series, remembered, so that a value and its pullback take each logarithm once. */
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
    let same = 0
    while (same < a.length && inputs[same] === a[same]) same++
    for (let t = same; t < a.length; t++) inputs[t] = a[t]
    logInto(a, logs, same)
    return logs
  }
}
