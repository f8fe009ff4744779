import type { Hole } from './hole'
import type { Fill, Method } from './method'

/** A caller's own fill as a method: what it must not read is `NaN`, and what it must write is checked. */
export function customMethod(fill: Fill): Method {
  return {
    fill(hole, options) {
      blankUnknown(hole)
      fill(hole, options)
      checkFilled(hole)
    },
    reach: (radius) => radius,
  }
}

/** The crop may hold an earlier hole's samples, and those of other holes nearby. */
function blankUnknown({ width, height, near, missing, samples }: Hole): void {
  const loaded = samples.slice()
  samples.fill(NaN)
  for (let c = 0; c < samples.length; c += width * height) {
    for (let r = 0; r < near.length; r += 2) {
      samples.set(loaded.subarray(c + near[r], c + near[r + 1]), c + near[r])
    }
    for (let n = 0; n < missing.length; n++) samples[c + missing[n]] = NaN
  }
}

function checkFilled({ x, y, width, height, missing, samples }: Hole): void {
  const plane = width * height
  for (let first = 0, c = 0; first < samples.length; first += plane, c++) {
    for (let n = 0; n < missing.length; n++) {
      const value = samples[first + missing[n]]
      if (Number.isFinite(value)) continue
      throw new RangeError(
        `method: expected a finite number for every missing sample, got ${value} at x ${(missing[n] % width) + x}, y ${Math.floor(missing[n] / width) + y}, channel ${c}`,
      )
    }
  }
}
