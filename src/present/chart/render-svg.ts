import type { Runtime } from 'vega'

import type { VegaLiteSpec } from './chart.js'
import { compileSpec } from './compile-spec.js'
import { textWidth } from './text-width.js'

/**
 * A drawing as an SVG document, laid out without a browser: the same text on every machine.
 *
 * @param spec a panel's specification; layers named `hover` are left out.
 * @param width of the whole drawing in pixels, axes included.
 */
export async function renderSvg(spec: VegaLiteSpec, width: number): Promise<string> {
  const vega = await import('vega')
  const { expressionInterpreter } = await import('vega-interpreter')
  const { runtime } = await compileSpec(spec, { width, interactive: false })
  // Without this Vega measures with a canvas where there is one and guesses 0.8 em a character where there is none.
  const { textMetrics } = vega as unknown as { textMetrics: { width: typeof textWidth } }
  textMetrics.width = textWidth
  const view = new vega.View(runtime as Runtime, { renderer: 'none', expr: expressionInterpreter })
  try {
    return renumberClips(await view.toSVG())
  } finally {
    view.finalize()
  }
}

/** Vega counts clip paths over the life of the process; a drawing's own count starts at its first. */
function renumberClips(svg: string): string {
  const numbers = new Map<string, number>()
  return svg.replace(/(id="clip|url\(#clip)(\d+)/g, (_, before: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size)
    return `${before}${numbers.get(id)!}`
  })
}
