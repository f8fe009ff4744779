import type { Patch } from '../patch'
import { convert, type EightBit, type Range } from './eight-bit'
import type { ColorGuidance } from './guidance'
import { pixelOf, type Window } from './window'

/** Colours wanted in a level's missing pixels, as they are matched. */
export interface Hints extends EightBit {
  readonly width: number
  readonly height: number
  /** 0 to 1. */
  readonly weight: Float32Array
}

export function hintsIn(
  { channels, imageWidth, imageHeight, missing }: Patch,
  window: Window,
  range: Range,
  { samples, weight }: ColorGuidance,
): Hints {
  const { width, height, left, top } = window
  const hints = emptyHints(width, height, channels > 1)
  const step = imageWidth * imageHeight
  for (let n = 0; n < missing.length; n++) {
    const to = pixelOf(window, missing[n])
    const y = Math.floor(to / width)
    const from = (top + y) * imageWidth + left + to - y * width
    if (weight[from] === 0) continue
    hints.weight[to] = weight[from]
    convert(samples, from, step, range, hints, to)
  }
  return hints
}

/** The hints of the next coarser level: of four pixels, by their weights. */
export function halfHints(fine: Hints): Hints {
  const width = (fine.width + 1) >> 1
  const height = (fine.height + 1) >> 1
  const isColored = fine.chroma.length > 0
  const hints = emptyHints(width, height, isColored)
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      let sum = 0
      let light = 0
      let blue = 0
      let red = 0
      for (let row = 2 * y; row < Math.min(2 * y + 2, fine.height); row++) {
        for (let column = 2 * x; column < Math.min(2 * x + 2, fine.width); column++) {
          const from = row * fine.width + column
          const weight = fine.weight[from]
          if (weight === 0) continue
          sum += weight
          light += weight * fine.luma[from]
          blue += weight * (isColored ? fine.chroma[2 * from] : 0)
          red += weight * (isColored ? fine.chroma[2 * from + 1] : 0)
        }
      }
      if (sum === 0) continue
      hints.weight[to] = sum / 4
      hints.luma[to] = light / sum
      if (!isColored) continue
      hints.chroma[2 * to] = blue / sum
      hints.chroma[2 * to + 1] = red / sum
    }
  }
  return hints
}

function emptyHints(width: number, height: number, isColored: boolean): Hints {
  return {
    width,
    height,
    luma: new Uint8ClampedArray(width * height),
    chroma: new Uint8ClampedArray(isColored ? 2 * width * height : 0),
    weight: new Float32Array(width * height),
  }
}
