import type { Level } from './level'

/** How much worse a match is for being far away: times the squared distance in pixels. */
export interface FarCosts {
  readonly perColumn: number
  readonly perRow: number
}

/**
 * What the difference of two patches is multiplied by for the way between them. As a factor, not as
 * a term: an exact match costs nothing from anywhere.
 */
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
    return 1 + dx * dx * perColumn + dy * dy * perRow
  }
}

/** Within this share of the height places are as good as at the same height. */
const NEAR = 0.08
