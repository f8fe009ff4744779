import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorise, substituteBack } from '../../src/kriging/cholesky'
import { createRandom } from '../support/random'

test('solves positive definite systems of any size, with any number of right-hand sides', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 23 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer(),
      (n, sides, gap, drawing) => {
        const random = createRandom(drawing)
        const B = Array.from({ length: n }, () => Array.from({ length: n }, () => random() - 0.5))
        const matrix = B.map((p, i) =>
          B.map((q, j) => p.reduce((sum, v, k) => sum + v * q[k], i === j ? 0.1 : 0)),
        )
        const solutions = Array.from({ length: sides }, () => B.map(() => random() - 0.5))

        const stride = n + gap
        const A = new Float64Array((n + sides) * stride)
        matrix.forEach((row, i) => {
          A.set(row.slice(0, i + 1), i * stride)
        })
        solutions.forEach((x, s) => {
          const right = matrix.map((row) => row.reduce((sum, v, k) => sum + v * x[k], 0))
          A.set(right, (n + s) * stride)
        })
        factorise(A, n, sides, stride)
        substituteBack(A, n, sides, stride)

        solutions.forEach((x, s) => {
          x.forEach((value, i) => {
            expect(A[(n + s) * stride + i]).toBeCloseTo(value, 9)
          })
        })
      },
    ),
    { seed: 1, numRuns: 200 },
  )
})
