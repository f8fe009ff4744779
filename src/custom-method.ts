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
    optionNames: [],
    check: () => {},
  }
}

/** The crop may hold an earlier hole's samples, and those of other holes nearby. */
function blankUnknown({ width, height, near, missing, samples }: Hole): void {
  const plane = width * height
  for (let first = 0; first < samples.length; first += plane) {
    let known = first
    for (let r = 0; r < near.length; r += 2) {
      samples.fill(NaN, known, first + near[r])
      known = first + near[r + 1]
    }
    samples.fill(NaN, known, first + plane)
    for (let n = 0; n < missing.length; n++) samples[first + missing[n]] = NaN
  }
}

function checkFilled({ x, y, width, height, missing, samples }: Hole): void {
  const plane = width * height
  for (let first = 0, c = 0; first < samples.length; first += plane, c++) {
    for (let n = 0; n < missing.length; n++) {
      const value = samples[first + missing[n]]
      if (Number.isFinite(value)) continue
      const row = Math.floor(missing[n] / width)
      throw new RangeError(
        `method: expected a finite number for every missing sample, got ${value} at x ${missing[n] - row * width + x}, y ${row + y}, channel ${c}`,
      )
    }
  }
}
