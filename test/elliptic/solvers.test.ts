import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biharmonicEquation } from '../../src/biharmonic/equation'
import { incompleteCholesky } from '../../src/biharmonic/incomplete-cholesky'
import { conjugateGradients } from '../../src/elliptic/conjugate-gradients'
import { factorEnvelope } from '../../src/elliptic/envelope'
import type { Equation } from '../../src/elliptic/equation'
import { finestLevel } from '../../src/elliptic/level'
import { createVCycle } from '../../src/elliptic/multigrid'
import { poissonEquation } from '../../src/elliptic/poisson'
import { createSolver } from '../../src/elliptic/solver'
import { sortUnknowns } from '../../src/elliptic/sort-unknowns'
import { type System, systemOf } from '../../src/elliptic/system'
import type { Patch } from '../../src/patch'
import { anyDamaged } from '../support/arbitraries'
import { bilaplacian, denseSolution, laplacian } from '../support/dense'
import { imageIndices, patchesOf } from '../support/holes'
import { countMissing, masks } from '../support/masks'
import { createRandom } from '../support/random'

// Which way a hole is solved is chosen by its shape. Here every way has to solve every hole, and
// give what elimination on the whole matrix gives.

const equations = [
  { name: 'harmonic', equationOf: poissonEquation, matrixOf: laplacian, reach: 1 },
  { name: 'biharmonic', equationOf: biharmonicEquation, matrixOf: bilaplacian, reach: 2 },
] as const

/** Each makes the residual b the solution of A x = b, in place; both are planes of the patch. */
type Way = (patch: Patch, equation: Equation, plane: Float64Array) => void

const direct: Way = (patch, equation, plane) => {
  const { thin, thick } = sortUnknowns(equation, patch.missing)
  expect(thick.length).toBe(0)
  const x = Float64Array.from(thin.unknowns, (pixel) => plane[pixel])
  factorEnvelope(equation, thin)(x)
  thin.unknowns.forEach((pixel, k) => {
    plane[pixel] = x[k]
  })
}

const iterative =
  (precondition: (patch: Patch, equation: Equation, system: System) => () => number): Way =>
  (patch, equation, plane) => {
    const system = systemOf(equation, patch.missing, patch.size)
    for (const pixel of patch.missing) system.b[pixel] = plane[pixel]
    for (const pixel of patch.missing) plane[pixel] = 0
    const direction = new Float64Array(patch.size)
    const cycle = precondition(patch, equation, system)
    conjugateGradients(system, cycle, plane, 1, direction, 1e-13)
  }

const multigrid = iterative((patch, equation, system) =>
  createVCycle(finestLevel(patch, equation, system)),
)
const incomplete = iterative((_, equation, system) => incompleteCholesky(equation, system))

const cells = equations.flatMap((equation) => [
  { ...equation, way: direct, by: 'envelope Cholesky' },
  { ...equation, way: multigrid, by: 'multigrid' },
  ...(equation.name === 'biharmonic'
    ? [{ ...equation, way: incomplete, by: 'incomplete Cholesky' }]
    : []),
])

describe.each(cells)('$name by $by', ({ equationOf, matrixOf, reach, way }) => {
  test('any small hole', () => {
    fc.assert(
      fc.property(
        anyDamaged({ classes: [Float64Array], channels: [1], mostSide: 14 }),
        ({ image, mask }) => {
          const { width, height } = image
          const matrix = matrixOf(width, height)
          const random = createRandom(width)
          const f = Float64Array.from(image.data, () => random() - 0.5)
          const expected = denseSolution(matrix, image, mask, f)
          // A u = f with the known ones at u: their part goes to the right-hand side.
          const right = Float64Array.from(f, (value, i) =>
            matrix[i].reduce((sum, a, j) => (mask[j] === 0 ? sum - a * image.data[j] : sum), value),
          )
          for (const patch of patchesOf(image, mask, reach)) {
            const pixels = imageIndices(patch)
            const plane = new Float64Array(patch.size)
            for (const pixel of patch.missing) plane[pixel] = right[pixels[pixel]]
            way(patch, equationOf(patch), plane)
            const largest = Math.max(...expected.map(Math.abs))
            for (const pixel of patch.missing) {
              const difference = Math.abs(plane[pixel] - expected[pixels[pixel]])
              expect(difference).toBeLessThanOrEqual(1e-9 * largest)
            }
          }
        },
      ),
      { seed: 400, numRuns: 100 },
    )
  })
})

