import type { InputIssue } from '../../check/errors.js'
import { InputError } from '../../check/errors.js'
import { adstockSlots, saturationSlots } from '../../model/density/density-slots.js'
import { MediaPath, pipelineOf, type NativeParameters } from '../../model/density/media-path.js'
import { SlotAllocator, slotNative } from '../../model/density/parameter-slot.js'
import type { Model, ModelChannel } from '../../model/design/model.js'
import type { ParameterSpec } from '../../model/prior/prior.js'
import type { Matrix } from '../../numeric/linalg/matrix.js'
import { matrixFromColumns } from '../../numeric/linalg/matrix.js'

/** A model whose transforms are given numbers, as a linear regression. */
export interface LinearDesign {
  /** The linear block, then a column a channel, then the lagged KPI if there is one. */
  readonly names: readonly string[]
  readonly x: Matrix
  /** KPI units, one a row: the window, without its first period where the KPI is lagged. */
  readonly y: Float64Array
  /** Of each channel, in model order, in the transforms' own unit. */
  readonly native: readonly NativeParameters[]
}

const LAGGED_KPI = 'laggedKpi'

/**
 * The regression of a model: linear columns, each channel's saturated adstocked media at the numbers given, the KPI one period before.
 *
 * @throws InputError, with every issue, if something would have to be estimated that least squares can't: a transform's parameter, a
 * smooth trend, an effect or noise level held at a number.
 */
export function linearDesign(model: Model): LinearDesign {
  requireGiven(model)
  const native = model.channels.map(nativeOf)
  const { laggedKpi } = model.spec.dynamics
  const from = laggedKpi ? 1 : 0
  const columns = [
    ...model.linear.map(({ values }) => values.slice(from, model.periods)),
    ...model.channels.map((channel, c) => mediaColumn(model, channel, native[c]).slice(from)),
    ...(laggedKpi ? [model.kpi.slice(0, model.periods - 1)] : []),
  ]
  return {
    names: [
      ...model.linear.map(({ name }) => name),
      ...model.channels.map(({ name }) => name),
      ...(laggedKpi ? [LAGGED_KPI] : []),
    ],
    x: matrixFromColumns(columns),
    y: model.kpi.slice(from),
    native,
  }
}

function requireGiven({ spec, channels }: Model): void {
  const issues: InputIssue[] = []
  const add = (path: string, what: string): void => {
    issues.push({ path, message: `\`${path}\` ${what}` })
  }
  for (const { name, spec: channel } of channels) {
    const section = channel.kind === 'paid' ? 'channels' : 'organic'
    for (const transform of ['adstock', 'saturation'] as const) {
      for (const [parameter, given] of Object.entries(channel[transform].parameters)) {
        if (isGiven(given)) continue
        add(
          `${section}.${name}.${transform}.${parameter}`,
          `must be a number for ols, which estimates no transforms; write a number or use \`method: regression\`.`,
        )
      }
    }
    if ('fixed' in channel.effect) {
      add(`${section}.${name}.prior`, 'must not be a number for ols, which estimates every effect; take it out.')
    }
  }
  if (spec.baseline.trend === 'smooth') {
    add('baseline.trend', 'must be none or linear for ols, which has no smooth trend; or use `method: regression`.')
  }
  if (isGiven(spec.noise.sigma)) {
    add('noise.sigma', 'must not be a number for ols, which estimates it; take it out or use `method: regression`.')
  }
  if (issues.length > 0) throw new InputError(issues)
}

function isGiven(parameter: ParameterSpec): boolean {
  return 'fixed' in parameter
}

function nativeOf(channel: ModelChannel): NativeParameters {
  const none = new Float64Array(0)
  const allocator = new SlotAllocator()
  return {
    adstock: Float64Array.from(adstockSlots(allocator, channel), (slot) => slotNative(slot, none)),
    saturation: Float64Array.from(saturationSlots(allocator, channel), (slot) => slotNative(slot, none)),
  }
}

function mediaColumn(model: Model, channel: ModelChannel, native: NativeParameters): Float64Array {
  const path = new MediaPath(pipelineOf(channel), channel.media, channel.before)
  path.forward(native)
  return path.out.slice(model.history, model.history + model.periods)
}
