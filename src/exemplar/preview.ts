import type { Patch } from '../patch'
import type { Level } from './level'
import { singleSources } from './single-sources'
import type { Window } from './window'

/** Fills a patch as far as one level goes: with copies in pieces as large as the level is coarse. */
export function showEstimate(patch: Patch, window: Window, finest: Level, level: Level): void {
  const { size, channels, samples, missing } = patch
  const { width, height, first, stride } = window
  const sources = singleSources(level)
  const sourceOf = new Int32Array(level.width * level.height)
  for (let n = 0; n < sources.length; n++) sourceOf[level.missing[n]] = sources[n]
  for (let n = 0; n < missing.length; n++) {
    const y = Math.floor(finest.missing[n] / width)
    const x = finest.missing[n] - y * width
    const column = Math.floor(x / level.scale)
    const row = Math.floor(y / level.scale)
    const source = sourceOf[row * level.width + column]
    const fromRow = Math.floor(source / level.width)
    const fromColumn = source - fromRow * level.width
    const fromX = Math.min(x + (fromColumn - column) * level.scale, width - 1)
    const fromY = Math.min(y + (fromRow - row) * level.scale, height - 1)
    const from = first + fromY * stride + fromX
    for (let c = 0; c < channels; c++) samples[c * size + missing[n]] = samples[c * size + from]
  }
}
