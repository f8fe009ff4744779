import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { inpaint } from '../../src/index'
import { discs } from '../support/masks'
import { loadPicture } from '../support/pictures'
import { inpaintAsync, threadFile } from './worker'

// Seconds of work: one thick hole for each of two workers.
const side = 2000
const large = { data: new Float32Array(side * side).fill(1), width: side, height: side }
const thick = new Uint8Array(side * side)
for (let y = 200; y < 1800; y++) {
  thick.fill(1, y * side + 200, y * side + 900)
  thick.fill(1, y * side + 1100, y * side + 1800)
}
const work = { radius: 10, workers: 2 } as const

/** How busy all threads of the process are: processor time per time, over a while. */
async function load(milliseconds: number): Promise<number> {
  const before = process.cpuUsage()
  const start = performance.now()
  await wait(milliseconds)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / (performance.now() - start)
}

describe('signal', () => {
  test('aborted beforehand, it rejects at once with its reason and starts nothing', async () => {
    const reason = new Error('never mind')
    const signal = AbortSignal.abort(reason)
    const workerUrl = threadFile('never-answers')
    const image = { data: new Uint8Array(9), width: 3, height: 3 }
    const start = performance.now()
    const options = { signal, workerUrl }
    await expect(inpaintAsync(image, [0, 1, 0, 0, 0, 0, 0, 0, 0], options)).rejects.toBe(reason)
    expect(performance.now() - start).toBeLessThan(100)
  })

  test('aborted while workers compute, it rejects within 100 ms and leaves none busy', async () => {
    const controller = new AbortController()
    const promise = inpaintAsync(large, thick, { ...work, signal: controller.signal })
    promise.catch(() => {})
    // On a busy machine the workers take a while to get going.
    await vi.waitFor(async () => expect(await load(300)).toBeGreaterThan(0.3), { timeout: 20_000 })

    const reason = { any: 'thing' }
    const start = performance.now()
    controller.abort(reason)
    await expect(promise).rejects.toBe(reason)
    expect(performance.now() - start).toBeLessThan(100)
    await wait(100)
    expect(await load(500)).toBeLessThan(0.1)
  })

  test('aborted from onProgress, the default reason is an AbortError', async () => {
    const controller = new AbortController()
    const told: number[] = []
    const onProgress = (fraction: number) => {
      told.push(fraction)
      controller.abort()
    }
    const promise = inpaintAsync(large, thick, { ...work, signal: controller.signal, onProgress })
    await expect(promise).rejects.toMatchObject({ name: 'AbortError' })
    expect(told.length).toBe(1)
    expect(told[0]).toBeLessThan(0.5)
  })

  test('stops a worker that never comes back, and only its own call', async () => {
    const image = await loadPicture('camera-96x96')
    const mask = discs(96, 96, 7)
    const signal = AbortSignal.timeout(300)
    const stuck = inpaintAsync(image, mask, { signal, workerUrl: threadFile('never-answers') })
    const others = Promise.all([inpaintAsync(image, mask), inpaintAsync(image, mask, 5, 'ns')])
    await expect(stuck).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(await others).toEqual([inpaint(image, mask), inpaint(image, mask, 5, 'ns')])
  })

  test('aborted afterwards, it changes nothing', async () => {
    const image = await loadPicture('camera-96x96')
    const mask = discs(96, 96, 7)
    const controller = new AbortController()
    const first = await inpaintAsync(image, mask, { signal: controller.signal })
    const next = inpaintAsync(image, mask)
    controller.abort()
    expect(await next).toEqual(first)
  })
})

describe('onProgress', () => {
  test.each([1, 2, 4])('only grows, and ends at 1, with %i workers', async (workers) => {
    const told: number[] = []
    const onProgress = (fraction: number) => told.push(fraction)
    const half = { data: large.data.subarray(0, side * 500), width: side, height: 500 }
    await inpaintAsync(half, thick.subarray(0, side * 500), { radius: 3, workers, onProgress })
    expect(told.length).toBeGreaterThan(20)
    expect(told.length).toBeLessThan(110)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(new Set(told).size).toBe(told.length)
    expect(told[told.length - 1]).toBe(1)
  })

  test('an error it throws rejects the promise', async () => {
    const onProgress = () => {
      throw new Error('no more of this')
    }
    const promise = inpaintAsync(large, thick, { ...work, onProgress })
    await expect(promise).rejects.toThrow('no more of this')
    await wait(100)
    expect(await load(300)).toBeLessThan(0.2)
  })
})
