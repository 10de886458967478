// The package ships no types; only what is used here is declared.
declare module 'ml-regression' {
  export interface MultivariateLinearRegressionOptions {
    /** Adds a column of ones on the right. @defaultValue true */
    readonly intercept?: boolean
    /** Computes standard errors. @defaultValue true */
    readonly statistics?: boolean
  }

  /** Multivariate linear regression by the inverse of X'X; it says nothing of collinear columns. */
  export class MultivariateLinearRegression {
    constructor(
      x: readonly ArrayLike<number>[],
      y: readonly ArrayLike<number>[],
      options?: MultivariateLinearRegressionOptions,
    )
    /** A row a column of `x`, a column an output. */
    readonly weights: number[][]
  }
}
