import type { LegendEntry } from '../chart/chart.js'

/** The sample of a key's entry: 18 by 16 pixels of SVG content. */
export function swatch({ mark, color }: Pick<LegendEntry, 'mark' | 'color'>): string {
  return samples[mark](color)
}

const samples: Readonly<Record<LegendEntry['mark'], (color: string) => string>> = {
  line: (color) => `<line x1="1" y1="8" x2="17" y2="8" stroke="${color}" stroke-width="2.5"/>`,
  dashed: (color) => `<line x1="1" y1="8" x2="17" y2="8" stroke="${color}" stroke-width="2.5" stroke-dasharray="5 3"/>`,
  area: (color) => `<rect x="2" y="2" width="14" height="12" rx="2" fill="${color}"/>`,
  column: (color) => `<rect x="2" y="2" width="14" height="12" fill="${color}" fill-opacity="0.3"/>`,
  circle: (color) => `<circle cx="9" cy="8" r="5" fill="${color}"/>`,
  hollow: (color) => `<circle cx="9" cy="8" r="4.5" fill="none" stroke="${color}" stroke-width="2"/>`,
  square: (color) => `<rect x="4.5" y="3.5" width="9" height="9" fill="${color}"/>`,
  diamond: (color) => `<path d="M9,1.5L15,8L9,14.5L3,8Z" fill="${color}"/>`,
  triangle: (color) => `<path d="M9,2L15.5,13.5L2.5,13.5Z" fill="${color}"/>`,
  cross: (color) => `<path d="M9,2V14M3,8H15" fill="none" stroke="${color}" stroke-width="3.5"/>`,
}
