import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { drawsHash, type drawsHashByWorkers, type HashRequest } from '../support/fit-from-text.js'
import { projectText } from '../support/project-files.js'

async function bundle(entry: string, globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    ...(globalName === undefined ? {} : { globalName }),
  })
  return outputFiles[0].text
}

interface Engine {
  readonly drawsHash: typeof drawsHash
  readonly drawsHashByWorkers: typeof drawsHashByWorkers
}

const engine = await bundle('tests/support/fit-from-text.ts', 'engine')
const worker = await bundle('src/app/workers/browser-worker.ts')

/** What the page answers, given the request and the script of a worker. */
async function inBrowser(request: HashRequest, workers: number): Promise<string> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: engine })
    return await page.evaluate(
      ([asked, script, count]) => {
        const { engine: own } = globalThis as unknown as { engine: Engine }
        return count === 0 ? own.drawsHash(asked) : own.drawsHashByWorkers(asked, script, count)
      },
      [request, worker, workers] as const,
    )
  } finally {
    await browser.close()
  }
}

describe.each(['national-brand', 'retailer'])('a fit of %s has the same bits in Node and in a browser', (name) => {
  const text = { spec: projectText(`models/${name}.yaml`), csv: projectText(`datasets/${name}.csv`), draws: 20 }

  it('by regression', async () => {
    const request: HashRequest = { ...text, method: 'regression' }
    expect(await inBrowser(request, 0)).toBe(await drawsHash(request))
  })

  it('by sampling, with one web worker and with two', async () => {
    const request: HashRequest = { ...text, method: 'bayes' }
    const here = await drawsHash(request)
    expect(await inBrowser(request, 1)).toBe(here)
    expect(await inBrowser(request, 2)).toBe(here)
  })
})
