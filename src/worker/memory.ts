/**
 * A buffer of so many bytes or more, a multiple of eight. It is the caller's until it has asked two times more.
 *
 * @param isEmpty Whether so many bytes are to be 0. Left as they are, those of a task before may be NaN in this one's doubles, and
 * 0 times that is not 0.
 */
export type Memory = (bytes: number, isEmpty: boolean) => ArrayBufferLike

/**
 * Memory for what one worker is sent: buffers to be transferred there and back, or, where threads can share
 * memory, three that are lent in turns. So many are in use at once: of the task a worker is at, of its next one,
 * and of the last one, whose answer is still to be read. What shared memory there is, no garbage collector
 * counts: new buffers for every task would pile up.
 */
export function lendMemory(isShared: boolean): Memory {
  const lent: SharedArrayBuffer[] = []
  return (bytes, isEmpty) => {
    const size = Math.ceil(bytes / 8) * 8
    if (!isShared) return new ArrayBuffer(size)
    const oldest = lent.length < 3 ? undefined : lent.shift()
    const buffer = oldest && oldest.byteLength >= size ? oldest : new SharedArrayBuffer(size)
    if (isEmpty && buffer === oldest) new Uint8Array(buffer, 0, size).fill(0)
    lent.push(buffer)
    return buffer
  }
}
