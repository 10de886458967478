import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generateFiles } from '../../src/simulate/generate-files.js'
import { worldNames } from '../../src/simulate/named-world.js'

const shipped = (path: string): string => readFileSync(new URL(`../../datasets/${path}`, import.meta.url), 'utf8')

describe('generateFiles', () => {
  it.each(worldNames)('gives the shipped table and truth of %s byte for byte', (name) => {
    const [table, truth] = generateFiles(name)
    expect(table.path).toBe(`${name}.csv`)
    expect(truth.path).toBe(`${name}.truth.json`)
    expect(table.text === shipped(table.path)).toBe(true)
    expect(truth.text === shipped(truth.path)).toBe(true)
  })

  it('adds a model file that names the table beside it', () => {
    const [, , model] = generateFiles('national-brand')
    expect(model.path).toBe('national-brand.yaml')
    expect(model.text).toContain('file: "national-brand.csv"')
  })

  it('names the worlds when there is none of that name', () => {
    expect(() => generateFiles('nowhere')).toThrow('There is no world `nowhere`; the worlds are national-brand, ')
  })
})
