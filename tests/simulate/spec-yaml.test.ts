import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseSpec } from '../../src/model/spec/parse-spec.js'
import type { Spec } from '../../src/model/spec/spec.js'
import { worldByName, worldNames } from '../../src/simulate/named-world.js'
import { randomWorld } from '../../src/simulate/random-world.js'
import { specYaml } from '../../src/simulate/spec-yaml.js'

describe('specYaml', () => {
  it.each(worldNames)(
    'says of %s what its commented model file says, but for names, groups, and what only an analyst knows',
    (name) => {
      const shipped = readFileSync(new URL(`../../models/${name}.yaml`, import.meta.url), 'utf8')
      const known = parseSpec(shipped, { file: 'model.yaml' }).channels.filter(({ effect }) => effect.on !== 'default')
      const names = known.map((channel) => channel.name)
      expect(bare(specYaml(worldByName(name)), names)).toEqual(bare(shipped, names))
    },
  )

  it('writes a model file that is read without complaint for any random market', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const world = randomWorld(seed)
      const spec = parseSpec(specYaml(world, 'here/data.csv'), { file: 'random.yaml' })
      expect(spec.data.file).toBe('here/data.csv')
      expect(spec.channels.map(({ name }) => name)).toEqual(world.channels.map(({ name }) => name))
    }
  })
})

/** A spec without names, groups, accepted findings, and the effects of channels whose effect has been measured before. */
function bare(
  yaml: string,
  measured: readonly string[],
): Omit<Spec, 'name' | 'groups' | 'data' | 'accept' | 'channels'> {
  const {
    name: _name,
    groups: _groups,
    data: _data,
    accept: _accept,
    channels,
    ...rest
  } = parseSpec(yaml, {
    file: 'model.yaml',
  })
  const plain = channels.map(({ effect, ...channel }) => ({
    ...channel,
    effect: measured.includes(channel.name) ? null : effect,
  }))
  return { ...rest, plain } as Omit<Spec, 'name' | 'groups' | 'data' | 'accept' | 'channels'>
}
