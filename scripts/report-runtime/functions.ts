// Functions that the report's expressions call, besides those of the interpreter itself; a test checks that none is missing.

import { data } from 'vega-functions/src/functions/data.js'
import { format, utcFormat } from 'vega-functions/src/functions/format.js'
import { flush, inrange, isArray, isDate, isNumber, isString, lerp, span, toNumber } from 'vega-util'

export const functionContext = {
  isArray,
  isDate,
  isNumber,
  isString,
  isValid: (value: unknown) => value !== null && value !== undefined && !Number.isNaN(value),
  isDefined: (value: unknown) => value !== undefined,
  toNumber,
  flush,
  inrange,
  lerp,
  span,
  format,
  utcFormat,
  data,
  bandwidth(this: Scope, name: ScaleReference, group?: Scope) {
    return scaleOf(name, (group ?? this).context)?.bandwidth?.() ?? 0
  },
  domain(this: Scope, name: ScaleReference, group?: Scope) {
    return scaleOf(name, (group ?? this).context)?.domain() ?? []
  },
  range(this: Scope, name: ScaleReference, group?: Scope) {
    return scaleOf(name, (group ?? this).context)?.range?.() ?? []
  },
  scale(this: Scope, name: ScaleReference, value: unknown, group?: Scope) {
    return scaleOf(name, (group ?? this).context)?.(value)
  },
}

interface Scale {
  (value: unknown): unknown
  domain(): unknown[]
  range?(): unknown[]
  bandwidth?(): number
}

type ScaleReference = string | Scale

/** What Vega binds its functions to. */
interface Scope {
  readonly context: { readonly scales: Readonly<Record<string, { readonly value: Scale }>> }
}

/** As in vega-functions, which would bring its parser of expressions along; a subflow inherits its parent's scales. */
function scaleOf(reference: ScaleReference, { scales }: Scope['context']): Scale | undefined {
  return typeof reference === 'function' ? reference : scales[reference]?.value
}