describe('conjugate gradients with multigrid', () => {
  // Of the iterations it takes: the larger hole must not need more than a few more.
  const shapes = {
    square: (side: number) => masks['large square'](side, side, 0),
    'at two edges': (side: number) =>
      Uint8Array.from({ length: side * side }, (_, i) =>
        i % side < side * 0.7 && i < side * side * 0.6 ? 255 : 0,
      ),
    'random 90 %': (side: number) => masks['random 90 %'](side, side, 1),
    'one known pixel': (side: number) =>
      new Uint8Array(side * side).fill(255).fill(0, (side * side) / 3, (side * side) / 3 + 1),
  }
  const most = { harmonic: 20, biharmonic: 45 }
  const table = equations.flatMap((equation) =>
    Object.entries(shapes).map(([shape, draw]) => ({ ...equation, shape, draw })),
  )

  test.each(table)(
    '$name, $shape: few turns whatever the size',
    ({ name, equationOf, reach, draw }) => {
      for (const side of [60, 61, 240]) {
        const mask = draw(side)
        const data = Float64Array.from({ length: side * side }, (_, i) => (i * 7919) % 256)
        for (const patch of patchesOf({ data, width: side, height: side }, mask, reach)) {
          const equation = equationOf(patch)
          const system = systemOf(equation, patch.missing, patch.size)
          for (const pixel of patch.missing) system.b[pixel] = patch.samples[pixel]
          const cycle = createVCycle(finestLevel(patch, equation, system))
          const u = new Float64Array(patch.size)
          let turns = 0
          conjugateGradients(
            system,
            cycle,
            u,
            1,
            new Float64Array(patch.size),
            1e-10,
            () => turns++,
          )
          expect(turns).toBeGreaterThan(0)
          expect(turns).toBeLessThanOrEqual(most[name])
        }
      }
    },
  )
})

describe('which way is chosen', () => {
  const sorted = (mask: Uint8Array, side: number) =>
    patchesOf({ data: new Float64Array(side * side), width: side, height: side }, mask, 1).map(
      (patch) => sortUnknowns(poissonEquation(patch), patch.missing),
    )

  test('text and scratches are thin, however long', () => {
    for (const draw of [masks.text, masks.scratches]) {
      const mask = draw(300, 300, 1)
      const ways = sorted(mask, 300)
      expect(ways.reduce((sum, { thin }) => sum + thin.unknowns.length, 0)).toBe(countMissing(mask))
    }
  })

  test('a large square is thick, and specks of dust beside it are not', () => {
    const mask = masks['large square'](300, 300, 0)
    const square = countMissing(mask)
    mask[3] = mask[5] = mask[300 * 299] = 1
    // One region that holds both: as far as it goes the order is that of the pixels.
    const patch = patchesOf({ data: new Float64Array(9e4), width: 300, height: 300 }, mask, 80)[0]
    const { thin, thick } = sortUnknowns(poissonEquation(patch), patch.missing)
    expect([thin.unknowns.length, thick.length]).toEqual([3, square])
    expect([...thick]).toEqual([...thick].sort((a, b) => a - b))
  })
})

describe('createSolver', () => {
  test('solves -Δu = f for one right-hand side after another', () => {
    const side = 12
    const random = createRandom(5)
    const data = Float64Array.from({ length: side * side }, random)
    const mask = masks.discs(side, side, 6)
    const patches = patchesOf({ data, width: side, height: side }, mask, 3)
    for (const patch of patches) {
      const pixels = imageIndices(patch)
      const solve = createSolver(patch, poissonEquation(patch))
      for (let turn = 0; turn < 3; turn++) {
        const f = Float64Array.from({ length: side * side }, () => random() - 0.5)
        const right = new Float64Array(patch.size)
        for (const pixel of patch.missing) right[pixel] = f[pixels[pixel]]
        solve(right, patch.samples)
        const image = { data, width: side, height: side, channels: 1 }
        const expected = denseSolution(laplacian(side, side), image, mask, f)
        for (const pixel of patch.missing) {
          expect(patch.samples[pixel]).toBeCloseTo(expected[pixels[pixel]], 11)
        }
      }
    }
    expect(patches.length).toBeGreaterThan(0)
  })
})
