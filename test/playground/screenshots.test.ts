import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browsers } from '../browser/browsers'
import { type Opened, openPage } from './page'

// The pictures of the playground in README.md, taken anew and left in docs/pictures:
// ISOPHOTE_SCREENSHOTS=docs/pictures npm run test:browser -- screenshots

describe.skipIf(browsers.length === 0)('the page as it is seen', () => {
  let it: Opened
  let folder: string
  let light: number

  beforeAll(async () => {
    folder = process.env.ISOPHOTE_SCREENSHOTS ?? (await mkdtemp(join(tmpdir(), 'screenshots-')))
    it = await openPage(browsers[0], inject('playground'))
    await it.says('Paint over')
    await it.page.waitForFunction(() => document.querySelectorAll('.sample').length > 0)
    await it.does(() => it.page.click('#scratches'), 'Automatic:', 's')
    await it.page.click('#compare')
  })
  afterAll(() => it?.close())

  test('wide', async () => {
    const shot = await shoot('playground')
    expect(shot).toMatchObject({ width: 1280, height: 800 })
    light = shot.lightness
    expect(light).toBeGreaterThan(128)
  })

  test('dark', async () => {
    await it.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    expect((await shoot('playground-dark')).lightness).toBeLessThan(light / 2)
  })

  test('on a phone', async () => {
    const phone = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true }
    // For a phone the page is loaded anew.
    await it.page.setViewport(phone)
    await it.says('Paint over')
    await it.page.waitForFunction(() => document.querySelectorAll('.sample').length > 0)
    await it.does(() => it.page.click('#scratches'), 'Automatic:', 's')
    await it.page.click('#compare')
    expect(await shoot('playground-phone')).toMatchObject({ width: 780, height: 1688 })
  })

  test('sharpening', async () => {
    await it.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
    await it.page.setViewport({ width: 1280, height: 800 })
    await it.does(() => it.choose('mode', 'sharpen'), 'Wiener:', 's')
    expect((await shoot('playground-sharpen')).lightness).toBeGreaterThan(128)
  })

  async function shoot(name: string) {
    await it.page.mouse.move(2, 2)
    // What fades and slides has come to rest.
    await wait(800)
    const png = await it.page.screenshot()
    const { width, height } = await sharp(png)
      .webp({ quality: 82 })
      .toFile(join(folder, `${name}.webp`))
    const { channels } = await sharp(png).greyscale().stats()
    return { width, height, lightness: channels[0].mean }
  }
})
