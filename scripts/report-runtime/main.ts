// What makes a report's drawings live. Runs in the reader's browser from disk, without network and without eval.

import { liveDrawing } from './live-drawing.js'
import { unpackCharts } from './unpack-charts.js'

const source = document.getElementById('charts')
if (source !== null) start(source.textContent ?? '')

function start(text: string): void {
  const charts = unpackCharts(JSON.parse(text) as Parameters<typeof unpackCharts>[0])
  const plots = document.querySelectorAll<HTMLElement>('.plot[data-panel]')
  // A report has dozens of drawings: each comes to life when it is about to be seen.
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        seen.unobserve(target)
        void liveDrawing(target as HTMLElement, charts(Number((target as HTMLElement).dataset.panel)))
      }
    },
    { rootMargin: '300px' },
  )
  for (const plot of plots) seen.observe(plot)
}
