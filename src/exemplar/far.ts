import type { Level } from './level'

/** What it costs to copy from far away: squares, times the squared distance. */
export interface FarCosts {
  readonly perColumn: number
  readonly perRow: number
}

/** What it costs to copy from one pixel of a level to another, for the way alone. */
export function farCost(
  { width, height }: Level,
  { perColumn, perRow }: FarCosts,
): ((target: number, source: number) => number) | undefined {
  if (perColumn === 0 && perRow === 0) return undefined
  const nearRows = NEAR * height
  return (target, source) => {
    const row = (target / width) | 0
    const fromRow = (source / width) | 0
    const dx = target - row * width - source + fromRow * width
    const dy = Math.max(Math.abs(row - fromRow) - nearRows, 0)
    return dx * dx * perColumn + dy * dy * perRow
  }
}

/** Within this share of the height places are as good as at the same height. */
const NEAR = 0.08
