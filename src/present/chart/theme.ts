/** Colours of one mode; every colour occurs once, so that a style sheet can exchange light for dark one by one. */
export interface Theme {
  readonly background: string
  readonly ink: string
  /** Secondary text; at least 4.5 : 1 on the background. */
  readonly muted: string
  readonly axis: string
  readonly grid: string
  /** Observed ranges and other quiet surfaces. */
  readonly surface: string
  /** What is estimated: lines, points, pluses. */
  readonly estimate: string
  /** What stands against it: marginal figures, minuses. */
  readonly contrast: string
  readonly baseline: string
  readonly baselineEdge: string
  readonly optimum: string
  /** One colour a channel, neighbours far apart in lightness, repeated after the twelfth. */
  readonly series: readonly string[]
}

/**
 * Colours from Okabe and Ito's blue and vermillion on, chosen by search: every one is at least 3 : 1 on the background,
 * and neighbours differ by at least 29 CIELAB units under protanopia and deuteranopia (Machado et al. 2009) as well.
 */
export const lightTheme: Theme = {
  background: '#ffffff',
  ink: '#17212b',
  muted: '#556270',
  axis: '#a9b4bf',
  grid: '#e6eaee',
  surface: '#f1f4f7',
  estimate: '#0071b1',
  contrast: '#d45d00',
  baseline: '#ccd4dc',
  baselineEdge: '#74818e',
  optimum: '#19603a',
  series: [
    '#0072b2',
    '#d55e00',
    '#1a5f38',
    '#bb5b92',
    '#482c7e',
    '#a98c4b',
    '#113c5d',
    '#1f9cbd',
    '#70280c',
    '#699727',
    '#7d0041',
    '#8f8d8b',
  ],
}

/** The same for dark surroundings. */
export const darkTheme: Theme = {
  background: '#12171e',
  ink: '#e7ecf2',
  muted: '#a2aebb',
  axis: '#4d5a68',
  grid: '#27303a',
  surface: '#1b232c',
  estimate: '#57b4e8',
  contrast: '#e7793a',
  baseline: '#3a4552',
  baselineEdge: '#8a98a7',
  optimum: '#54cd94',
  series: [
    '#56b4e9',
    '#e8793a',
    '#53cd94',
    '#bd80af',
    '#9181ee',
    '#e0c43d',
    '#597abf',
    '#a9e4f3',
    '#b36049',
    '#abd976',
    '#c84881',
    '#dccac5',
  ],
}

/** Pairs of light and dark colours, in one order. */
export function themePairs(): readonly (readonly [light: string, dark: string])[] {
  const names = Object.keys(lightTheme).filter((name) => name !== 'series') as Exclude<keyof Theme, 'series'>[]
  return [
    ...names.map((name) => [lightTheme[name], darkTheme[name]] as const),
    ...lightTheme.series.map((color, index) => [color, darkTheme.series[index]] as const),
  ]
}

/** The colour of the channel at this place of the model file. */
export function seriesColor(theme: Theme, index: number): string {
  return theme.series[index % theme.series.length]
}

/** Font family of every text; the pictures bring Inter along, pages take what the reader's system has. */
export const chartFont = 'Inter, system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif'

/** Vega-Lite config shared by all charts: quiet axes, titles above the axis, no frame. */
export function chartConfig(theme: Theme): Readonly<Record<string, unknown>> {
  const label = { labelColor: theme.muted, labelFont: chartFont, labelFontSize: 12, labelPadding: 6 }
  const title = { titleColor: theme.muted, titleFont: chartFont, titleFontSize: 12, titleFontWeight: 'normal' }
  return {
    aria: false,
    background: 'transparent',
    font: chartFont,
    // Our data are finite; Vega-Lite's filters against other values would be half of the compiled chart.
    mark: { invalid: null },
    view: { stroke: null },
    axis: { ...label, ...title, domain: false, ticks: false, gridColor: theme.grid, gridWidth: 1, labelOverlap: true },
    axisX: {
      grid: false,
      domain: true,
      domainColor: theme.axis,
      ticks: true,
      tickColor: theme.axis,
      tickSize: 4,
      titleAnchor: 'end',
      titlePadding: 8,
    },
    axisY: { titleAngle: 0, titleAlign: 'left', titleX: 0, titleY: -16, titleBaseline: 'bottom' },
    text: { font: chartFont, fontSize: 12, color: theme.ink },
    rule: { color: theme.axis },
    line: { strokeCap: 'round', strokeJoin: 'round' },
    legend: {
      labelFont: chartFont,
      titleFont: chartFont,
      labelColor: theme.ink,
      labelFontSize: 12,
      title: null,
      orient: 'top',
    },
  }
}
