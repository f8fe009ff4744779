/** Tells how far an iteration is that stops after `iterations` turns, or once one changes less than `tolerance`. */
export interface Convergence {
  /** To be called within turns: nothing is new, but the call may have been aborted. */
  readonly pause: () => void
  readonly turned: (turns: number, change: number) => void
}

/** Changes fall off geometrically, so their logarithm grows evenly. */
export function trackConvergence(
  iterations: number,
  tolerance: number,
  report: (share: number) => void,
): Convergence {
  let first = 0
  let share = 0
  return {
    pause: () => report(share),
    turned(turns, change) {
      if (turns === 1) first = change
      const settled = Math.log(first / change) / Math.log(first / tolerance)
      share = Math.max(share, turns / iterations, settled < 1 ? settled : 0)
      report(share)
    },
  }
}
