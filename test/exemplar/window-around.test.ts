import { expect, test } from 'vitest'
import { windowAround } from '../../src/exemplar/window-around'
import type { Picture } from '../../src/image/picture'
import type { Region } from '../../src/mask/holes'
import { readMask } from '../../src/mask/mask'

const width = 3000
const height = 4

function windowIn(mask: boolean[]): Region[] {
  return windowAround(readMask(mask, { width, height, type: 'uint8' } as Picture, {}))
}

test('is one rectangle, with as much around the holes as they extend', () => {
  const mask = Array<boolean>(width * height).fill(false)
  mask[1000] = true
  mask[2 * width + 1599] = true
  const [region, ...others] = windowIn(mask)
  expect(others).toEqual([])
  expect([...region]).toEqual([0, 400, 2200, 1, 400, 2200, 2, 400, 2200, 3, 400, 2200])
  const [small] = windowIn(mask.map((v, i) => v && i === 1000))
  expect([...small].slice(0, 3)).toEqual([0, 488, 1513])
  expect(windowIn(mask.fill(false))).toEqual([])
})
