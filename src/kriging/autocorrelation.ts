import { area, side } from './window'

/**
 * The circular autocorrelation of a window, by Wiener and Khinchin's theorem: the transform of its
 * power spectrum.
 *
 * The forward transform leaves its frequencies in bit-reversed order and the backward one takes
 * them so: between the two each is looked at alone, and nothing has to be sorted.
 */
export interface Autocorrelation {
  /** Two real planes as one complex one: the result, in `re`, is the sum of both autocorrelations. */
  readonly re: Float64Array
  readonly im: Float64Array
  /** @param whiten How often the power's square root is mixed in, 0 for the plain power. */
  readonly run: (whiten: 0 | 1 | 2) => void
}

export function createAutocorrelation(): Autocorrelation {
  const re = new Float64Array(area)
  const im = new Float64Array(area)
  const cos = new Float64Array(side / 2)
  const sin = new Float64Array(side / 2)
  for (let j = 0; j < side / 2; j++) {
    cos[j] = Math.cos((2 * Math.PI * j) / side)
    sin[j] = -Math.sin((2 * Math.PI * j) / side)
  }

  /** Gentleman and Sande's butterflies along one axis, `step` apart, for all lines `across` apart. */
  function forward(step: number, across: number): void {
    for (let half = side / 2; half >= 1; half >>= 1) {
      const stride = side / 2 / half
      for (let group = 0; group < side; group += 2 * half) {
        for (let j = 0; j < half; j++) {
          const c = cos[j * stride]
          const s = sin[j * stride]
          let a = (group + j) * step
          const last = a + side * across
          for (let b = a + half * step; a < last; a += across, b += across) {
            const dr = re[a] - re[b]
            const di = im[a] - im[b]
            re[a] += re[b]
            im[a] += im[b]
            re[b] = dr * c - di * s
            im[b] = dr * s + di * c
          }
        }
      }
    }
  }

  /** Cooley and Tukey's, from bit-reversed order. The spectrum is real, so either direction will do. */
  function backward(step: number, across: number): void {
    for (let half = 1; half < side; half <<= 1) {
      const stride = side / 2 / half
      for (let group = 0; group < side; group += 2 * half) {
        for (let j = 0; j < half; j++) {
          const c = cos[j * stride]
          const s = sin[j * stride]
          let a = (group + j) * step
          const last = a + side * across
          for (let b = a + half * step; a < last; a += across, b += across) {
            const br = re[b] * c - im[b] * s
            const bi = re[b] * s + im[b] * c
            re[b] = re[a] - br
            im[b] = im[a] - bi
            re[a] += br
            im[a] += bi
          }
        }
      }
    }
  }

  return {
    re,
    im,
    run(whiten) {
      forward(side, 1)
      forward(1, side)
      for (let k = 0; k < area; k++) {
        const power = re[k] * re[k] + im[k] * im[k]
        re[k] =
          whiten === 0
            ? power
            : whiten === 1
              ? Math.sqrt(power * Math.sqrt(power * Math.sqrt(power)))
              : Math.sqrt(power * Math.sqrt(power))
        im[k] = 0
      }
      backward(1, side)
      backward(side, 1)
    },
  }
}
