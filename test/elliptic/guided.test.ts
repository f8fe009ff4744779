import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biharmonicEquation } from '../../src/biharmonic/equation'
import type { Equation } from '../../src/elliptic/equation'
import { finestLevel } from '../../src/elliptic/level'
import { createVCycle } from '../../src/elliptic/multigrid'
import { partedPoisson } from '../../src/elliptic/parted-poisson'
import { poissonEquation } from '../../src/elliptic/poisson'
import { screened } from '../../src/elliptic/screened'
import { createSolver } from '../../src/elliptic/solver'
import { systemOf } from '../../src/elliptic/system'
import { CUT_DOWN, CUT_RIGHT } from '../../src/guide/patch-guidance'
import type { Patch } from '../../src/patch'
import { anyDamaged } from '../support/arbitraries'
import { bilaplacian, denseSolution, laplacian } from '../support/dense'
import { imageIndices, patchesOf } from '../support/holes'
import { createRandom } from '../support/random'

// Borders and soft data in the equations, against elimination on the whole matrix.

const small = anyDamaged({ classes: [Float64Array], channels: [1], leastSide: 2, mostSide: 9 })

/** -div(g ∇u) of the whole image, from its definition: `isCut(i, j)` for neighbours i < j. */
function partedLaplacian(
  width: number,
  height: number,
  isCut: (i: number, j: number) => boolean,
): number[][] {
  const matrix = laplacian(width, height)
  matrix.forEach((row, i) => {
    row[i] = 0
    row.forEach((_, j) => {
      if (i === j || row[j] === 0) return
      row[j] = isCut(Math.min(i, j), Math.max(i, j)) ? -1e-4 : -1
      row[i] -= row[j]
    })
  })
  return matrix
}

test('borders: as the whole matrix says', () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 0, max: 2 ** 31 }), ({ image, mask }, seed) => {
      const random = createRandom(seed)
      const cuts = Int8Array.from(mask, () => Math.floor(4 * random()))
      const isCut = (i: number, j: number) =>
        (cuts[i] & (j === i + 1 && image.width > 1 ? CUT_RIGHT : CUT_DOWN)) !== 0
      const matrix = partedLaplacian(image.width, image.height, isCut)
      const expected = denseSolution(matrix, image, mask)
      const scale = Math.max(...image.data.map(Math.abs))
      for (const patch of patchesOf(image, mask, 1)) {
        const pixels = imageIndices(patch)
        const own = Int8Array.from(pixels, (i) => (i < 0 ? 0 : cuts[i]))
        createSolver(patch, partedPoisson(patch, own))(undefined, patch.samples)
        for (const p of patch.missing) {
          expect(Math.abs(patch.samples[p] - expected[pixels[p]])).toBeLessThan(1e-8 * scale)
        }
      }
    }),
    { seed: 831, numRuns: 200 },
  )
})

describe.each([
  { name: 'harmonic', equationOf: poissonEquation, matrixOf: laplacian, reach: 1 },
  { name: 'biharmonic', equationOf: biharmonicEquation, matrixOf: bilaplacian, reach: 2 },
])('soft data, $name', ({ equationOf, matrixOf, reach }) => {
  test('as the whole matrix says', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 2 ** 31 }), ({ image, mask }, seed) => {
        const random = createRandom(seed)
        const screen = Float64Array.from(mask, () =>
          random() < 0.5 ? 0 : 10 ** (4 * random() - 2),
        )
        const scale = Math.max(...image.data.map(Math.abs))
        const data = Float64Array.from(mask, () => scale * random())
        const matrix = matrixOf(image.width, image.height)
        matrix.forEach((row, i) => {
          row[i] += screen[i]
        })
        const f = screen.map((s, i) => s * data[i])
        const expected = denseSolution(matrix, image, mask, f)
        for (const patch of patchesOf(image, mask, reach)) {
          const pixels = imageIndices(patch)
          const onPatch = (of: Float64Array) =>
            Float64Array.from(pixels, (i) => (i < 0 ? 0 : of[i]))
          const equation = screened(equationOf(patch), onPatch(screen))
          createSolver(patch, equation)(onPatch(f), patch.samples)
          for (const p of patch.missing) {
            expect(Math.abs(patch.samples[p] - expected[pixels[p]])).toBeLessThan(1e-8 * scale)
          }
        }
      }),
      { seed: 832, numRuns: 200 },
    )
  })
})

describe('thick holes', () => {
  const side = 140
  const image = {
    data: Float64Array.from({ length: side * side }, (_, i) => ((i * 7919) % 251) / 251),
    width: side,
    height: side,
    channels: 1,
  }
  const mask = Uint8Array.from({ length: side * side }, (_, i) => {
    const x = i % side
    const y = Math.floor(i / side)
    return x > 4 && y > 4 && x < side - 5 && y < side - 5 ? 1 : 0
  })
  const [patch] = patchesOf(image, mask, 2)

  /** A spiral of borders, and soft data here and there. */
  const cuts = Int8Array.from(imageIndices(patch), (i) => {
    const x = (i % side) - 70
    const y = Math.floor(i / side) - 70
    const ring = Math.floor(Math.max(Math.abs(x), Math.abs(y)) / 12)
    const next = Math.floor(Math.max(Math.abs(x + 1), Math.abs(y)) / 12)
    const below = Math.floor(Math.max(Math.abs(x), Math.abs(y + 1)) / 12)
    return (ring !== next && x !== 3 ? CUT_RIGHT : 0) | (ring !== below && y > -60 ? CUT_DOWN : 0)
  })
  const screen = Float64Array.from({ length: patch.size }, (_, i) => (i % 501 === 0 ? 1000 : 0))

  const rows: [name: string, equationOf: (patch: Patch) => Equation][] = [
    ['borders', (patch) => partedPoisson(patch, cuts)],
    ['soft data', (patch) => screened(poissonEquation(patch), screen)],
    ['both', (patch) => screened(partedPoisson(patch, cuts), screen)],
    ['soft data on a thin plate', (patch) => screened(biharmonicEquation(patch), screen)],
  ]
  test.each(rows)('%s: multigrid still takes an error down by a factor', (_, equationOf) => {
    const equation = equationOf(patch)
    const system = systemOf(equation, patch.missing, patch.size)
    const cycle = createVCycle(finestLevel(patch, equation, system))
    const random = createRandom(5)
    const exact = new Float64Array(patch.size)
    for (const pixel of patch.missing) exact[pixel] = random()
    // Twenty cycles on A x = A exact, each on what the last has left.
    const rest = new Float64Array(patch.size)
    const found = new Float64Array(patch.size)
    const energyLeft = (): number => {
      const error = exact.map((value, i) => value - found[i])
      equation.apply(patch.missing, error, rest)
      return error.reduce((sum, value, i) => sum + value * rest[i], 0)
    }
    const before = energyLeft()
    for (let turn = 0; turn < 20; turn++) {
      for (const pixel of patch.missing) system.b[pixel] = rest[pixel]
      cycle()
      for (const pixel of patch.missing) found[pixel] += system.x[pixel]
      energyLeft()
    }
    expect(energyLeft()).toBeLessThan(1e-3 * before)
  })
})
