import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { runnerImport } from 'vite'
import { median } from './measure.mjs'
import { tiledPhotograph } from './pictures.mjs'
import { ms, table } from './report.mjs'

export const name = 'page'
export const title = 'The playground: a stroke of 40x200 pixels on a photo of 2 megapixels'
export const slow = true

const methods = ['telea', 'ns', 'auto']

export async function run({ quick, log }) {
  const { browsers } = await load('../test/browser/browsers.ts')
  const { openPage } = await load('../test/playground/page.ts')
  const { servePage } = await load('../test/playground/serve-page.ts')
  const folder = mkdtempSync(join(tmpdir(), 'isophote-bench-'))
  const photo = join(folder, 'photo.png')
  const { data } = await tiledPhotograph(1440, 3)
  await sharp(data, { raw: { width: 1440, height: 1440, channels: 3 } })
    .png()
    .toFile(photo)

  const served = await servePage()
  const rows = []
  for (const browser of browsers) {
    const opened = await openPage(browser, served.url)
    await opened.says('Paint over')
    await opened.does(() => opened.give('#file', photo), 'Paint over')
    for (const method of methods) {
      await opened.choose('method', method)
      const times = []
      // The first is thrown away: the engine is still compiling.
      for (let n = 0; n <= (quick ? 3 : 9); n++) times.push(await stroke(opened))
      const milliseconds = median(times.slice(1))
      log(`page ${browser.name} ${method}: ${ms(milliseconds)} ms`)
      rows.push([`${browser.name} ${method}`, ms(times[0]), ms(milliseconds)])
    }
    await opened.close()
  }
  await served.close()
  rmSync(folder, { recursive: true })
  return {
    detail: `From the moment the button is released, after a stroke of one movement, until the filled picture is on the screen.\n\n${table(['', 'first ms', 'ms'], rows)}`,
  }
}

/** Paints a stroke as a mouse would, takes it back, and says how long it took to be seen filled. */
async function stroke({ page }) {
  const { x, y, scale } = await page.$eval('canvas#result', (canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2, scale: width / canvas.width }
  })
  await page.$eval(
    '#size',
    (size, pixels) => {
      size.step = 'any'
      size.value = `${pixels}`
    },
    40 * scale,
  )
  const time = page.evaluate(
    () =>
      new Promise((resolve) => {
        const stage = document.getElementById('stage')
        stage.addEventListener(
          'pointerup',
          () => {
            const start = performance.now()
            const look = () => {
              if (stage.ariaBusy === 'true') requestAnimationFrame(look)
              // What was drawn before this frame is on the screen after it.
              else requestAnimationFrame(() => resolve(performance.now() - start))
            }
            requestAnimationFrame(look)
          },
          { capture: true, once: true },
        )
      }),
  )
  // The brush is round: its centre goes 160 pixels.
  await page.mouse.move(x, y - 80 * scale)
  await page.mouse.down()
  await page.mouse.move(x, y + 80 * scale)
  await page.mouse.up()
  const milliseconds = await time
  await page.click('#undo')
  await page.waitForFunction(() =>
    document.getElementById('status').textContent.includes('Paint over'),
  )
  return milliseconds
}

/** A module in TypeScript. */
async function load(path) {
  return (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module
}
