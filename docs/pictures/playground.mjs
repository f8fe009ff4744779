// Takes the pictures of the playground for README.md: node docs/pictures/playground.mjs
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { runnerImport } from 'vite'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const load = async (path) => (await runnerImport(file(path))).module
const { browsers } = await load('../../test/browser/browsers.ts')
const { openPage } = await load('../../test/playground/page.ts')
const { servePage } = await load('../../test/playground/serve-page.ts')

const served = await servePage()
const it = await openPage(browsers[0], served.url)
const { page } = it
await it.says('Paint over')
await page.waitForFunction(() => document.querySelectorAll('.sample').length > 0)

await it.does(() => page.click('#scratches'), 'Automatic:', 's')
await page.click('#compare')
await shoot('playground')
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
await shoot('playground-dark')
await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true })
await shoot('playground-phone')
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
await page.setViewport({ width: 1280, height: 800 })
await it.does(() => it.choose('mode', 'sharpen'), 'Wiener:', 's')
await shoot('playground-sharpen')
await it.close()
await served.close()

async function shoot(name) {
  await page.mouse.move(2, 2)
  await new Promise((resolve) => setTimeout(resolve, 800))
  const png = await page.screenshot()
  const { size } = await sharp(png)
    .webp({ quality: 82 })
    .toFile(file(`${name}.webp`))
  console.log(`${name}.webp: ${size} bytes`)
}
process.exit()
