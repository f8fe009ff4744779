import { expect, test } from 'vitest'
import { runErrands } from '../../src/worker/run-errands'
import type { Platform } from '../../src/worker/thread'

const platform = {} as Platform
const where = { platform, workerUrl: undefined, workers: 1 }

test('without errands all is done at once, but for what is to be done when they have begun', async () => {
  let isDone = false
  await runErrands([], {
    ...where,
    begun: () => {
      isDone = true
    },
  })
  expect(isDone).toBe(true)
})

test('what goes wrong when they have begun rejects', async () => {
  const begun = () => {
    throw new RangeError('no memory left for the copy')
  }
  await expect(runErrands([], { ...where, begun })).rejects.toThrow('no memory left for the copy')
})
