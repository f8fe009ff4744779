/** The side of the square window whose spectrum is taken. */
export const side = 32

export const area = side * side

/**
 * How a power spectrum P is flattened: to P^1, P^0.875 or P^0.75, by square roots, which are many
 * times faster than powers. An estimate is smoother than the picture; this makes up for it.
 */
export type Flattening = 0 | 1 | 2

/**
 * The circular autocorrelation of a window: the transform of its power spectrum, by the theorem of
 * Wiener and Khinchin.
 */
export interface Autocorrelation {
  /** Two real planes as one complex one. Afterwards `re` is the sum of both autocorrelations. */
  readonly re: Float64Array
  readonly im: Float64Array
  readonly correlate: (flattening: Flattening) => void
}

/**
 * The forward transform leaves its frequencies in bit-reversed order and the backward one takes
 * them so: between the two each is looked at alone, and nothing has to be sorted.
 */
export function createAutocorrelation(): Autocorrelation {
  const re = new Float64Array(area)
  const im = new Float64Array(area)
  const cos = Float64Array.from({ length: side / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / side))
  const sin = Float64Array.from({ length: side / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / side))

  /** Gentleman and Sande's butterflies along one axis, its pixels `step` apart, lines `across`. */
  function forward(step: number, across: number): void {
    for (let half = side / 2; half >= 1; half >>= 1) {
      const turn = side / 2 / half
      for (let group = 0; group < side; group += 2 * half) {
        for (let j = 0; j < half; j++) {
          const c = cos[j * turn]
          const s = sin[j * turn]
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

  /** Cooley and Tukey's. Backward or forward does not matter here: what comes in is real. */
  function backward(step: number, across: number): void {
    for (let half = 1; half < side; half <<= 1) {
      const turn = side / 2 / half
      for (let group = 0; group < side; group += 2 * half) {
        for (let j = 0; j < half; j++) {
          const c = cos[j * turn]
          const s = sin[j * turn]
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

  function takePower(flattening: Flattening): void {
    for (let k = 0; k < area; k++) {
      const power = re[k] * re[k] + im[k] * im[k]
      if (flattening === 0) re[k] = power
      else if (flattening === 2) re[k] = Math.sqrt(power * Math.sqrt(power))
      else re[k] = Math.sqrt(power * Math.sqrt(power * Math.sqrt(power)))
      im[k] = 0
    }
  }

  return {
    re,
    im,
    correlate(flattening) {
      forward(side, 1)
      forward(1, side)
      takePower(flattening)
      backward(1, side)
      backward(side, 1)
    },
  }
}
