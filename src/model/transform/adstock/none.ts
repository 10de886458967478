import type { Adstock } from '../transform.js'

/** No carry-over: `out[t] = x[t]`; no parameters, `length` and `before` without effect. */
export function noAdstock(): Adstock {
  return {
    kind: 'none',
    parameters: [],
    weightsInto(_parameters, _length, out) {
      for (let l = 0; l < out.length; l++) out[l] = l === 0 ? 1 : 0
    },
    applyInto(x, _before, _length, _parameters, out) {
      for (let t = 0; t < x.length; t++) out[t] = x[t]
    },
    pullback(x, _before, _length, _parameters, _adstocked, outGradient, _parametersGradient, xGradient) {
      if (xGradient !== null) for (let t = 0; t < x.length; t++) xGradient[t] = outGradient[t]
    },
  }
}
