import { expect, it } from 'vitest'
import { InputError } from '../../src/check/errors.js'
import { worldByName, worldNames } from '../../src/simulate/named-world.js'

it('worldByName finds every name in worldNames', () => {
  expect(worldNames).toEqual(['national-brand', 'retailer', 'start-up', 'demand-led'])
  for (const name of worldNames) expect(worldByName(name).name).toBe(name)
})

it('worldByName lists the names when it finds none', () => {
  expect(() => worldByName('retaler')).toThrow(InputError)
  expect(() => worldByName('retaler')).toThrow(
    'There is no world `retaler`; the worlds are national-brand, retailer, start-up, demand-led.',
  )
})
