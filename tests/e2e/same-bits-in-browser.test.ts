import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { drawsHash } from '../support/fit-from-text.js'
import { projectText } from '../support/project-files.js'

it.each(['national-brand', 'retailer'])('a fit of %s has the same bits in Node and in a browser', async (name) => {
  const spec = projectText(`models/${name}.yaml`)
  const csv = projectText(`datasets/${name}.csv`)
  const { outputFiles } = await build({
    entryPoints: ['tests/support/fit-from-text.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    platform: 'browser',
  })
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: outputFiles[0].text })
    const inBrowser = await page.evaluate(
      ([specText, csvText]) =>
        (globalThis as unknown as { engine: { drawsHash: typeof drawsHash } }).engine.drawsHash(specText, csvText, 20),
      [spec, csv],
    )
    expect(inBrowser).toBe(await drawsHash(spec, csv, 20))
  } finally {
    await browser.close()
  }
})
