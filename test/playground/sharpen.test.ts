import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { deconvolve, psf } from '../../src/deconvolution/index'
import { browsers } from '../browser/browsers'
import { type Opened, openPage } from './page'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-files-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe.each(browsers)('sharpening in $name', (browser) => {
  let it: Opened

  beforeAll(async () => {
    it = await openPage(browser, `${inject('playground')}#sharpen`)
    await it.says('Wiener:', 's')
  })
  afterAll(() => it?.close())

  test('the example is sharpened with the bits that its code gives in Node', () =>
    expectAsCoded('psf.motion(11, 25)', "'wiener'"))

  test('the example is nearer to the photograph than before', async () => {
    const photo = await sharp('examples/chelsea.png')
      .extract({ left: 11, top: 11, width: 429, height: 278 })
      .removeAlpha()
      .raw()
      .toBuffer()
    const error = ({ data }: { data: Uint8Array }) =>
      data.reduce((sum, value, i) => sum + (value - photo[i]) ** 2, 0)
    // A tenth of the squares is 10 dB.
    expect(error(await it.pixels('result'))).toBeLessThan(error(await it.pixels('original')) / 2)
  })

  test('a picture of one’s own is sharpened', async () => {
    const own = join(folder, 'own.png')
    await sharp('examples/chelsea.png').resize(120, 80).png().toFile(own)
    await it.does(() => it.give('#file', own), 'Wiener:', 's')
    await expectAsCoded("'wiener'")
  })

  test('a slider, another method and another boundary each give what their code gives', async () => {
    await it.does(() => it.slide('sharpen-method-wiener-balance', -2), 'Wiener:', 's')
    await expectAsCoded('balance: 0.01')
    await it.does(() => it.choose('sharpen-method', 'richardson-lucy'), 'Richardson-Lucy:', 's')
    await expectAsCoded("'richardson-lucy'")
    await it.does(() => it.page.select('#boundary', 'reflect').then(() => {}), 'Richardson', 's')
    await expectAsCoded("boundary: 'reflect'")
  })

  test('every kind of blur can be chosen, and turned by hand', async () => {
    await it.does(() => it.choose('psf', 'gaussian'), 's')
    await expectAsCoded('psf.gaussian(1.5)')
    await it.does(() => it.choose('psf', 'disk'), 's')
    await expectAsCoded('psf.disk(3)')
    await it.does(() => it.choose('psf', 'box'), 's')
    await expectAsCoded('psf.box(5)')
    await it.does(() => it.choose('psf', 'motion'), 's')
    const dial = await it.page.$('.dial')
    const box = await dial?.boundingBox()
    if (!box) throw new Error('the page has no dial')
    await it.does(() => it.page.mouse.click(box.x + box.width / 2, box.y + 4), 's')
    await it.does(async () => {
      await dial?.focus()
      await it.page.keyboard.press('ArrowDown')
    }, 's')
    await expectAsCoded('psf.motion(11, 89)')
  })

  test('a blur can be drawn, and loaded', async () => {
    await it.does(() => it.choose('psf', 'drawn'), 's')
    await it.does(
      () => it.page.$$eval('.psf-controls button', ([clear]) => (clear as HTMLElement).click()),
      'Draw',
    )
    const picture = await (await it.page.$('.psf-picture'))?.boundingBox()
    if (!picture) throw new Error('the page has no picture of the blur')
    const y = picture.y + picture.height / 2
    await it.does(
      async () => {
        await it.page.mouse.move(picture.x + picture.width * 0.4, y)
        await it.page.mouse.down()
        await it.page.mouse.move(picture.x + picture.width * 0.6, y, { steps: 6 })
        await it.page.mouse.up()
      },
      'Richardson',
      's',
    )
    await expectAsCoded('psf.from([')

    const kernel = join(folder, 'kernel.png')
    await sharp(Buffer.from([0, 90, 0, 0, 255, 0, 0, 90, 0]), {
      raw: { width: 3, height: 3, channels: 1 },
    })
      .png()
      .toFile(kernel)
    await it.does(() => it.give('#psfFile', kernel), 'Richardson', 's')
    await expectAsCoded('[0, 255, 0],')
  })

  test('all boundaries stand side by side, and one can be chosen', async () => {
    await it.page.click('#boundariesSideBySide')
    await it.page.waitForFunction(() => document.querySelectorAll('.candidate').length === 5, {
      timeout: 30_000,
    })
    await it.does(
      () =>
        it.page.$$eval('.candidate', (all) => {
          const taper = all.find((candidate) => candidate.textContent?.startsWith('taper'))
          ;(taper as HTMLElement).click()
        }),
      'Richardson',
      's',
    )
    await expectAsCoded("boundary: 'taper'")
  })

  test('a picture that is opened goes along to repairing', async () => {
    const sharpened = await it.pixels('result')
    await it.does(() => it.choose('mode', 'repair'), 'Paint over')
    expect(Buffer.compare((await it.pixels('original')).data, sharpened.data)).toBe(0)
    // What was there is there again.
    await it.does(() => it.choose('mode', 'sharpen'), 'Richardson', 's')
    expect(Buffer.compare((await it.pixels('result')).data, sharpened.data)).toBe(0)
  })

  test('the browser had nothing to complain about', () => {
    expect(it.complaints).toEqual([])
  })

  /** The code of the page has these words, and run in Node makes the page's picture. */
  async function expectAsCoded(...words: string[]): Promise<void> {
    const code = await it.code('sharpen')
    for (const word of words) expect(code).toContain(word)
    const body = `${code.replace(/^import.*$/gm, '')}; return sharp`
    const wanted = new Function('deconvolve', 'psf', 'image', body)(
      deconvolve,
      psf,
      await it.pixels('original'),
    )
    const got = await it.pixels('result')
    const different = got.data.findIndex((value, i) => value !== wanted.data[i])
    expect(different, 'the first sample that differs').toBe(-1)
  }
})
