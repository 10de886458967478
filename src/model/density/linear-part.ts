import type { Model } from '../design/model.js'
import { LinearBlock, type LinearBlockInput } from './linear-block.js'
import { SampledLinearBlock } from './sampled-linear-block.js'

/**
 * The linear part of a model: integrated out where noise is Normal or AR(1), sampled where it is Student.
 *
 * @param penalty `none` makes every prior flat but those of the smooth trend.
 */
export function linearPart(model: Model, penalty: 'priors' | 'none'): LinearBlock | SampledLinearBlock {
  const { linear, periods } = model
  const penalised = penalty === 'priors'
  const design = new Float64Array(periods * linear.length)
  linear.forEach((column, j) => {
    for (let t = 0; t < periods; t++) design[t * linear.length + j] = column.values[t]
  })
  const input: LinearBlockInput = {
    design,
    rows: periods,
    columns: linear.length,
    priorMean: Float64Array.from(linear, (column) => (penalised || column.smooth ? column.priorMean : 0)),
    priorSd: Float64Array.from(linear, (column) => (penalised || column.smooth ? column.priorSd : Infinity)),
    smooth: linear.map((column) => column.smooth),
  }
  return model.spec.noise.kind === 'student' ? new SampledLinearBlock(input) : new LinearBlock(input)
}
