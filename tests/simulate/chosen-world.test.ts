import { expect, it } from 'vitest'
import { chosenNames, chosenWorld } from '../../src/simulate/chosen-world.js'
import { retailer } from '../../src/simulate/worlds/retailer.js'

it('chosenWorld gives a shipped world as it is, and another draw of it for a seed', () => {
  expect(chosenWorld('retailer')).toBe(retailer)
  expect(chosenWorld('retailer', 7)).toEqual({ ...retailer, name: 'retailer-7', seed: 7 })
})

it('chosenWorld gives a family’s market of a seed, of 1 by default', () => {
  expect(chosenWorld('collinear', 7).name).toBe('collinear-7')
  expect(chosenWorld('collinear').name).toBe('collinear-1')
})

it('chosenWorld knows every name once, and lists them where there is none', () => {
  for (const name of chosenNames) expect(chosenWorld(name).name.startsWith(name)).toBe(true)
  expect(new Set(chosenNames).size).toBe(chosenNames.length)
  expect(() => chosenWorld('moon')).toThrow('There is no world `moon`; the worlds are national-brand, ')
  expect(() => chosenWorld('moon')).toThrow('the families matched, ')
})
