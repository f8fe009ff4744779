import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inpaint } from '../../src/index'
import { browserPath, type OpenPage, openPage } from './page'

if (!browserPath) console.warn('playground: no Chromium was found, so its tests are skipped')

describe.skipIf(!browserPath)('the playground in Chromium', () => {
  let opened: OpenPage

  beforeAll(async () => {
    opened = await openPage(browserPath as string)
    await says('Paint over')
  }, 120_000)

  afterAll(() => opened?.close())

  test('a stroke is filled with the bits that Node gives', async () => {
    const before = await pixels('result')
    await stroke()
    await says('ms')
    const after = await pixels('result')
    const mask = (await pixels('painted')).data.filter((_, i) => i % 4 === 3)
    expect(mask.some((alpha) => alpha > 0)).toBe(true)

    const rgb = before.data.filter((_, i) => i % 4 !== 3)
    const filled = inpaint({ ...before, data: rgb, channels: 3 }, mask, { method: 'auto' })
    expect(
      Buffer.compare(
        after.data.filter((_, i) => i % 4 !== 3),
        filled.data,
      ),
    ).toBe(0)
    expect(Buffer.compare(after.data, before.data)).not.toBe(0)
  })

  test('undo gives the picture back, and redo the repair', async () => {
    const repaired = await pixels('result')
    await opened.page.keyboard.down('Control')
    await opened.page.keyboard.press('z')
    await opened.page.keyboard.up('Control')
    await says('Paint over')
    const original = await pixels('original')
    expect(Buffer.compare((await pixels('result')).data, original.data)).toBe(0)
    await opened.page.click('#redo')
    await says('ms')
    expect(Buffer.compare((await pixels('result')).data, repaired.data)).toBe(0)
  })

  test('each method fills the same stroke, with the bits that Node gives', async () => {
    const { data, width, height } = await pixels('original')
    const rgb = { data: data.filter((_, i) => i % 4 !== 3), width, height, channels: 3 }
    const mask = (await pixels('painted')).data.filter((_, i) => i % 4 === 3)
    for (const [method, title] of [
      ['telea', 'Telea'],
      ['ns', 'Navier-Stokes, OpenCV’s'],
      ['coherence', 'Coherence'],
      ['biharmonic', 'Biharmonic'],
    ] as const) {
      await opened.page.click(`input[value=${method}]`)
      await says(title, 'ms')
      const shown = (await pixels('result')).data.filter((_, i) => i % 4 !== 3)
      expect(Buffer.compare(shown, inpaint(rgb, mask, { method }).data), method).toBe(0)
    }
  })

  test('the eraser takes the paint away', async () => {
    await opened.page.click('#eraser')
    await opened.page.$eval('input#size', (size) => {
      size.value = '80'
      size.dispatchEvent(new Event('input'))
    })
    await stroke()
    await says('Paint over')
    const original = await pixels('original')
    expect(Buffer.compare((await pixels('result')).data, original.data)).toBe(0)
  })

  test('what is no picture, or too large, is refused in words', async () => {
    const noPicture = join(tmpdir(), `playground-${process.pid}.png`)
    await writeFile(noPicture, 'not a picture')
    await choose(noPicture)
    await says('is not a picture')

    const large = join(tmpdir(), `playground-large-${process.pid}.png`)
    await sharp({ create: { width: 6000, height: 4100, channels: 3, background: '#888' } })
      .png()
      .toFile(large)
    await choose(large)
    await says('24.6 megapixels')
  })

  test('an own picture opens, in its own size', async () => {
    const own = join(tmpdir(), `playground-own-${process.pid}.png`)
    await sharp({ create: { width: 70, height: 50, channels: 3, background: '#38c' } })
      .png()
      .toFile(own)
    await choose(own)
    await says('Paint over')
    const { width, height, data } = await pixels('result')
    expect([width, height, ...data.subarray(0, 4)]).toEqual([70, 50, 0x33, 0x88, 0xcc, 255])
  })

  test('the browser had nothing to complain about, nor had the security policy', () => {
    expect(opened.complaints).toEqual([])
  })

  /** Waits until the line of the page has all of these words. */
  async function says(...words: string[]): Promise<void> {
    await opened.page.waitForFunction(
      (wanted: string[]) => {
        const line = document.getElementById('status')?.textContent ?? ''
        return wanted.every((word) => line.includes(word))
      },
      { timeout: 30_000 },
      words,
    )
  }

  async function pixels(id: string) {
    const { width, height, base64 } = await opened.page.$eval(`canvas#${id}`, (canvas) => {
      const { width, height } = canvas
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      let binary = ''
      for (const byte of data) binary += String.fromCharCode(byte)
      return { width, height, base64: btoa(binary) }
    })
    return { width, height, data: new Uint8Array(Buffer.from(base64, 'base64')) }
  }

  async function stroke(): Promise<void> {
    const { mouse } = opened.page
    const box = await (await opened.page.$('#stage'))?.boundingBox()
    if (!box) throw new Error('the page has no stage')
    const x = box.x + box.width / 2
    const y = box.y + box.height / 2
    await mouse.move(x - 60, y - 20)
    await mouse.down()
    await mouse.move(x + 60, y + 25, { steps: 12 })
    await mouse.up()
  }

  async function choose(path: string): Promise<void> {
    const [chooser] = await Promise.all([
      opened.page.waitForFileChooser(),
      opened.page.click('#open'),
    ])
    await chooser.accept([path])
  }
})
