import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import sharp from 'sharp'
import type { Box } from '../../playground/worker/picture'
import type { Installed } from '../browser/browsers'

export interface Rgb {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 3
}

/**
 * The page in a browser, and what a person would do with it.
 *
 * @param address Where it is served.
 */
export async function openPage({ launch }: Installed, address: string) {
  const downloads = await mkdtemp(join(tmpdir(), 'downloads-'))
  const browser = await launch()
  const downloadBehavior = { policy: 'allow', downloadPath: downloads } as const
  const context = await browser.createBrowserContext({ downloadBehavior })
  const page = await context.newPage()
  await page.setViewport({ width: 1280, height: 800 })
  const complaints = listenForComplaints(page)
  await page.goto(address)

  return {
    page,
    complaints,
    async close() {
      await browser.close()
      await rm(downloads, { recursive: true })
    },

    /** Does something, and waits until the status has come to have all of these words, and all is done. */
    async does(action: () => Promise<unknown>, ...words: string[]): Promise<void> {
      await page.$eval('#status', (line) => {
        line.textContent = ''
      })
      await action()
      await this.says(...words)
    },

    async says(...words: string[]): Promise<void> {
      await page.waitForFunction(
        (wanted: string[]) => {
          const line = document.getElementById('status')?.textContent ?? ''
          const isBusy = document.getElementById('stage')?.ariaBusy === 'true'
          // A line of progress has the method's name too.
          return wanted.every((word) => line.includes(word)) && (!isBusy || wanted.includes('%'))
        },
        { timeout: 30_000 },
        words,
      )
    },

    /** What is on a canvas, as the library takes it. */
    async pixels(id: 'result' | 'original', part?: Box): Promise<Rgb> {
      const { width, height, base64 } = await page.$eval(
        `canvas#${id}`,
        async (canvas, part) => {
          const { x, y, width, height } = part ?? {
            x: 0,
            y: 0,
            width: canvas.width,
            height: canvas.height,
          }
          const context = canvas.getContext('2d') as CanvasRenderingContext2D
          const { data } = context.getImageData(x, y, width, height)
          const reader = new FileReader()
          reader.readAsDataURL(new Blob([data]))
          await new Promise((resolve) => {
            reader.onload = resolve
          })
          return { width, height, base64: (reader.result as string).split(',')[1] }
        },
        part,
      )
      const rgba = Buffer.from(base64, 'base64')
      const data = new Uint8Array(width * height * 3)
      for (let i = 0; i < width * height; i++) data.set(rgba.subarray(4 * i, 4 * i + 3), 3 * i)
      return { data, width, height, channels: 3 }
    },

    /** A press of a button that saves a file: the file. */
    async saved(button: string, name: string): Promise<Buffer> {
      const path = join(downloads, name)
      await rm(path, { force: true })
      await page.click(button)
      for (let tries = 0; !existsSync(path) && tries < 200; tries++) await wait(50)
      // Browsers write beside the name, and rename; but not all of them.
      let file = await readFile(path)
      while (file.subarray(-8, -4).toString('latin1') !== 'IEND') {
        await wait(20)
        file = await readFile(path)
      }
      return file
    },

    async mask(): Promise<Uint8Array> {
      const file = await this.saved('#saveMask', 'mask.png')
      const { data } = await sharp(file)
        .extractChannel(0)
        .raw()
        .toBuffer({ resolveWithObject: true })
      return new Uint8Array(data)
    },

    /** A drag across the picture, from and to points as shares of the stage. */
    async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
      const a = await this.onStage(...from)
      const b = await this.onStage(...to)
      await page.mouse.move(a.x, a.y)
      await page.mouse.down()
      await page.mouse.move(b.x, b.y, { steps: 8 })
      await page.mouse.up()
    },

    /** A drag between pixels of the picture. */
    async dragInPicture(
      from: readonly [number, number],
      to: readonly [number, number],
    ): Promise<void> {
      const a = await this.inPicture(...from)
      const b = await this.inPicture(...to)
      await page.mouse.move(a.x, a.y)
      await page.mouse.down()
      await page.mouse.move(b.x, b.y, { steps: 8 })
      await page.mouse.up()
    },

    /** Where a pixel of the picture is on the page. */
    inPicture(x: number, y: number): Promise<{ x: number; y: number }> {
      return page.$eval(
        'canvas#result',
        (canvas, x, y) => {
          const box = canvas.getBoundingClientRect()
          const scale = box.width / canvas.width
          return { x: box.x + (x + 0.5) * scale, y: box.y + (y + 0.5) * scale }
        },
        x,
        y,
      )
    },

    async onStage(x: number, y: number): Promise<{ x: number; y: number }> {
      const box = await (await page.$('#stage'))?.boundingBox()
      if (!box) throw new Error('the page has no stage')
      return { x: box.x + box.width * x, y: box.y + box.height * y }
    },

    /** Radio buttons are drawn by their labels. */
    async choose(group: string, value: string): Promise<void> {
      await page.$eval(`input[name=${group}][value=${value}]`, (input) => {
        ;(input as HTMLInputElement).click()
      })
    },

    async slide(id: string, value: number): Promise<void> {
      await page.$eval(
        `input#${id}`,
        (input, value) => {
          ;(input as HTMLInputElement).value = `${value}`
          input.dispatchEvent(new Event('input', { bubbles: true }))
        },
        value,
      )
    },

    async give(input: string, path: string): Promise<void> {
      const found = (await page.$(
        input,
      )) as import('puppeteer-core').ElementHandle<HTMLInputElement>
      await found.uploadFile(resolve(path))
    },

    code(mode: 'repair' | 'sharpen'): Promise<string> {
      return page.$eval(`aside.only-${mode} code`, (code) => code.textContent ?? '')
    },
  }
}

export type Opened = Awaited<ReturnType<typeof openPage>>

function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // The tests read canvases more often than the page does, of which Chromium warns.
    if (message.text().includes('willReadFrequently')) return
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => {
    // Files that are saved end as requests that were given up.
    if (!request.url().startsWith('blob:')) complaints.push(`failed: ${request.url()}`)
  })
  return complaints
}
