import { coarsen } from './coarse-level'
import { dot } from './conjugate-gradients'
import type { Level } from './level'
import { prolong, restrict } from './transfer'

/**
 * A V-cycle: makes x of the finest level an approximate solution of A x = b, in time proportional to
 * the number of unknowns, and returns b·x. As a map from b to x it is symmetric and positive definite.
 *
 * @see W. L. Briggs, V. E. Henson, S. F. McCormick, "A Multigrid Tutorial", 2nd edition, 2000,
 * doi:10.1137/1.9780898719505
 */
export function createVCycle(finest: Level): () => number {
  const cycle = cycleFrom(finest)
  return () => {
    cycle()
    return dot(finest.unknowns, finest.b, finest.x)
  }
}

function cycleFrom(level: Level): () => void {
  const { unknowns, x, relax } = level
  const coarse = coarsen(level)
  // Unknown cells that all lie apart have no coarser form, and need none.
  if (unknowns.length <= 16 || coarse.unknowns.length === 0) {
    return () => {
      x.fill(0)
      for (let sweep = 0; sweep < 8; sweep++) {
        relax(1)
        relax(-1)
      }
    }
  }
  const coarseCycle = cycleFrom(coarse)
  return () => {
    x.fill(0)
    relax(1)
    restrict(level, coarse)
    coarseCycle()
    prolong(coarse, level)
    relax(-1)
  }
}
