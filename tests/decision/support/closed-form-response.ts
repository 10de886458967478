import type { ChannelResponse } from '../../../src/decision/counterfactual/response.js'

/** KPI units as a function of money, with its derivative. */
export interface ClosedForm {
  readonly f: (x: number) => number
  readonly slope: (x: number) => number
}

export interface ClosedFormChannel {
  readonly channel?: string
  readonly spend: number
  /** One response a draw. */
  readonly draws: readonly ClosedForm[]
  readonly value?: number | null
  readonly margin?: number | null
  readonly observedTo?: number
  readonly slope?: ChannelResponse['slope']
}

/** A channel whose response to money is known in closed form. */
export function closedFormResponse(options: ClosedFormChannel): ChannelResponse {
  const { spend, draws, channel = 'tv', value = 1, margin = 1, observedTo = 10, slope = null } = options
  const v = value ?? NaN
  const m = margin === null ? NaN : v * margin
  return {
    channel,
    draws: draws.length,
    spend,
    observedTo,
    slope,
    at(draw, multiple, out) {
      const y = draws[draw].f(spend * multiple)
      const dy = spend * draws[draw].slope(spend * multiple)
      out.set([y, v * y, m * y, dy, v * dy, m * dy])
    },
  }
}

export function hill(ceiling: number, half: number, slope: number): ClosedForm {
  return {
    f: (x) => (x <= 0 ? 0 : ceiling / (1 + Math.pow(half / x, slope))),
    slope: (x) => {
      if (x <= 0) return slope < 1 ? Infinity : slope === 1 ? ceiling / half : 0
      const p = 1 / (1 + Math.pow(half / x, slope))
      return ((ceiling * slope) / x) * p * (1 - p)
    },
  }
}

export function power(scale: number, exponent: number): ClosedForm {
  return {
    f: (x) => scale * Math.pow(x, exponent),
    slope: (x) => scale * exponent * Math.pow(x, exponent - 1),
  }
}

export function logarithm(scale: number, half: number): ClosedForm {
  return { f: (x) => scale * Math.log1p(x / half), slope: (x) => scale / (half + x) }
}

export function negativeExponential(ceiling: number, scale: number): ClosedForm {
  return { f: (x) => -ceiling * Math.expm1(-x / scale), slope: (x) => (ceiling / scale) * Math.exp(-x / scale) }
}

export function logistic(ceiling: number, rate: number): ClosedForm {
  return {
    f: (x) => ceiling * Math.tanh((rate * x) / 2),
    slope: (x) => (ceiling * rate) / 2 / Math.cosh((rate * x) / 2) ** 2,
  }
}

export function sigmoid(ceiling: number, rate: number, middle: number): ClosedForm {
  const g = (z: number): number => 1 / (1 + Math.exp(-z))
  return {
    f: (x) => ceiling * (g(rate * (x - middle)) - g(-rate * middle)),
    slope: (x) => ceiling * rate * g(rate * (x - middle)) * (1 - g(rate * (x - middle))),
  }
}

export function line(rate: number): ClosedForm {
  return { f: (x) => rate * x, slope: () => rate }
}

/** The sum of responses to shares of the money: what a pulsed history looks like from outside. */
export function pulsed(parts: readonly { readonly share: number; readonly form: ClosedForm }[]): ClosedForm {
  return {
    f: (x) => parts.reduce((sum, { share, form }) => sum + form.f(share * x), 0),
    slope: (x) => parts.reduce((sum, { share, form }) => sum + share * form.slope(share * x), 0),
  }
}
