import { expect } from 'vitest'

interface Planes {
  readonly re: Float64Array
  readonly im?: Float64Array
}

/** Every number within 1e-14 of what was expected, relative to the root mean square of all of it. */
export function expectClose(actual: Planes, expected: Planes, tolerance = 1e-14): void {
  const rms = rootMeanSquare(expected)
  for (const plane of ['re', 'im'] as const) {
    const a = actual[plane]
    const b = expected[plane]
    expect(a?.length).toBe(b?.length)
    if (!a || !b) continue
    for (let i = 0; i < b.length; i++) {
      // Written so that NaN fails.
      if (Math.abs(a[i] - b[i]) <= tolerance * rms) continue
      expect.fail(
        `${plane}[${i}]: ${a[i]}, expected ${b[i]}, and the tolerance is ${tolerance * rms}`,
      )
    }
  }
}

export function rootMeanSquare({ re, im }: Planes): number {
  const squares = (plane: Float64Array) => plane.reduce((sum, x) => sum + x * x, 0)
  return Math.sqrt((squares(re) + (im ? squares(im) : 0)) / re.length)
}
