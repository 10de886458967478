import type { ChannelResponse } from '../counterfactual/response.js'
import type { ChannelPoints } from './channel-points.js'
import type { ExpectedCurve } from './expected-curve.js'
import type { ResponseTable } from './response-table.js'
import { channelPoints } from './channel-points.js'
import { expectedCurve } from './expected-curve.js'
import { responseTable, totalTable } from './response-table.js'

/** Everything that curves, points, plans and sentences need of one paid channel, evaluated once. */
export interface ChannelAnalysis {
  readonly name: string
  readonly role: 'demand-capture' | null
  readonly response: ChannelResponse
  readonly table: ResponseTable
  /** Expected, with exact knots at the points. */
  readonly curve: ExpectedCurve
  readonly points: ChannelPoints
}

/** Evaluates a channel's response in every draw and finds its points. */
export function analyseChannel(response: ChannelResponse, role: ChannelAnalysis['role']): ChannelAnalysis {
  return analysisOf(responseTable(response), role)
}

/**
 * The whole budget at today's mix.
 *
 * @param channels paid channels with spend in the window; at least one.
 */
export function analyseTotal(channels: readonly ChannelAnalysis[]): ChannelAnalysis {
  return analysisOf(totalTable(channels.map(({ table }) => table)), null)
}

function analysisOf(table: ResponseTable, role: ChannelAnalysis['role']): ChannelAnalysis {
  const points = channelPoints(table, expectedCurve(table))
  return { name: table.response.channel, role, response: table.response, table, curve: points.curve, points }
}
