import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { projectFolder } from '../support/project-files.js'
import { runCli } from '../support/run-cli.js'

const folder = mkdtempSync(join(tmpdir(), 'mixwright-e2e-'))
const report = pathToFileURL(join(folder, 'fit', 'report.html')).href
let browser: Browser

beforeAll(async () => {
  const argv = ['fit', 'models/national-brand.yaml', '--draws', '60', '-o', join(folder, 'fit')]
  expect((await runCli(argv, { cwd: projectFolder })).code).toBe(0)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the report from disk and collects everything that the browser has to say against it. */
async function open(options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage(options)
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() !== 'log' && complaints.push(message.text())))
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('request', (request) => void (request.url() !== report && complaints.push(`request: ${request.url()}`)))
  await page.goto(report)
  return { page, complaints }
}

describe('the report in a browser', () => {
  it('opens from disk without an error, a request or a breach of its own policy', async () => {
    const { page, complaints } = await open()
    await page.waitForTimeout(1500)
    expect(complaints).toEqual([])
    expect(await page.locator('h1').textContent()).toBe('National brand')
    expect(await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')).toContain(
      "default-src 'none'",
    )
    await page.close()
  })

  it('shows every chart without scripts', async () => {
    const { page, complaints } = await open({ javaScriptEnabled: false })
    const drawings = await page.locator('figure.chart svg').count()
    expect(drawings).toBeGreaterThan(10)
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each(['light', 'dark'] as const)('has text in %s that stands out from its background', async (colorScheme) => {
    const { page } = await open({ colorScheme })
    const [text, background] = await page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector('main p') as Element)
      return [color, getComputedStyle(document.body).backgroundColor]
    })
    expect(contrast(text, background)).toBeGreaterThan(4.5)
    await page.close()
  })

  it('can be read with the keyboard: tab reaches the skip link, the contents and every table', async () => {
    const { page } = await open()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the answer')
    await page.keyboard.press('Enter')
    expect(page.url()).toBe(`${report}#answer`)
    const tables = page.locator('figure details > summary')
    await tables.first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('figure details[open] table').count()).toBe(1)
    await page.close()
  })

  it('does not scroll sideways on a phone', async () => {
    const { page } = await open({ viewport: { width: 375, height: 800 } })
    await page.waitForTimeout(500)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await page.close()
  })
})

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const channels = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((value) => Number(value) / 255)
  const [r, g, b] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
