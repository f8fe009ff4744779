import { mkdtemp, rm } from 'node:fs/promises'
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
  // A lawn and a wall, and in the middle what is to go.
  const scene = `<svg width="160" height="120"><filter id="n"><feTurbulence baseFrequency="0.4" numOctaves="2" seed="4"/>
    <feColorMatrix values="0.4 0 0 0 0.2  0 0.5 0 0 0.3  0 0 0.3 0 0.1  0 0 0 0 1"/></filter>
    <rect width="160" height="120" filter="url(#n)"/>
    <rect width="160" height="50" fill="#c8b8a0"/><rect x="64" y="30" width="30" height="50" fill="#2030a0"/></svg>`
  await sharp(Buffer.from(scene)).removeAlpha().png().toFile(join(folder, 'scene.png'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe.each(browsers)('guiding in $name', (browser) => {
  let it: Opened
  let first: Rgb

  beforeAll(async () => {
    it = await openPage(browser, inject('playground'))
    await it.says('Paint over')
    await it.does(() => it.give('#file', join(folder, 'scene.png')), 'Paint over')
    await it.choose('method', 'exemplar')
  })
  afterAll(() => it?.close())

  test('a thing is brushed away, with the bits that Node gives', async () => {
    await it.page.keyboard.press('m')
    await it.does(() => it.dragInPicture([60, 26], [98, 84]), 'Exemplar:', 's')
    first = await it.pixels('result')
    expectSame(first, inpaint(await it.pixels('original'), await it.mask(), { method: 'exemplar' }))
  })

  test('another version is another, and the code says which', async () => {
    await it.does(() => it.page.click('#anotherVersion'), 'Exemplar:', 's')
    const second = await it.pixels('result')
    expect(isSame(second, first)).toBe(false)
    expect(await it.code('repair')).toContain("{ method: 'exemplar', seed: 1 }")
    const options = { method: 'exemplar', seed: 1 } as const
    expectSame(second, inpaint(await it.pixels('original'), await it.mask(), options))
  })

  test('a line is told to the method as it was drawn, and can be undone and rubbed out', async () => {
    const before = await it.pixels('result')
    await it.page.keyboard.press('n')
    await it.does(() => it.dragInPicture([45, 40], [115, 62]), 'Exemplar:', 's')
    const code = await it.code('repair')
    expect(code).toContain('guide: { lines: [[[')
    const body = `${code.replace(/^import.*$/gm, '')}; return repaired`
    const run = new Function('inpaint', 'image', 'mask', body)
    const guided = await it.pixels('result')
    expectSame(guided, run(inpaint, await it.pixels('original'), await it.mask()))

    await it.does(() => it.page.click('#undo'), 'Exemplar:', 's')
    expectSame(await it.pixels('result'), before)
    await it.does(() => it.page.click('#redo'), 'Exemplar:', 's')
    expectSame(await it.pixels('result'), guided)
    await it.page.keyboard.press('e')
    await it.slide('size', 20)
    await it.does(() => it.dragInPicture([46, 34], [46, 46]), 'Exemplar:', 's')
    expect(await it.code('repair')).not.toContain('lines')
  })

  test('a colour that is dabbed is there', async () => {
    await it.page.keyboard.press('c')
    await it.page.$eval('#wishColor', (input) => {
      ;(input as HTMLInputElement).value = '#d02020'
    })
    await it.choose('method', 'harmonic')
    await it.slide('size', 60)
    await it.does(() => it.dragInPicture([70, 60], [88, 60]), 'Harmonic:', 'ms')
    const { data, width } = await it.pixels('result')
    const [red, green] = data.subarray((60 * width + 79) * 3)
    expect(red).toBeGreaterThan(180)
    expect(green).toBeLessThan(70)
    expect(await it.code('repair')).toContain('guide: { colors }')
    await it.does(() => it.page.click('#undo'), 'Harmonic:', 'ms')
  })

  test('nothing is copied from where it is forbidden', async () => {
    await it.does(() => it.choose('method', 'exemplar'), 'Exemplar:', 's')
    const before = await it.pixels('result')
    await it.page.keyboard.press('f')
    await it.slide('size', 160)
    await it.does(() => it.dragInPicture([20, 100], [140, 100]), 'Exemplar:', 's')
    expect(await it.code('repair')).toContain('forbid')
    expect(isSame(await it.pixels('result'), before)).toBe(false)
    // It is not repaired.
    expect((await it.mask())[100 * 160 + 80]).toBe(0)
  })

  test('tools that a method has no use for are not there', async () => {
    await it.does(() => it.choose('method', 'telea'), 'Telea:', 'ms')
    const shown = await it.page.$$eval('.tools label', (all) =>
      all
        .filter((label) => label.checkVisibility())
        .map((label) => (label as HTMLElement).dataset.part ?? ''),
    )
    expect(shown.filter((part) => part !== '')).toEqual([])
    expect(await it.page.$eval('#stage', (stage) => (stage as HTMLElement).dataset.tool)).toBe(
      'brush',
    )
  })

  test('the browser had nothing to complain about', () => {
    expect(it.complaints).toEqual([])
  })
})

function expectSame(got: Rgb, wanted: Rgb): void {
  const different = got.data.findIndex((value, i) => value !== wanted.data[i])
  expect(different, 'the first sample that differs').toBe(-1)
}

function isSame(a: Rgb, b: Rgb): boolean {
  return Buffer.compare(a.data, b.data) === 0
}
