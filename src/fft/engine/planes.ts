import type { Complex } from '../complex'

/** Memory for n complex numbers, its planes never a multiple of 4096 bytes apart. */
export function createPlanes(n: number): Complex {
  const memory = new Float64Array(2 * n + 40 + 512)
  const skew = n + 40 + ((512 - (n % 512)) % 512)
  return { re: memory.subarray(0, n), im: memory.subarray(skew, skew + n) }
}
