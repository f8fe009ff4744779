import type { Layout } from './layout'
import type { Workspace } from './workspace'

/** Copies a batch into the workspace as it is. */
export function createGather(workspace: Workspace) {
  return function gather(
    fromRe: Float64Array,
    fromIm: Float64Array,
    at: number,
    { stride, step, shift }: Layout,
    batch: number,
    to: number,
    n: number,
  ): void {
    const { re, im } = workspace
    // A single transform is one long inner loop rather than a long outer one.
    const single = batch === 1
    const outer = single ? 1 : n
    const inner = single ? n : batch
    const iStep = single ? stride : step
    let o = to | 0
    for (let p = 0; p < outer; p++) {
      let i = (at + p * stride) | 0
      for (const end = (o + inner) | 0; o < end; o = (o + 1) | 0, i = (i + iStep) | 0) {
        re[o] = fromRe[i]
        im[o] = fromIm[(i + shift) | 0]
      }
    }
  }
}
