import { expect, test } from 'vitest'
import { browsers } from './browsers'
import { bundleForPage, importing } from './bundle'
import { type Bits, bitsOfLibrary } from './cases'

// Not almost the same everywhere, but the same bits.

const expected = bitsOfLibrary()

test('the cases are many, and tell results apart', () => {
  expect(new Set(expected.map(([name]) => name)).size).toBe(expected.length)
  // Both classes of 8 bits give the same, and damage with a single method is filled by it in 'auto' too.
  expect(new Set(expected.map(([, hash]) => hash)).size).toBeGreaterThan(expected.length / 2)
})

test.each(browsers)('every method gives in $name what it gives in Node', async ({ launch }) => {
  const script = await bundleForPage("export { bitsOfLibrary } from './browser/cases'")
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.evaluate(importing(script as string))
    const bits = (await page.evaluate('it.bitsOfLibrary()')) as Bits
    expect(bits.length).toBe(expected.length)
    expect(bits.filter(([, hash], i) => hash !== expected[i][1])).toEqual([])
  } finally {
    await browser.close()
  }
})
