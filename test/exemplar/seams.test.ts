import { expect, test } from 'vitest'
import { removeSeams } from '../../src/exemplar/seams'

/** A row of samples whose missing ones are copied from the given places. */
function row(known: readonly number[], copies: readonly (readonly [at: number, from: number])[]) {
  const samples = Float64Array.from(known)
  const order = new Int32Array(known.length).fill(-1)
  for (const [n, [at, from]] of copies.entries()) {
    order[at] = n
    samples[at] = known[from]
  }
  const missing = Int32Array.from(copies, ([at]) => at)
  const sources = Int32Array.from(copies, ([, from]) => from)
  return { samples, copied: { width: known.length, height: 1, missing, sources, order } }
}

test('what has no seam stays as it is, to the last bit', () => {
  const { samples, copied } = row(
    [0.1, 0.2, 0.7, 0.1, 0, 0, 0.1, 0.3],
    [
      [4, 1],
      [5, 2],
    ],
  )
  const before = samples.slice()
  removeSeams(samples, copied)
  expect(samples).toEqual(before)
})

test('a small step of light is spread; a large one, which is an edge, stays', () => {
  // A slope twice, the second time a little brighter, and a piece of that in the first one.
  const slopes = Array.from({ length: 60 }, (_, i) => (i < 30 ? 2 * i : 2 * (i - 30) + 5))
  const light = row(
    slopes,
    Array.from({ length: 10 }, (_, i) => [10 + i, 40 + i]),
  )
  expect(light.samples[10] - light.samples[9]).toBe(7)
  removeSeams(light.samples, light.copied)
  expect(light.samples[10] - light.samples[9]).toBeLessThan(5)
  expect(light.samples[20] - light.samples[19]).toBeGreaterThan(-1)

  const edge = row(
    [10, 10, 10, 10, 0, 0, 200, 200, 200, 200],
    [
      [4, 8],
      [5, 8],
    ],
  )
  removeSeams(edge.samples, edge.copied)
  expect([...edge.samples.slice(3, 6)]).toEqual([10, 200, 200])
})

test('nothing leaves the range of the copies and what is beside them', () => {
  const noise = Array.from({ length: 60 }, (_, i) => (i * i * 37) % 101)
  const { samples, copied } = row(
    noise,
    Array.from({ length: 20 }, (_, i) => [20 + i, (i * 7) % 19]),
  )
  const near = [...samples.slice(19, 41)]
  removeSeams(samples, copied)
  for (const value of samples.slice(20, 40)) {
    expect(value).toBeGreaterThanOrEqual(Math.min(...near))
    expect(value).toBeLessThanOrEqual(Math.max(...near))
  }
})

test('a sample that is no number mends nothing, and breaks nothing', () => {
  const { samples, copied } = row([1, 2, Number.NaN, 4, 0, 6, 7, 8], [[4, 6]])
  removeSeams(samples, copied)
  expect(Number.isFinite(samples[4])).toBe(true)
})
