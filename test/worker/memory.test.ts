import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { lendMemory } from '../../src/worker/memory'
import { deconvolveAsync, inpaintAsync } from './worker'

afterEach(() => {
  vi.restoreAllMocks()
})

test('shared buffers are lent in turns of three, and replaced where they are too small', () => {
  const memory = lendMemory(true)
  const [first, second, third] = [memory(100, false), memory(100, false), memory(100, false)]
  expect(new Set([first, second, third]).size).toBe(3)
  expect(first).toBeInstanceOf(SharedArrayBuffer)
  expect(memory(90, false)).toBe(first)
  const larger = memory(105, false)
  expect(larger).not.toBe(second)
  expect(larger.byteLength).toBe(112)
  expect(memory(1, false)).toBe(third)
  expect(memory(1, false)).toBe(first)
  expect(memory(1, false)).toBe(larger)
})

test('a buffer lent again is empty, if it has to be', () => {
  const memory = lendMemory(true)
  for (let turn = 0; turn < 9; turn++) {
    const doubles = new Float64Array(memory(800, true))
    expect(doubles.every((value) => value === 0)).toBe(true)
    doubles.fill(Number.NaN)
  }
  expect(new Float64Array(memory(800, false))[0]).toBeNaN()
})

test('what is to be transferred is new each time', () => {
  const memory = lendMemory(false)
  const first = memory(9, false)
  expect(first).toBeInstanceOf(ArrayBuffer)
  expect(first.byteLength).toBe(16)
  expect([memory(9, false), memory(9, false), memory(9, false)]).not.toContain(first)
})

test('in Node no buffer is transferred, for a detached one makes all typed arrays of a thread slow', async () => {
  const post = vi.spyOn(Worker.prototype, 'postMessage')
  const image = { data: new Uint8Array(10_000).fill(9), width: 100, height: 100 }
  const mask = image.data.map((_, i) => Number(i % 37 === 0))
  await inpaintAsync(image, mask, 3, 'ns', { workers: 2 })
  const guide = { edges: image.data.map((_, i) => Number(i % 97 === 0)) }
  await inpaintAsync(image, mask, { method: 'harmonic', guide })
  await deconvolveAsync(image, [[1, 1, 1]], 'wiener')
  expect(post.mock.calls.length).toBeGreaterThan(2)
  for (const [, transfer] of post.mock.calls) expect(transfer).toBeUndefined()
})

test('a hundred calls, whose tasks take turns in the same memory, do not mix their pixels', async () => {
  const sizes = Array.from({ length: 100 }, (_, n) => 20 + ((n * 37) % 90))
  const results = await Promise.all(
    sizes.map((side, n) => {
      const data = new Uint8Array(side * side).fill(n + 1)
      const mask = data.map((_, i) => Number(i % 7 === 0))
      return inpaintAsync({ data, width: side, height: side }, mask, 3, 'ns', { workers: 2 })
    }),
  )
  for (const [n, { data }] of results.entries()) {
    expect(data.every((value) => value === n + 1)).toBe(true)
  }
})
