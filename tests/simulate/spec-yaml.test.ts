import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseSpec } from '../../src/model/spec/parse-spec.js'
import type { Spec } from '../../src/model/spec/spec.js'
import { worldByName, worldNames } from '../../src/simulate/named-world.js'
import { randomWorld } from '../../src/simulate/random-world.js'
import { specYaml } from '../../src/simulate/spec-yaml.js'

describe('specYaml', () => {
  it.each(worldNames)('says of %s what its commented model file says, but for names and groups', (name) => {
    const shipped = readFileSync(new URL(`../../models/${name}.yaml`, import.meta.url), 'utf8')
    expect(bare(specYaml(worldByName(name)))).toEqual(bare(shipped))
  })

  it('writes a model file that is read without complaint for any random market', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const world = randomWorld(seed)
      const spec = parseSpec(specYaml(world, 'here/data.csv'), { file: 'random.yaml' })
      expect(spec.data.file).toBe('here/data.csv')
      expect(spec.channels.map(({ name }) => name)).toEqual(world.channels.map(({ name }) => name))
    }
  })
})

function bare(yaml: string): Omit<Spec, 'name' | 'groups' | 'data'> {
  const { name: _name, groups: _groups, data: _data, ...rest } = parseSpec(yaml, { file: 'model.yaml' })
  return rest
}
