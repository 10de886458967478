/**
 * A prior on one parameter, in the parameter's own unit.
 *
 * Written in a spec by distribution, by median and upper 95 %, or by a quantile pair; the spec's reader turns the last
 * two into `log-normal` (positive parameters), `logit-normal` (shares) or `normal` (the rest).
 */
export type Prior =
  | { readonly distribution: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly distribution: 'half-normal'; readonly sd: number }
  | { readonly distribution: 'half-cauchy'; readonly scale: number }
  | { readonly distribution: 'student-t'; readonly df: number; readonly mean: number; readonly sd: number }
  | { readonly distribution: 'laplace'; readonly mean: number; readonly scale: number }
  | { readonly distribution: 'log-normal'; readonly mu: number; readonly sigma: number }
  | { readonly distribution: 'logit-normal'; readonly mu: number; readonly sigma: number }
  | { readonly distribution: 'gamma'; readonly shape: number; readonly rate: number }
  | { readonly distribution: 'inverse-gamma'; readonly shape: number; readonly scale: number }
  | { readonly distribution: 'exponential'; readonly rate: number }
  | { readonly distribution: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly distribution: 'beta'; readonly a: number; readonly b: number }
  | { readonly distribution: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly distribution: 'truncated-normal'
      readonly mean: number
      readonly sd: number
      readonly low: number
      readonly high: number
    }

/** A parameter of a spec: a fixed number, or estimated under a prior. */
export type ParameterSpec = { readonly fixed: number } | { readonly prior: Prior }

/** Open interval in which a parameter lives; its unconstrained form is identity, log, or logit accordingly. */
export interface Support {
  readonly low: number
  readonly high: number
}
