import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { inpaint } from '../../src/index'
import { browsers } from '../browser/browsers'
import { type Opened, openPage, type Rgb } from './page'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-files-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe.each(browsers)('repairing in $name', (browser) => {
  let it: Opened

  beforeAll(async () => {
    it = await openPage(browser, inject('playground'))
    await it.says('Paint over')
  })
  afterAll(() => it?.close())

  test('a stroke is filled with the bits that Node gives', async () => {
    const original = await it.pixels('original')
    await it.does(() => it.drag([0.35, 0.4], [0.5, 0.5]), 'Automatic', 'ms')
    const mask = await it.mask()
    expect(count(mask)).toBeGreaterThan(500)
    await expectFilled(original, mask, 'auto')
  })

  test('undo gives the picture back, and redo the repair', async () => {
    const repaired = await it.pixels('result')
    await it.does(() => pressWithControl('z'), 'Paint over')
    expectSame(await it.pixels('result'), await it.pixels('original'))
    await it.page.keyboard.down('Shift')
    await it.does(() => pressWithControl('z'), 'ms')
    await it.page.keyboard.up('Shift')
    expectSame(await it.pixels('result'), repaired)
  })

  test('each method fills the same stroke, with the bits that Node gives', async () => {
    const original = await it.pixels('original')
    const mask = await it.mask()
    for (const [method, title] of [
      ['telea', 'Telea:'],
      ['ns', 'OpenCV’s:'],
      ['coherence', 'Coherence transport:'],
      ['biharmonic', 'Biharmonic:'],
      ['kriging', 'Kriging:'],
    ] as const) {
      await it.does(() => it.choose('method', method), title, 'ms')
      await expectFilled(original, mask, method)
    }
  })

  test('a parameter and its small pictures change the fill, and the code says so', async () => {
    await it.does(() => it.choose('method', 'coherence'), 'Coherence transport:', 'ms')
    const before = await it.pixels('result')
    await it.page.waitForSelector('.method-item:has(:checked) .sample')
    await it.page.$eval('.method-item:has(input[value=coherence]) .sample', (sample) => {
      ;(sample as HTMLElement).click()
    })
    await it.page.waitForFunction(() =>
      document.querySelector('aside.only-repair code')?.textContent?.includes('radius: 2'),
    )
    await until(async () => !isSame(await it.pixels('result'), before))
    const mask = await it.mask()
    const code = await it.code('repair')
    const run = new Function('inpaint', 'image', 'mask', `${withoutImport(code)}; return repaired`)
    expectSame(await it.pixels('result'), run(inpaint, await it.pixels('original'), mask))
  })

  test('all methods stand side by side with their times, and one can be chosen', async () => {
    await it.page.click('#methodsSideBySide')
    await it.page.waitForFunction(() => document.querySelectorAll('.candidate').length === 9, {
      timeout: 30_000,
    })
    const captions = await it.page.$$eval('.candidate', (all) => all.map((c) => c.textContent))
    for (const caption of captions) expect(caption).toMatch(/ms|s$/)
    await it.does(
      () => it.page.$$eval('.candidate', ([first]) => (first as HTMLElement).click()),
      'Telea:',
      'ms',
    )
  })

  test('a mask is widened and its seam softened, and taken back to what it was', async () => {
    const before = await it.pixels('result')
    await it.does(() => it.slide('mask-feather', 3), 'Telea:', 'ms')
    await it.does(() => it.slide('mask-dilate', 9), 'Telea:', 'ms')
    const options = { method: 'telea', dilate: 9, feather: 3 } as const
    expectSame(
      await it.pixels('result'),
      inpaint(await it.pixels('original'), await it.mask(), options),
    )
    expect(await it.code('repair')).toContain('dilate: 9, feather: 3')
    await it.does(() => it.slide('mask-dilate', 0), 'Telea:', 'ms')
    await it.does(() => it.slide('mask-feather', 0), 'Telea:', 'ms')
    expectSame(await it.pixels('result'), before)
  })

  test('the eraser takes the paint away', async () => {
    await it.page.keyboard.press('e')
    await it.slide('size', 120)
    await it.does(() => it.drag([0.35, 0.4], [0.5, 0.5]), 'Paint over')
    expectSame(await it.pixels('result'), await it.pixels('original'))
  })

  test('a rectangle and a lasso mark what is in them', async () => {
    await it.page.keyboard.press('m')
    await it.does(() => it.drag([0.4, 0.4], [0.5, 0.5]), 'Telea:', 'ms')
    const mask = await it.mask()
    const box = boxOf(mask, 451)
    expect(count(mask)).toBe(box.width * box.height)
    expect(box.width).toBeGreaterThan(20)

    await it.does(() => it.page.click('#clear'), 'Paint over')
    await it.page.keyboard.press('l')
    const corners = await Promise.all(
      [
        [0.4, 0.4],
        [0.6, 0.4],
        [0.4, 0.6],
      ].map(([x, y]) => it.onStage(x, y)),
    )
    await it.page.mouse.move(corners[0].x, corners[0].y)
    await it.page.mouse.down()
    for (const { x, y } of corners) await it.page.mouse.move(x, y, { steps: 3 })
    await it.does(() => it.page.mouse.up(), 'Telea:', 'ms')
    const lasso = await it.mask()
    const around = boxOf(lasso, 451)
    // A triangle is half of its box.
    expect(count(lasso) / (around.width * around.height)).toBeCloseTo(0.5, 1)
    await it.does(() => it.page.click('#clear'), 'Paint over')
  })

  test('a mask is loaded; one of another size is refused in words', async () => {
    const mask = await sharp('examples/text.png').raw().toBuffer({ resolveWithObject: true })
    await it.does(() => it.give('#maskFile', 'examples/text.png'), 'Telea:', 'ms')
    const wanted = new Uint8Array(451 * 300).map((_, i) =>
      mask.data[i * mask.info.channels] > 127 ? 255 : 0,
    )
    expect(Buffer.compare(await it.mask(), wanted)).toBe(0)
    await expectFilled(await it.pixels('original'), wanted, 'telea')

    const small = join(folder, 'small.png')
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } }).toFile(
      small,
    )
    await it.does(() => it.give('#maskFile', small), '451 x 300', '40 x 30')
    await it.does(() => it.page.click('#clear'), 'Paint over')
  })

  test('all of a colour is marked, more of it with more tolerance', async () => {
    const colors = join(folder, 'colors.png')
    const svg = `<svg width="200" height="120"><rect width="200" height="120" fill="#3060a0"/>
      <rect x="90" y="50" width="20" height="20" fill="#ff0000"/>
      <rect x="20" y="20" width="10" height="10" fill="#e61414"/></svg>`
    await sharp(Buffer.from(svg)).removeAlpha().png().toFile(colors)
    await it.does(() => it.give('#file', colors), 'Paint over')
    await it.page.keyboard.press('i')
    await it.slide('tolerance', 0)
    const { x, y } = await it.inPicture(100, 60)
    await it.does(() => it.page.mouse.click(x, y), 'ms')
    expect(count(await it.mask())).toBe(400)
    await it.slide('tolerance', 40)
    await until(async () => count(await it.mask()) === 500)
    // The wider mask took the place of the narrower.
    await it.does(() => it.page.click('#undo'), 'Paint over')
    await it.page.keyboard.press('b')
  })

  test('what is transparent can be filled', async () => {
    const holed = join(folder, 'holed.png')
    const svg = `<svg width="60" height="40"><path d="M0 0h60v40h-60zM20 10v10h10v-10z" fill="#c08040"/></svg>`
    await sharp(Buffer.from(svg)).png().toFile(holed)
    await it.does(() => it.give('#file', holed), 'Paint over')
    await it.does(() => it.page.click('#fromTransparency'), 'ms')
    expect(count(await it.mask())).toBe(100)
    const saved = await sharp(await it.saved('#download', 'repaired.png'))
      .raw()
      .toBuffer()
    expect([...saved.subarray(0, 4)]).toEqual([0xc0, 0x80, 0x40, 255])
    expect([...saved.subarray((15 * 60 + 25) * 4, (15 * 60 + 25) * 4 + 4)]).toEqual([
      0xc0, 0x80, 0x40, 255,
    ])
  })

  test('a file is dropped, a picture is pasted; the repaired picture is downloaded', async () => {
    const photo = (await readFile('examples/chelsea.png')).toString('base64')
    for (const way of ['drop', 'paste']) {
      await it.does(() => bring(way, photo), 'Paint over')
      await it.does(() => it.drag([0.4, 0.4], [0.5, 0.45]), 'Telea:', 'ms')
      const { data } = await it.pixels('result')
      const saved = await sharp(await it.saved('#download', 'repaired.png'))
        .removeAlpha()
        .raw()
        .toBuffer()
      expect(Buffer.compare(saved, data)).toBe(0)
      await it.does(() => it.give('#file', join(folder, 'colors.png')), 'Paint over')
    }
  })

  test('what is no picture, or too large, is refused in words', async () => {
    const noPicture = join(folder, 'notes.png')
    await writeFile(noPicture, 'not a picture')
    await it.does(() => it.give('#file', noPicture), '“notes.png” is not a picture')

    const large = join(folder, 'large.png')
    await sharp({ create: { width: 6000, height: 4100, channels: 3, background: '#888' } })
      .png()
      .toFile(large)
    await it.does(() => it.give('#file', large), '24.6 megapixels')
  })

  test('a long fill is given up for what is done next', async () => {
    await it.does(() => it.give('#file', 'examples/chelsea.png'), 'Paint over')
    await it.choose('method', 'kriging')
    await it.page.$eval('#method-kriging-quality', (select) => {
      ;(select as HTMLSelectElement).selectedIndex = 1
      select.dispatchEvent(new Event('input'))
    })
    await it.page.keyboard.press('m')
    await it.drag([0.2, 0.2], [0.8, 0.8])
    await it.says('%')
    await it.does(() => it.page.click('#undo'), 'Paint over')
    expectSame(await it.pixels('result'), await it.pixels('original'))
    await it.page.keyboard.press('b')
  })

  test('24 megapixels are opened, and a stroke on them is filled', async () => {
    const large = join(folder, 'large.jpg')
    await sharp('examples/chelsea.png').resize(6000, 4000, { fit: 'fill' }).jpeg().toFile(large)
    await it.does(() => it.give('#file', large), 'Paint over')
    const size = await it.page.$eval('canvas#result', ({ width, height }) => [width, height])
    expect(size).toEqual([6000, 4000])
    await it.choose('method', 'telea')
    await it.slide('size', 6)
    await it.does(() => it.dragInPicture([2400, 1700], [2500, 1720]), 'Telea:', 'ms')
    // The whole picture would take a test longer than the page takes.
    const part = { x: 2200, y: 1500, width: 500, height: 400 }
    const original = await it.pixels('original', part)
    const filled = await it.pixels('result', part)
    const mask = filled.data.map((value, i) => (value === original.data[i] ? 0 : 1))
    expect(count(mask)).toBeGreaterThan(500)
  })

  test('the browser had nothing to complain about, nor had the security policy', () => {
    expect(it.complaints).toEqual([])
  })

  async function pressWithControl(key: 'z'): Promise<void> {
    await it.page.keyboard.down('Control')
    await it.page.keyboard.press(key)
    await it.page.keyboard.up('Control')
  }

  /** Drops or pastes a photo, which is given in base 64. */
  function bring(way: string, base64: string): Promise<void> {
    return it.page.evaluate(
      (base64, way) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
        const files = new DataTransfer()
        files.items.add(new File([bytes], 'photo.png', { type: 'image/png' }))
        // In Firefox the clipboard of a ClipboardEvent that is made has no files.
        const paste = Object.assign(new Event('paste'), { clipboardData: files })
        const drop = new DragEvent('drop', { dataTransfer: files, cancelable: true })
        dispatchEvent(way === 'drop' ? drop : paste)
      },
      base64,
      way,
    )
  }

  async function expectFilled(
    original: Rgb,
    mask: Uint8Array,
    method: 'auto' | 'telea' | 'ns' | 'coherence' | 'biharmonic' | 'kriging',
  ): Promise<void> {
    const wanted = inpaint(original, mask, { method })
    const got = await it.pixels('result')
    expectSame(got, wanted)
    expect(isSame(got, original)).toBe(false)
  }
})

function expectSame(got: Rgb, wanted: Rgb): void {
  expect([got.width, got.height]).toEqual([wanted.width, wanted.height])
  const different = got.data.findIndex((value, i) => value !== wanted.data[i])
  expect(different, 'the first sample that differs').toBe(-1)
}

function isSame(a: Rgb, b: Rgb): boolean {
  return Buffer.compare(a.data, b.data) === 0
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0)
}

function boxOf(mask: Uint8Array, width: number): { width: number; height: number } {
  const at = [...mask.keys()].filter((i) => mask[i] > 0)
  const columns = at.map((i) => i % width)
  const rows = at.map((i) => Math.floor(i / width))
  return {
    width: Math.max(...columns) - Math.min(...columns) + 1,
    height: Math.max(...rows) - Math.min(...rows) + 1,
  }
}

function withoutImport(code: string): string {
  return code.replace(/^import.*$/gm, '')
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 10_000 }).toBe(true)
}
