import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { specReference, withSpecReference } from '../../scripts/spec-reference.mjs'
import { specJsonSchema } from '../../src/model/spec/json-schema.js'
import { runCli } from '../support/run-cli.js'
import { projectFiles, projectFolder, projectText } from '../support/project-files.js'

const documents = projectFiles(/\.md$/).filter((path) => !path.startsWith('datasets/licences'))

describe('every document', () => {
  it('links only to files and headings that exist', () => {
    const broken = documents.flatMap((path) =>
      linksOf(path)
        .filter((link) => !resolves(path, link))
        .map((link) => `${path}: ${link}`),
    )
    expect(broken).toEqual([])
  })

  it('is reached from the README, or is one that tools look for', () => {
    const reached = new Set(['README.md'])
    for (const path of reached) {
      if (!documents.includes(path)) continue
      for (const link of linksOf(path)) if (!/^[a-z]+:/.test(link)) reached.add(targetOf(path, link))
    }
    const expected = documents.filter((path) => /^(docs\/|README|GLOSSARY|CONTRIBUTING)/.test(path))
    expect(expected.filter((path) => !reached.has(path))).toEqual([])
  })
})

describe('README.md', () => {
  const readme = projectText('README.md')

  it('begins with one sentence, then the two commands', () => {
    expect(readme).toMatch(/^# mixwright\n\n[^.]+\.\n\n```\nnpm run demo {2,}.*\nnpm test {2,}.*\n```\n/)
  })

  it('has TypeScript that runs as it stands', () => {
    const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code)
    expect(blocks).toHaveLength(1)
    const file = join(projectFolder, 'dist', 'readme-example.mjs')
    writeFileSync(file, blocks[0].replace("'mixwright'", "'./index.js'"))
    try {
      const output = execFileSync(process.execPath, [file], { cwd: projectFolder, encoding: 'utf8' })
      expect(output).toMatch(/^tv \d+\.\d+ \d+\.\d+\n/)
      expect(output).toMatch(/\nprofit of all paid media -?\d+\.\d+ to -?\d+\.\d+\n$/)
    } finally {
      rmSync(file, { force: true })
    }
  })
})

describe('docs/cli.md', () => {
  const text = projectText('docs/cli.md')

  it.each(['init', 'check', 'fit', 'show', 'report', 'plan', 'simulate', 'validate', 'compare', 'generate', 'schema'])(
    'describes %s with every long option',
    async (command) => {
      const { stdout } = await runCli([command, '--help'], { cwd: projectFolder })
      const options = [...stdout.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option)
      expect([...new Set(options)].filter((option) => option !== '--help' && !text.includes(option))).toEqual([])
      expect(text).toContain(`\n## ${command}\n`)
    },
  )
})

describe('docs/spec.md', () => {
  it('has the keys of the schema: `npm run docs` writes them', () => {
    const text = projectText('docs/spec.md')
    expect(specReference(specJsonSchema()).split('\n').length).toBeGreaterThan(60)
    expect(text).toBe(withSpecReference(text, specJsonSchema()))
    expect(text).toContain(specReference(specJsonSchema()))
  })

  it('has an example that is a sound spec', async () => {
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(projectText('docs/spec.md')) ?? []
    const { parseSpec } = await import('../../src/model/spec/parse-spec.js')
    expect(parseSpec(example, { file: 'example.yaml' }).channels.length).toBeGreaterThan(1)
  })
})

describe('docs/architecture.md', () => {
  it('names every layer', () => {
    const layers = new Set(projectFiles(/^src\/[^/]+\//).map((path) => path.split('/')[1]))
    expect([...layers].filter((layer) => !projectText('docs/architecture.md').includes(`\n  ${layer}/ `))).toEqual([])
  })
})

function linksOf(path: string): string[] {
  const text = projectText(path).replace(/```[\s\S]*?```/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link)
}

function resolves(path: string, link: string): boolean {
  if (/^[a-z]+:/.test(link)) return true
  const [file, anchor] = link.split('#')
  const target = file === '' ? path : targetOf(path, link)
  if (!existsSync(join(projectFolder, target))) return false
  return anchor === undefined || headingsOf(target).includes(anchor)
}

function targetOf(path: string, link: string): string {
  return join(dirname(path), link.split('#')[0])
}

function headingsOf(path: string): string[] {
  return [...projectText(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}
