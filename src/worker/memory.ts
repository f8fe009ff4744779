/** A buffer of so many bytes or more, a multiple of eight; so many are 0. It is the caller's until it has asked two times more. */
export type Memory = (bytes: number) => ArrayBufferLike

/**
 * Memory for what one worker is sent: buffers to be transferred there and back, or, where threads can share
 * memory, three that are lent in turns. So many are in use at once: of the task a worker is at, of its next one,
 * and of the last one, whose answer is still to be read. What shared memory there is, no garbage collector
 * counts: new buffers for every task would pile up.
 */
export function lendMemory(isShared: boolean): Memory {
  const lent: SharedArrayBuffer[] = []
  return (bytes) => {
    const size = Math.ceil(bytes / 8) * 8
    if (!isShared) return new ArrayBuffer(size)
    const oldest = lent.length < 3 ? undefined : lent.shift()
    const buffer = oldest && oldest.byteLength >= size ? oldest : new SharedArrayBuffer(size)
    // Left as they are, bytes of the last task may be NaN in this one, and 0 times that is not 0.
    if (buffer === oldest) new Uint8Array(buffer, 0, size).fill(0)
    lent.push(buffer)
    return buffer
  }
}
