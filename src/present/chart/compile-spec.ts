import type { Spec as VegaSpec } from 'vega'
import type { TopLevelSpec } from 'vega-lite'

import type { VegaLiteSpec } from './chart.js'

export interface CompileOptions {
  /** Of the whole drawing in pixels, axes included. */
  readonly width: number
  /** Whether to keep layers named `hover` and let them light up. */
  readonly interactive: boolean
}

export interface CompiledSpec {
  /** Vega's dataflow description with expressions as syntax trees: runs without evaluating text as code. */
  readonly runtime: object
  /** What Vega-Lite had to say against the specification; empty for a sound one. */
  readonly warnings: readonly string[]
}

/** Compiles a Vega-Lite specification down to the dataflow that a Vega view runs. */
export async function compileSpec(spec: VegaLiteSpec, options: CompileOptions): Promise<CompiledSpec> {
  const { compile } = await import('vega-lite')
  const { parse } = await import('vega')
  const warnings: string[] = []
  const { spec: vega } = compile(prepare(spec, options) as unknown as TopLevelSpec, {
    logger: collectingLogger(warnings),
  })
  if (options.interactive) lightUpHover(vega)
  return { runtime: parse(vega, undefined, { ast: true }), warnings }
}

function prepare(spec: VegaLiteSpec, { width, interactive }: CompileOptions): VegaLiteSpec {
  const config = spec.config as Readonly<Record<string, unknown>>
  const layer = spec.layer as readonly { readonly name?: string }[]
  return {
    padding: { left: 1, top: 2, right: 6, bottom: 4 },
    ...spec,
    width,
    autosize: { type: 'fit-x', contains: 'padding' },
    config: { ...config, legend: { disable: true } },
    layer: interactive ? layer : layer.filter(({ name }) => name !== 'hover'),
  }
}

/** Vega-Lite knows no hover encoding without a selection; Vega does, at a fraction of the size. */
function lightUpHover(vega: VegaSpec): void {
  for (const mark of vega.marks ?? []) {
    if (mark.name !== 'hover_marks') continue
    mark.encode = { ...mark.encode, hover: { opacity: { value: 0.07 } } }
  }
}

function collectingLogger(warnings: string[]): never {
  const note = (...messages: unknown[]): unknown => {
    warnings.push(messages.map(String).join(' '))
    return logger
  }
  const quiet = (): unknown => logger
  const logger = { level: quiet, error: note, warn: note, info: quiet, debug: quiet }
  return logger as never
}
