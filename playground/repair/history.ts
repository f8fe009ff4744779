import type { Box } from '../worker/picture'
import type { Marks, Point } from './marks'

/** Undo and redo. A change is kept as runs of pixels and the bits that were turned over in each. */
export interface History {
  /** Keeps what was changed in a box since the last time; says whether anything was. */
  commit(box: Box): boolean
  /** Takes it back instead; as `undo` and `redo`, says where. */
  drop(box: Box): void
  undo(): Box | undefined
  redo(): Box | undefined
  canUndo(): boolean
  canRedo(): boolean
}

/** Lines that were drawn. */
export type Lines = readonly (readonly Point[])[]

interface Change {
  readonly box: Box
  /** `[first, length, bits]` of each run. */
  readonly runs: readonly number[]
  /** Before the change; while it is undone, after it. */
  readonly lines: Lines
}

export function createHistory({ bytes, width, height }: Marks, drawn: { lines: Lines }): History {
  const done: Change[] = []
  let undone: Change[] = []
  const committed = new Uint8Array(width * height)
  let committedLines = drawn.lines

  return {
    commit(box) {
      const runs = turnedOver(box)
      if (runs.length === 0 && drawn.lines === committedLines) return false
      apply(committed, runs)
      done.push({ box, runs, lines: committedLines })
      committedLines = drawn.lines
      undone = []
      return true
    },
    drop(box) {
      apply(bytes, turnedOver(box))
      drawn.lines = committedLines
    },
    undo: () => move(done, undone),
    redo: () => move(undone, done),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }

  function move(from: Change[], to: Change[]): Box | undefined {
    const change = from.pop()
    if (!change) return undefined
    apply(bytes, change.runs)
    apply(committed, change.runs)
    to.push({ ...change, lines: drawn.lines })
    drawn.lines = change.lines
    committedLines = change.lines
    return change.box
  }

  function turnedOver(box: Box): number[] {
    const runs: number[] = []
    for (let y = box.y; y < box.y + box.height; y++) {
      const end = y * width + box.x + box.width
      for (let i = y * width + box.x; i < end; ) {
        const bits = bytes[i] ^ committed[i]
        const first = i++
        while (i < end && (bytes[i] ^ committed[i]) === bits) i++
        if (bits !== 0) runs.push(first, i - first, bits)
      }
    }
    return runs
  }
}

/** Done twice, it is undone. */
function apply(bytes: Uint8Array, runs: readonly number[]): void {
  for (let r = 0; r < runs.length; r += 3) {
    for (let i = runs[r]; i < runs[r] + runs[r + 1]; i++) bytes[i] ^= runs[r + 2]
  }
}
