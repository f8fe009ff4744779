import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browsers } from '../browser/browsers'
import { type Opened, openPage } from './page'

describe.each(browsers)('the stage in $name', (browser) => {
  let it: Opened

  beforeAll(async () => {
    it = await openPage(browser, inject('playground'))
    await it.says('Paint over')
  })
  afterAll(() => it?.close())

  test('the wheel zooms at the pointer, space and the hand move, 0 shows all', async () => {
    const whole = await paper()
    const at = await it.onStage(0.5, 0.5)
    await it.page.mouse.move(at.x, at.y)
    await it.page.mouse.wheel({ deltaY: -400 })
    await expect.poll(async () => (await paper()).width / whole.width).toBeCloseTo(Math.E, 2)
    const zoomed = await paper()
    // The same pixel is under the pointer.
    expect((at.x - zoomed.x) / zoomed.width).toBeCloseTo((at.x - whole.x) / whole.width, 3)

    await it.page.keyboard.down(' ')
    await it.drag([0.5, 0.5], [0.6, 0.55])
    await it.page.keyboard.up(' ')
    const moved = await paper()
    expect(moved.x - zoomed.x).toBeGreaterThan(50)
    expect(moved.width).toBeCloseTo(zoomed.width, 3)
    await it.page.keyboard.press('h')
    await it.drag([0.6, 0.5], [0.5, 0.5])
    expect((await paper()).x).toBeLessThan(moved.x - 50)
    await it.page.keyboard.press('b')
    await it.page.keyboard.press('0')
    expect(await paper()).toEqual(whole)
    expect(count(await it.mask())).toBe(0)
  })

  test('[ and ] change the size of the brush', async () => {
    const size = () => it.page.$eval('#size', (input) => (input as HTMLInputElement).valueAsNumber)
    const before = await size()
    await it.page.keyboard.press(']')
    expect(await size()).toBeGreaterThan(before)
    await it.page.keyboard.press('[')
    expect(await size()).toBe(before)
  })

  test('Tab shows the original where a mouse works, and moves the focus where none does', async () => {
    const at = await it.onStage(0.5, 0.5)
    await it.page.mouse.click(at.x, at.y)
    await it.page.keyboard.down('Tab')
    expect(await isHolding()).toBe(true)
    await it.page.keyboard.up('Tab')
    expect(await isHolding()).toBe(false)
    expect(await focused()).toBe(true)

    await it.page.mouse.move(2, 2)
    await it.page.waitForSelector('#stage:not(:hover)')
    await it.page.keyboard.press('Tab')
    expect(await isHolding()).toBe(false)
    await expect.poll(focused).toBe(false)
    await it.does(() => it.page.click('#clear'), 'Paint over')
  })

  test('arrows and Enter paint without a mouse', async () => {
    await it.page.mouse.move(2, 2)
    await it.page.focus('#stage')
    await it.does(async () => {
      for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter'] as const) {
        await it.page.keyboard.press(key)
      }
    }, 'ms')
    expect(count(await it.mask())).toBeGreaterThan(100)
    await it.does(() => it.page.click('#clear'), 'Paint over')
  })

  test('the divider shows before on its left and after on its right, by mouse and by keyboard', async () => {
    await it.page.click('#compare')
    const handle = await it.page.$('#divider')
    const box = await handle?.boundingBox()
    if (!box) throw new Error('the page has no divider')
    await it.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await it.page.mouse.down()
    await it.page.mouse.move(box.x + 200, box.y + box.height / 2)
    await it.page.mouse.up()
    const now = () => it.page.$eval('#divider', (slider) => Number(slider.ariaValueNow))
    const dragged = await now()
    expect(dragged).toBeGreaterThan(60)
    await it.page.focus('#divider')
    await it.page.keyboard.press('ArrowLeft')
    expect(await now()).toBe(dragged - 2)
    await it.page.click('#compare')
    expect(await handle?.isVisible()).toBe(false)
    expect(count(await it.mask())).toBe(0)
  })

  test('one finger paints, two fingers zoom', async () => {
    const { touchscreen } = it.page
    const [a, b, c] = [
      await it.onStage(0.4, 0.4),
      await it.onStage(0.6, 0.6),
      await it.onStage(0.5, 0.45),
    ]
    await it.does(async () => {
      await touchscreen.touchStart(a.x, a.y)
      await touchscreen.touchMove(c.x, c.y)
      await touchscreen.touchEnd()
    }, 'ms')
    const painted = count(await it.mask())
    expect(painted).toBeGreaterThan(100)

    const before = await paper()
    const first = await touchscreen.touchStart(a.x, a.y)
    const second = await touchscreen.touchStart(b.x, b.y)
    await second.move(b.x + 90, b.y + 60)
    await second.end()
    await first.end()
    expect((await paper()).width / before.width).toBeGreaterThan(1.2)
    await it.page.waitForFunction(() => document.getElementById('stage')?.ariaBusy !== 'true')
    expect(count(await it.mask())).toBe(painted)
  })

  test('on a phone nothing is wider than the screen', async () => {
    await it.page.setViewport({ width: 390, height: 844 })
    const width = await it.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    const small = await it.page.$$eval('button, .tools label', (all) =>
      all
        .map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 44))
        .map(({ name }) => name),
    )
    expect(small, 'too small for a finger').toEqual([])
  })

  test('the code is copied, or, where a browser forbids that, selected', async () => {
    await it.page.click('aside.only-repair .copy')
    await it.page.waitForFunction(() => {
      const words = document.querySelector('aside.only-repair .copy')?.textContent
      return words === 'Copied' || words === 'Selected'
    })
    const selected = await it.page.evaluate(() => String(getSelection()))
    if (selected) expect(selected).toContain('inpaint(image, mask')
  })

  test('everything to press or move has a name', async () => {
    const nameless = await it.page.$$eval('button, input, select, [role=slider]', (all) =>
      all
        .filter((control) => {
          const labels = [...((control as HTMLInputElement).labels ?? [])]
          const words = [
            control.ariaLabel,
            control.textContent,
            ...labels.map((l) => l.textContent),
          ]
          return !words.some((word) => word?.trim())
        })
        .map((control) => control.outerHTML),
    )
    expect(nameless).toEqual([])
  })

  test('the browser had nothing to complain about', () => {
    expect(it.complaints).toEqual([])
  })

  function paper(): Promise<{ x: number; width: number }> {
    return it.page.$eval('#paper', (paper) => {
      const { x, width } = paper.getBoundingClientRect()
      return { x, width }
    })
  }

  function focused(): Promise<boolean> {
    return it.page.evaluate(() => document.activeElement?.id === 'stage')
  }

  function isHolding(): Promise<boolean> {
    return it.page.$eval('#paper', (paper) => paper.classList.contains('holding'))
  }
})

function count(mask: Uint8Array): number {
  return mask.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0)
}
