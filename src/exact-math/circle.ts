// The language leaves it to each engine how exactly `Math.cos` and its like are computed, and engines
// differ in the last bit. What is in this folder consists of operations that are defined to the bit
// (+, -, *, /, square roots), so that a picture comes out the same everywhere.

/**
 * The cosine of `k / n` of a full turn, within two units in the last place.
 *
 * @param k Any finite number; a fraction too.
 * @param n A positive number. With whole numbers below 2^50 nothing is lost before the octant is known.
 */
export function cosineOfTurn(k: number, n: number): number {
  // In units of 1 / 8n of a turn.
  let angle = (Math.abs(k) % n) * 8
  if (angle > 4 * n) angle = 8 * n - angle
  const left = angle > 2 * n
  if (left) angle = 4 * n - angle
  const x = angle > n ? sineInOctant((2 * n - angle) / n) : cosineInOctant(angle / n)
  return left ? -x : x
}

/** The sine of `k / n` of a full turn, within two units in the last place. */
export function sineOfTurn(k: number, n: number): number {
  let angle = (Math.abs(k) % n) * 8
  const below = angle > 4 * n !== k < 0
  if (angle > 4 * n) angle = 8 * n - angle
  if (angle > 2 * n) angle = 4 * n - angle
  const y = angle > n ? cosineInOctant((2 * n - angle) / n) : sineInOctant(angle / n)
  return below ? -y : y
}

/** The cosine of `part` of an eighth of a turn, 0 to 1: its power series, good to 2e-18 as far as that. */
export function cosineInOctant(part: number): number {
  const x = (part * Math.PI) / 4
  const z = x * x
  const rest = z * z * (C4 + z * (C6 + z * (C8 + z * (C10 + z * (C12 + z * (C14 + z * C16))))))
  const half = z / 2
  const sum = 1 - half
  // What the subtraction rounded off is put back.
  return sum + (1 - sum - half + rest)
}

/** The sine of `part` of an eighth of a turn, 0 to 1. */
export function sineInOctant(part: number): number {
  const x = (part * Math.PI) / 4
  const z = x * x
  return (
    x + x * z * (S3 + z * (S5 + z * (S7 + z * (S9 + z * (S11 + z * (S13 + z * (S15 + z * S17)))))))
  )
}

// One by the factorials, signs in turns.
const S3 = -1 / 6
const C4 = 1 / 24
const S5 = 1 / 120
const C6 = -1 / 720
const S7 = -1 / 5040
const C8 = 1 / 40_320
const S9 = 1 / 362_880
const C10 = -1 / 3_628_800
const S11 = -1 / 39_916_800
const C12 = 1 / 479_001_600
const S13 = 1 / 6_227_020_800
const C14 = -1 / 87_178_291_200
const S15 = -1 / 1_307_674_368_000
const C16 = 1 / 20_922_789_888_000
const S17 = 1 / 355_687_428_096_000
