import type { Level } from './levels'
import { NONE } from './pixel-state'

const sweeps = 6

/** Fills the missing pixels from the coarser level, linearly between its pixels, and smooths them. */
export function guess(level: Level, coarser: Level): void {
  interpolate(level, coarser)
  relax(level)
}

function interpolate({ patch, parent }: Level, { patch: coarse, state, up, down }: Level): void {
  const { channels, runs, size, missing, samples } = patch
  for (let r = 0, m = 0; r < runs.length; r += 4) {
    const end = runs[r + 2] + runs[r + 3]
    const shift = -runs[r + 3]
    const vertical = (runs[r] & 1) === 0 ? up : down
    for (; m < missing.length && missing[m] < end; m++) {
      const i = missing[m]
      const near = parent[i]
      const aside = ((i + shift) & 1) === 0 ? -1 : 1
      const beyond = vertical[near] || near
      const beside = state[near + aside] === NONE ? near : near + aside
      const across = state[beyond + aside] === NONE ? beyond : beyond + aside
      for (let c = 0; c < channels; c++) {
        const from = c * coarse.size
        const four = coarse.samples
        samples[c * size + i] =
          (9 * four[from + near] +
            3 * (four[from + beside] + four[from + beyond]) +
            four[from + across]) /
          16
      }
    }
  }
}

/** Gauss and Seidel's sweeps for the Laplace equation, over-relaxed. */
function relax({ patch, state, up, down }: Level): void {
  const { channels, size, missing, samples } = patch
  for (let c = 0; c < channels; c++) {
    const plane = samples.subarray(c * size, (c + 1) * size)
    for (let sweep = 0; sweep < sweeps; sweep++) {
      for (let m = 0; m < missing.length; m++) {
        const i = missing[m]
        const middle = plane[i]
        const left = state[i - 1] === NONE ? middle : plane[i - 1]
        const right = state[i + 1] === NONE ? middle : plane[i + 1]
        const above = up[i] === 0 ? middle : plane[up[i]]
        const below = down[i] === 0 ? middle : plane[down[i]]
        plane[i] += 1.4 * ((left + right + above + below) / 4 - middle)
      }
    }
  }
}
