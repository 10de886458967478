import type { Estimate, Returns } from '../estimate.js'

/**
 * Contributions and returns by calendar quarter or year, in KPI units and money; every list has one entry a span, in the order of `spans`.
 *
 * A period belongs to the quarter or year in which it begins. Contributions of the spans add up to the window's in every draw; returns do
 * not, where media saturate: each span's spend is counted against the same plan without it, with its effect after the span.
 */
export interface ByPeriod {
  readonly by: CalendarUnit
  readonly kpi: { readonly kind: 'revenue' | 'units'; readonly currency: string }
  /** Length of a period: day, week, month, quarter or year. */
  readonly period: string
  readonly spans: readonly CalendarSpan[]
  /** Baseline, treatments, controls, channels; they add up to `fitted` in means. */
  readonly parts: readonly PartByPeriod[]
  readonly fitted: readonly Estimate[]
  readonly observed: readonly number[]
  readonly channels: readonly ReturnsByPeriod[]
  readonly groups: readonly ReturnsByPeriod[]
  /** All paid media together, jointly per draw. */
  readonly media: readonly Returns[]
}

/** What figures are added up by. */
export type CalendarUnit = 'quarter' | 'year'

/** A calendar quarter or year as far as the window holds it. */
export interface CalendarSpan {
  /** 2024-Q1 or 2024. */
  readonly label: string
  /** First and last period, as a table writes them. */
  readonly from: string
  readonly to: string
  readonly periods: number
  /** Whether the window holds every period that begins in the span. */
  readonly complete: boolean
}

export interface PartByPeriod {
  readonly name: string
  readonly kind: 'baseline' | 'treatment' | 'control' | 'paid' | 'organic'
  readonly contribution: readonly Estimate[]
}

export interface ReturnsByPeriod {
  readonly name: string
  readonly kind: 'paid' | 'organic' | 'group'
  readonly role: 'demand-capture' | null
  readonly returns: readonly Returns[]
}
