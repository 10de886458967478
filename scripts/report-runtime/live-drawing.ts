import { transforms } from 'vega-dataflow'
import { expressionInterpreter } from 'vega-interpreter'
import { View } from 'vega-view'

import { createTooltip } from './tooltip.js'
import { usedTransforms } from './transforms.js'

Object.assign(transforms, usedTransforms)

const tooltip = createTooltip(document)

/** Draws a chart beside its static picture, at the width of its place, and redraws it when that changes. */
export async function liveDrawing(plot: HTMLElement, runtime: object): Promise<void> {
  const place = document.createElement('div')
  place.className = 'live'
  plot.append(place)
  plot.classList.add('on')
  try {
    const view = new View(runtime, {
      renderer: 'svg',
      container: place,
      expr: expressionInterpreter,
      hover: true,
      tooltip: tooltip.handle,
    })
    let width = 0
    const draw = async (): Promise<void> => {
      // Zero while printing or hidden: what was drawn stays.
      if (place.clientWidth === 0 || place.clientWidth === width) return
      width = place.clientWidth
      await view.width(width).runAsync()
    }
    await draw()
    new ResizeObserver(() => void draw()).observe(place)
  } catch (error) {
    // The static picture says the same.
    plot.classList.remove('on')
    place.remove()
    throw error
  }
}
