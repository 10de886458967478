import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { bundleRuntime } from '../../scripts/build-runtime.mjs'
import { renderReport } from '../../src/present/report/render-report.js'
import { openBrowser } from '../support/browser.js'
import { reportFixture } from '../support/report-fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'mixwright-live-'))
const file = join(folder, 'report.html')
let browser: Browser
let page: Page

beforeAll(async () => {
  const data = reportFixture({ channels: ['tv', 'radio', 'search'], organic: ['newsletter'], periods: 52 })
  writeFileSync(file, await renderReport(data, { runtime: await bundleRuntime() }))
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(pathToFileURL(file).href)
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

it('every chart comes to life when it is seen, at the width of its place', async () => {
  const plots = page.locator('.plot')
  const count = await plots.count()
  expect(count).toBeGreaterThan(20)
  for (let index = 0; index < count; index++) {
    const plot = plots.nth(index)
    await plot.scrollIntoViewIfNeeded()
    await plot.locator('.live svg').waitFor()
    const [drawn, place] = await plot.evaluate((element) => [
      element.querySelector('.live svg')!.clientWidth,
      element.clientWidth,
    ])
    expect(Math.abs(drawn - place)).toBeLessThanOrEqual(2)
  }
  expect(await page.locator('.plot.on').count()).toBe(count)
})

it('a pointer over a period tells its figures, and Escape takes them away', async () => {
  const plot = page.locator('#chart-actual-fitted .plot')
  await plot.scrollIntoViewIfNeeded()
  await plot.locator('.live svg').waitFor()
  const box = (await plot.boundingBox())!
  await page.mouse.move(box.x + box.width / 2 - 9, box.y + box.height / 2)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.locator('.tip:not([hidden])').waitFor()
  expect(await page.locator('.tip').innerText()).toMatch(/^2023-0\d-\d\d\s+observed\s+[\d.]+ [kM] EUR\s+fitted/)
  await page.keyboard.press('Escape')
  expect(await page.locator('.tip').isHidden()).toBe(true)
})

it('charts grow narrower with the window, and paper gets the still ones', async () => {
  await page.setViewportSize({ width: 390, height: 800 })
  const svg = page.locator('#chart-actual-fitted .live svg')
  await page.waitForFunction(() => document.querySelector('#chart-actual-fitted .live svg')!.clientWidth < 390)
  expect(await svg.isVisible()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await svg.isVisible()).toBe(false)
  expect(await page.locator('#chart-actual-fitted .static svg').isVisible()).toBe(true)
})
