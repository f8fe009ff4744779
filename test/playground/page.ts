import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer, { type Page } from 'puppeteer-core'
import { build, preview } from 'vite'

/** Where a Chromium may be: `ISOPHOTE_BROWSER`, or where systems put it. */
export const browserPath = [
  process.env.ISOPHOTE_BROWSER ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path))

export interface OpenPage {
  readonly page: Page
  /** What the browser complained about: errors of scripts, requests and the security policy. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Builds the page, serves it, and opens it in Chromium. */
export async function openPage(executablePath: string): Promise<OpenPage> {
  const configFile = fileURLToPath(new URL('../../playground/vite.config.ts', import.meta.url))
  const outDir = await mkdtemp(join(tmpdir(), 'playground-'))
  const options = { configFile, logLevel: 'error', build: { outDir } } as const
  await build(options)
  const server = await preview({ ...options, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 800 })
  const complaints: string[] = []
  page.on('console', (message) => {
    // The tests read canvases more often than the page does, of which the browser warns.
    if (message.text().includes('willReadFrequently')) return
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  return {
    page,
    complaints,
    async close() {
      await browser.close()
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}
