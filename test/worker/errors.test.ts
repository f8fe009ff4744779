import { describe, expect, test } from 'vitest'
import { inpaint } from '../../src/index'
import { inpaintAsync, threadFile } from './worker'

const call = inpaintAsync as (...args: unknown[]) => Promise<unknown>
const inpaintNow = inpaint as (...args: unknown[]) => unknown

const image = { data: new Uint8Array(16), width: 4, height: 4 }
const mask = new Uint8Array(16)
mask[6] = 255

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise
  } catch (error) {
    return error as Error
  }
  throw new Error('expected the promise to be rejected')
}

function thrownBy(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('expected an error')
}

describe('bad input rejects with what the synchronous call throws', () => {
  const detached = new Uint8Array(16)
  structuredClone(detached, { transfer: [detached.buffer] })
  const rows: [given: string, args: unknown[]][] = [
    ['no image', []],
    ['a path', ['photo.png', mask]],
    ['an Int32Array', [{ ...image, data: new Int32Array(16) }, mask]],
    ['a detached buffer', [{ ...image, data: detached }, mask]],
    ['too few samples', [{ ...image, channels: 3 }, mask]],
    ['no mask', [image]],
    ['a mask of another size', [image, new Uint8Array(15)]],
    ['nothing known', [image, new Uint8Array(16).fill(1)]],
    ['an infinite sample', [{ ...image, data: new Float32Array(16).fill(Infinity) }, mask]],
    ['radius 0', [image, mask, 0]],
    ['radius NaN', [image, mask, { radius: NaN }]],
    ['a radius in words', [image, mask, 'three']],
    ['another method', [image, mask, 3, 'patchmatch']],
    ['null as a method', [image, mask, 3, null]],
    ['options that are none', [image, mask, 3, 'ns', 5]],
    ['an unknown option', [image, mask, { raduis: 5 }]],
    ["another method's option", [image, mask, { maskMeans: 'erase' }]],
    ['gradient 2', [image, mask, { gradient: 2 }]],
    ['progress to a number', [image, mask, { onProgress: 1 }]],
    ['a signal that is none', [image, mask, { signal: {} }]],
  ]
  test.each(rows)('%s', async (_, args) => {
    const expected = thrownBy(() => inpaintNow(...args))
    const actual = await errorOf(call(...args))
    expect(Object.getPrototypeOf(actual)?.constructor?.name).toBe(expected.constructor.name)
    expect(actual.message).toBe(expected.message)
  })
})

describe('what only workers need is checked too', () => {
  const rows: [options: object, name: string, message: string][] = [
    [
      { method: () => {} },
      'TypeError',
      'method: expected a name, got a function, which cannot be sent to a worker',
    ],
    [{ workers: 0 }, 'RangeError', 'workers: expected a whole number from 1 to 64, got 0'],
    [{ workers: 1.5 }, 'RangeError', 'workers: expected a whole number from 1 to 64, got 1.5'],
    [{ workers: '2' }, 'TypeError', "workers: expected a whole number from 1 to 64, got '2'"],
    [{ workerUrl: 5 }, 'TypeError', 'workerUrl: expected a URL or a string, got 5'],
    [{ workerUrl: null }, 'TypeError', 'workerUrl: expected a URL or a string, got null'],
    [{ signal: { aborted: false } }, 'TypeError', 'signal: expected an AbortSignal, got an Object'],
  ]
  test.each(rows)('%o', async (options, name, message) => {
    expect(await errorOf(call(image, mask, options))).toMatchObject({ name, message })
  })

  test('a function in place of a name', async () => {
    const message = 'method: expected a name, got a function, which cannot be sent to a worker'
    expect(await errorOf(call(image, mask, 3, () => {}))).toMatchObject({
      name: 'TypeError',
      message,
    })
  })
})

describe('a worker that breaks down rejects the promise', () => {
  const rows: [file: string, name: string, message: string | RegExp][] = [
    ['throws', 'RangeError', 'this worker throws'],
    ['throws-at-once', 'TypeError', 'this worker throws at once'],
    ['exits', 'Error', 'worker: exited with code 3'],
    ['answers-with-an-error', 'RangeError', 'Array buffer allocation failed'],
    ['no-such-file', 'Error', /Cannot find module/],
  ]
  test.each(rows)('%s', async (file, name, message) => {
    const workerUrl = threadFile(file)
    const error = await errorOf(inpaintAsync(image, mask, { workerUrl }))
    expect(error.name).toBe(name)
    expect(error.message).toMatch(message)
    // The next call starts anew.
    expect((await errorOf(inpaintAsync(image, mask, { workerUrl: workerUrl.href }))).name).toBe(
      name,
    )
  })

  test('one that runs out of memory', async () => {
    const error = await errorOf(
      inpaintAsync(image, mask, { workerUrl: threadFile('runs-out-of-memory') }),
    )
    expect(error).toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' })
  })

  test('and no other call', async () => {
    const expected = inpaint(image, mask)
    const results = await Promise.allSettled([
      inpaintAsync(image, mask, { workerUrl: threadFile('exits') }),
      inpaintAsync(image, mask),
      inpaintAsync(image, mask, { workerUrl: threadFile('throws') }),
      inpaintAsync(image, mask),
    ])
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(results[1]).toEqual({ status: 'fulfilled', value: expected })
    expect(results[3]).toEqual({ status: 'fulfilled', value: expected })
  })
})
