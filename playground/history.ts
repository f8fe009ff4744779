import type { PaintedMask } from './mask'

/** Undo and redo: of each change only the stretch of the mask it touched is kept. */
export interface History {
  /** Before a change. */
  begin(): void
  /** After it. */
  end(): void
  /** Instead of `end`: the change did not happen. */
  drop(): void
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
}

interface Change {
  readonly start: number
  readonly before: Uint8Array
  readonly after: Uint8Array
}

export function createHistory({ bytes }: PaintedMask): History {
  const done: Change[] = []
  let undone: Change[] = []
  const snapshot = new Uint8Array(bytes.length)
  return {
    begin: () => snapshot.set(bytes),
    end() {
      let start = 0
      let end = bytes.length
      while (start < end && bytes[start] === snapshot[start]) start++
      while (end > start && bytes[end - 1] === snapshot[end - 1]) end--
      if (start === end) return
      done.push({ start, before: snapshot.slice(start, end), after: bytes.slice(start, end) })
      undone = []
    },
    drop: () => bytes.set(snapshot),
    undo() {
      const change = done.pop()
      if (!change) return
      bytes.set(change.before, change.start)
      undone.push(change)
    },
    redo() {
      const change = undone.pop()
      if (!change) return
      bytes.set(change.after, change.start)
      done.push(change)
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}
