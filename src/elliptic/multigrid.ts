import { coarsen } from './coarse-level'
import { dot } from './conjugate-gradients'
import type { Level } from './level'
import { prolong, restrict, type Transfer } from './transfer'

/**
 * A V-cycle: makes x of the finest level an approximate solution of A x = b, in time proportional to
 * the number of unknowns, and returns b·x. As a map from b to x it is symmetric and positive definite.
 *
 * @see W. L. Briggs, V. E. Henson, S. F. McCormick, "A Multigrid Tutorial", 2nd edition, 2000,
 * doi:10.1137/1.9780898719505
 */
export function createVCycle(finest: Level): () => number {
  const levels = [finest]
  const transfers: Transfer[] = []
  for (let fine = finest; fine.unknowns.length > 16; ) {
    const { level, transfer } = coarsen(fine)
    // Unknown cells that all lie apart have no coarser form, and need none.
    if (level.unknowns.length === 0) break
    levels.push(level)
    transfers.push(transfer)
    fine = level
  }

  return () => {
    cycle(0)
    return dot(finest.unknowns, finest.b, finest.x)
  }

  function cycle(l: number): void {
    const level = levels[l]
    level.x.fill(0)
    if (l === transfers.length) {
      for (let sweep = 0; sweep < 8; sweep++) {
        level.relax(1)
        level.relax(-1)
      }
      return
    }
    level.relax(1)
    restrict(level, transfers[l], levels[l + 1])
    cycle(l + 1)
    prolong(levels[l + 1], transfers[l], level)
    level.relax(-1)
  }
}
