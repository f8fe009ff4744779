import { describe, expect, test } from 'vitest'
import { harmonic } from '../../src/harmonic/index'
import { navierStokes } from '../../src/navier-stokes/index'
import { ns } from '../../src/ns/index'
import type { Raster } from '../support/pictures'
import { difference, discOf, scene, valueAt, without } from './scenes'

// What the equation is for: edges, lines and bends go on through a hole. Black is 0 and white 1.

/** Across the middle of the picture: how many pixels it takes from a tenth to nine tenths of the step. */
function transition(image: Raster<Float64Array>, degrees: number): number {
  const [nx, ny] = normal(degrees)
  let dark = -30
  let bright = 30
  for (let along = -30; along <= 30; along += 0.05) {
    const value = valueAt(image, along * nx, along * ny)
    if (value < 0.1) dark = along
    if (value > 0.9) bright = Math.min(bright, along)
  }
  return bright - dark
}

function normal(degrees: number): [x: number, y: number] {
  const angle = (degrees * Math.PI) / 180
  return [-Math.sin(angle), Math.cos(angle)]
}

const acrossOf = (degrees: number) => {
  const [nx, ny] = normal(degrees)
  return (x: number, y: number): number => nx * x + ny * y
}

describe('an edge across a disc', () => {
  // Measured, 10 to 90 %: at most 4.0, 4.6 and 6.1 pixels; harmonic 9.2, 15.1 and 22.5.
  const widths = { 6: 4.5, 10: 5.1, 15: 6.8 }
  const cells = [6, 10, 15].flatMap((radius) =>
    [0, 10, 20, 30, 45, 60, 70, 90, 130].map((degrees) => ({ radius, degrees })),
  )
  test.each(cells)('of radius $radius stays an edge at $degrees degrees', (cell) => {
    const across = acrossOf(cell.degrees)
    const whole = scene((x, y) => (across(x, y) > 0 ? 1 : 0))
    const holed = without(whole, discOf(cell.radius))
    const width = transition(navierStokes(holed), cell.degrees)
    expect(width).toBeLessThan(widths[cell.radius as 6 | 10 | 15])
    expect(transition(harmonic(holed), cell.degrees)).toBeGreaterThan(1.4 * cell.radius)
  })
})

describe('a bar across a disc', () => {
  const cells = [
    { thick: 12, radius: 8, degrees: 0 },
    { thick: 8, radius: 8, degrees: 0 },
    { thick: 12, radius: 8, degrees: 20 },
    { thick: 5, radius: 8, degrees: 20 },
    { thick: 8, radius: 12, degrees: 0 },
    { thick: 8, radius: 12, degrees: 20 },
    { thick: 8, radius: 12, degrees: 45 },
  ]
  test.each(cells)('$thick thick, radius $radius, at $degrees degrees: reconnected', (cell) => {
    const { thick, radius, degrees } = cell
    const across = acrossOf(degrees)
    const mask = discOf(radius)
    const whole = scene((x, y) => (Math.abs(across(x, y)) < thick / 2 ? 1 : 0))
    const holed = without(whole, mask)
    const filled = navierStokes(holed)
    const [nx, ny] = normal(degrees)
    for (let along = -radius; along <= radius; along++) {
      // Bright on the middle line all the way, dark beside it.
      expect(valueAt(filled, along * ny, -along * nx)).toBeGreaterThan(0.75)
      const beside = thick / 2 + 3
      for (const away of [beside, -beside]) {
        const value = valueAt(filled, along * ny + away * nx, -along * nx + away * ny)
        expect(value).toBeLessThan(0.35)
      }
    }
    // A third of the others' error, and less than that.
    expect(difference(filled, whole, mask)).toBeLessThan(0.55 * difference(ns(holed), whole, mask))
  })
})

describe('curved level lines go on with their direction', () => {
  // The hole lies on the rim of a round shape. A chord would cut it off by the sagitta.
  test.each([
    { bend: 30, radius: 10 },
    { bend: 60, radius: 12 },
  ])('a disc of radius $bend under a hole of radius $radius', ({ bend, radius }) => {
    const mask = discOf(radius)
    const whole = scene((x, y) => (Math.hypot(x, y - bend) < bend ? 1 : 0))
    const filled = navierStokes(without(whole, mask))
    const chord = bend - Math.sqrt(bend ** 2 - radius ** 2)
    let edge = -radius
    while (valueAt(filled, 0, edge) < 0.5) edge += 0.05
    // 0 is where the rim is, the sagitta where the chord is.
    expect(Math.abs(edge)).toBeLessThan(0.6 * chord)
    expect(difference(filled, whole, mask)).toBeLessThan(
      0.7 * difference(harmonic(without(whole, mask)), whole, mask),
    )
  })
})

test('what is constant along one direction goes on as it is', () => {
  // Vorticity is then constant along the isophotes, which is all the equation asks for.
  const mask = discOf(10)
  const [nx, ny] = [0.6, 0.8]
  const whole = scene((x, y) => Math.sin((nx * x + ny * y) / 6))
  const holed = without(whole, mask)
  const settled = navierStokes(holed, null, { viscosity: 0, tolerance: 1e-6, iterations: 200 })
  expect(difference(settled, whole, mask)).toBeLessThan(0.02)
  expect(difference(harmonic(holed), whole, mask)).toBeGreaterThan(0.1)
})
