import type { Model, ModelChannel } from '../../model/design/model.js'
import type { ResolvedDefault } from '../../model/spec/assumption.js'
import type { Spec } from '../../model/spec/spec.js'
import { formatNumber } from '../../decision/words/format.js'
import { resolvedDefaults } from '../../model/spec/describe-defaults.js'

/**
 * Every setting of a spec in words, with the ones that hang on the data replaced by what they came to.
 *
 * @param model null where the data have errors; the rules then stand as rules.
 */
export function resolvedSettings(spec: Spec, model: Model | null): ResolvedDefault[] {
  const channels = new Map(model?.channels.map((channel) => [`${channel.name}: before the first period`, channel]))
  return resolvedDefaults(spec).map((setting) => {
    const channel = channels.get(setting.what)
    return channel === undefined ? setting : { ...setting, value: beforeText(channel, spec) }
  })
}

function beforeText({ beforeRule, before, scale, media }: ModelChannel, { data }: Spec): string {
  const first = `first ${Math.min(13, media.length)} ${data.period}s`
  switch (beforeRule) {
    case 'history':
      return 'the rows before the KPI begins'
    case 'steady':
      return `steady at ${formatNumber(before * scale)}, the mean of the ${first}`
    case 'zero':
      return 'none'
  }
}
