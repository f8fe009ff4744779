import type { Level } from './pyramid'
import type { Links } from './start'

/** Distance to known in octagon steps; and the largest. */
export function depths({ patch, known, inPatch }: Level, { up, down }: Links): { depth: Int32Array; deepest: number } {
  const depth = new Int32Array(patch.size)
  let front: number[] = []
  const { missing } = patch
  for (let m = 0; m < missing.length; m++) {
    const i = missing[m]
    if (known[i - 1] || known[i + 1] || (up[i] && known[up[i]]) || (down[i] && known[down[i]])) {
      depth[i] = 1
      front.push(i)
    }
  }
  let d = 1
  while (front.length > 0) {
    d++
    const next: number[] = []
    const visit = (j: number) => {
      if (j > 0 && inPatch[j] && !known[j] && depth[j] === 0) {
        depth[j] = d
        next.push(j)
      }
    }
    for (const i of front) {
      visit(i - 1); visit(i + 1); visit(up[i]); visit(down[i])
      if (d % 2 === 0) {
        const u = up[i], v = down[i]
        if (u) { visit(u - 1); visit(u + 1) }
        if (v) { visit(v - 1); visit(v + 1) }
      }
    }
    front = next
  }
  return { depth, deepest: d - 1 }
}
