import type { Saturation } from '../transform.js'

/** No saturation: the response is the (adstocked) media itself; no parameters. */
export function noSaturation(): Saturation {
  return {
    kind: 'none',
    parameters: [],
    applyInto(a, _parameters, _linearBelow, out) {
      for (let t = 0; t < a.length; t++) out[t] = a[t]
    },
    pullback(a, _parameters, _linearBelow, _saturated, outGradient, _parametersGradient, aGradient) {
      if (aGradient !== null) for (let t = 0; t < a.length; t++) aGradient[t] = outGradient[t]
    },
  }
}
