import { ANCHOR, DEEP, KNOWN, type Level, MISSING } from './levels'

/**
 * Marks what lies deeper in a hole than `limit` pixels, and a lattice of anchors in it.
 *
 * @returns Whether there is any.
 */
export function markDeep({ patch, state, up, down }: Level, limit: number): boolean {
  const { missing } = patch
  const seen = new Int8Array(patch.size)
  let front: number[] = []
  const visit = (i: number): void => {
    if (state[i] !== MISSING || seen[i] === 1) return
    seen[i] = 1
    front.push(i)
  }
  for (let m = 0; m < missing.length; m++) {
    const i = missing[m]
    if (isKnown(i - 1) || isKnown(i + 1) || isKnown(up[i]) || isKnown(down[i])) visit(i)
  }
  // Steps to four and to eight neighbours by turns make an octagon: close enough to a circle.
  for (let depth = 2; depth <= limit; depth++) {
    const last = front
    front = []
    for (const i of last) {
      visit(i - 1)
      visit(i + 1)
      visit(up[i])
      visit(down[i])
      if (depth % 2 === 1) continue
      for (const row of [up[i], down[i]]) {
        if (row === 0) continue
        visit(row - 1)
        visit(row + 1)
      }
    }
  }
  return markUnseen(patch, state, seen)

  function isKnown(i: number): boolean {
    return state[i] === KNOWN
  }
}

/** Every third pixel of every third row: half as many anchors, or twice, is worse. */
const lattice = 3

function markUnseen({ runs, missing }: Level['patch'], state: Int8Array, seen: Int8Array): boolean {
  let any = false
  for (let r = 0, m = 0; r < runs.length; r += 4) {
    const end = runs[r + 3] + runs[r + 2] - runs[r + 1]
    const shift = runs[r + 1] - runs[r + 3]
    for (; m < missing.length && missing[m] < end; m++) {
      const i = missing[m]
      if (seen[i] === 1) continue
      state[i] = runs[r] % lattice === 0 && (i + shift) % lattice === 0 ? ANCHOR : DEEP
      any = true
    }
  }
  return any
}
