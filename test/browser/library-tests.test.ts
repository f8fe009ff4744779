import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPicture, pictureNames } from '../support/pictures'
import { browsers } from './browsers'
import { bundleForPage, importing } from './bundle'
import type { Outcome } from './in-page/vitest'

// The core's own tests, all those that need nothing of Node, in a page.

const files = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !/^(browser|playground)/.test(file))
  // A bundle's modules cannot be exchanged.
  .filter(
    (file) => !readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes('vi.mock'),
  )
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

describe('in all browsers at once', () => {
  let open: Browser[]
  beforeAll(async () => {
    open = await Promise.all(browsers.map(({ launch }) => launch()))
  })
  afterAll(() => Promise.all(open.map((browser) => browser.close())))

  test.each([...scripts])('%s', { timeout: 600_000 }, async (file, script) => {
    const outcomes = await Promise.all(open.map((browser) => run(browser, file, script)))
    for (const { passed, failed } of outcomes) {
      expect(failed).toEqual([])
      expect(passed).toBeGreaterThan(0)
    }
  })
})

async function run(browser: Browser, file: string, script: string): Promise<Outcome> {
  const page = await browser.newPage()
  try {
    await page.evaluate(`globalThis.pictures = ${JSON.stringify(pictures)}`)
    await page.evaluate(importing(script))
    return (await page.evaluate(`it.runTests(${JSON.stringify(file)}, it.load)`)) as Outcome
  } finally {
    await page.close()
  }
}
