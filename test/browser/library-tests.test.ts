import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPicture, pictureNames } from '../support/pictures'
import { browsers } from './browsers'
import { bundleForPage, importing } from './bundle'
import type { Outcome } from './in-page/vitest'

// The core's own tests, all those that need nothing of Node, in a page.

const files = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('browser'))
  .sort()

const scripts = new Map<string, string>()
for (const file of files) {
  const script = await bundleForPage(`
    export { runTests } from 'vitest'
    export const load = () => import('./${file}')
  `)
  if (script) scripts.set(file, script)
}

const pictures = Object.fromEntries(
  await Promise.all(
    pictureNames.map(async (name) => {
      const { data, ...size } = await loadPicture(name)
      return [name, { data: Buffer.from(data).toString('base64'), ...size }] as const
    }),
  ),
)

test('they are most of them', () => {
  const rooms = new Set([...scripts.keys()].map((file) => file.split('/')[0]))
  expect([...rooms]).toEqual(
    expect.arrayContaining(['properties.test.ts', 'fft', 'kriging', 'deconvolution', 'elliptic']),
  )
  expect(scripts.size).toBeGreaterThan(30)
})

test('both browsers are there', () => {
  expect(browsers.map(({ name }) => name)).toEqual(['chromium', 'firefox'])
})

describe.each(browsers)('in $name', ({ launch }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test.each([...scripts])('%s', { timeout: 600_000 }, async (file, script) => {
    const page = await browser.newPage()
    try {
      await page.evaluate(`globalThis.pictures = ${JSON.stringify(pictures)}`)
      await page.evaluate(importing(script))
      const outcome = (await page.evaluate(
        `it.runTests(${JSON.stringify(file)}, it.load)`,
      )) as Outcome
      expect(outcome.failed).toEqual([])
      expect(outcome.passed).toBeGreaterThan(0)
    } finally {
      await page.close()
    }
  })
})
