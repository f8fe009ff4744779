import { KNOWN, type Lattice, UNKNOWN } from '../elliptic/lattice'

/** How many steps from pixel to pixel the unknown one furthest from the known ones is away. */
export function depthOf({ size, kind, up, down }: Lattice): number {
  const steps = new Int32Array(size).fill(size)
  for (let i = 1; i < size; i++) {
    if (kind[i] === KNOWN) steps[i] = 0
    else if (kind[i] === UNKNOWN) steps[i] = Math.min(steps[i - 1], steps[up[i]]) + 1
  }
  let depth = 0
  for (let i = size - 1; i > 0; i--) {
    if (kind[i] !== UNKNOWN) continue
    steps[i] = Math.min(steps[i], steps[i + 1] + 1, steps[down[i]] + 1)
    depth = Math.max(depth, steps[i])
  }
  return depth
}
