// The parts of Vega come without types of their own; these are the few that are used here.

declare module 'vega-view' {
  export class View {
    constructor(runtime: object, options: object)
    width(pixels: number): this
    runAsync(): Promise<this>
    finalize(): this
  }
}

declare module 'vega-dataflow' {
  export const transforms: Record<string, unknown>
}

declare module 'vega-util' {
  type Anything = (...values: never[]) => unknown
  export const flush: Anything
  export const inrange: Anything
  export const isArray: Anything
  export const isDate: Anything
  export const isNumber: Anything
  export const isString: Anything
  export const lerp: Anything
  export const span: Anything
  export const toNumber: Anything
}

declare module 'vega-functions/src/functions/*.js' {
  type Anything = (...values: never[]) => unknown
  export const data: Anything
  export const format: Anything
  export const utcFormat: Anything
}

declare module 'vega-encode/src/*.js' {
  const transform: unknown
  export default transform
}

declare module 'vega-transforms/src/*.js' {
  const transform: unknown
  export default transform
}

declare module 'vega-view-transforms/src/*.js' {
  const transform: unknown
  export default transform
}
