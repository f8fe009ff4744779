import type { Complex } from '../fft/complex'
import { imagePlanFor } from '../fft/engine/image'

/**
 * How a power spectrum P is flattened: to P^1, P^0.875 or P^0.75, by square roots, which are many
 * times faster than powers. An estimate is smoother than the picture; this makes up for it.
 */
export type Flattening = 0 | 1 | 2

/**
 * Replaces a window by its circular autocorrelation: the transform of its power spectrum, by the
 * theorem of Wiener and Khinchin.
 *
 * @param window Two real planes as one complex one. Afterwards `re` is the sum of both
 * autocorrelations.
 * @param side How many pixels wide and high it is.
 */
export function autocorrelate(window: Complex, side: number, flattening: Flattening): void {
  const { forward } = imagePlanFor(side, side)
  forward(window, window)
  takePower(window, flattening)
  // Forward or backward does not matter here: a power spectrum is real.
  forward(window, window)
}

function takePower({ re, im }: Complex, flattening: Flattening): void {
  for (let k = 0; k < re.length; k++) {
    const power = re[k] * re[k] + im[k] * im[k]
    if (flattening === 0) re[k] = power
    else if (flattening === 2) re[k] = Math.sqrt(power * Math.sqrt(power))
    else re[k] = Math.sqrt(power * Math.sqrt(power * Math.sqrt(power)))
    im[k] = 0
  }
}
