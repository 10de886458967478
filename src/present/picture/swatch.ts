import type { LegendEntry } from '../chart/chart.js'

/** The sample of a key's entry: 18 by 16 pixels of SVG content. */
export function swatch({ mark, color }: Pick<LegendEntry, 'mark' | 'color'>): string {
  switch (mark) {
    case 'line':
      return `<line x1="1" y1="8" x2="17" y2="8" stroke="${color}" stroke-width="2.5"/>`
    case 'dashed':
      return `<line x1="1" y1="8" x2="17" y2="8" stroke="${color}" stroke-width="2.5" stroke-dasharray="5 3"/>`
    case 'area':
      return `<rect x="2" y="2" width="14" height="12" rx="2" fill="${color}"/>`
    case 'column':
      return `<rect x="2" y="2" width="14" height="12" fill="${color}" fill-opacity="0.3"/>`
    case 'circle':
      return `<circle cx="9" cy="8" r="5" fill="${color}"/>`
    case 'hollow':
      return `<circle cx="9" cy="8" r="4.5" fill="none" stroke="${color}" stroke-width="2"/>`
    case 'square':
      return `<rect x="4.5" y="3.5" width="9" height="9" fill="${color}"/>`
    case 'diamond':
      return `<path d="M9,1.5L15,8L9,14.5L3,8Z" fill="${color}"/>`
    case 'triangle':
      return `<path d="M9,2L15.5,13.5L2.5,13.5Z" fill="${color}"/>`
    case 'cross':
      return `<path d="M4,3L14,13M14,3L4,13" fill="none" stroke="${color}" stroke-width="2.5"/>`
  }
}
