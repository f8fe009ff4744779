import { checkNumber } from '../image/check'
import type { OptionChecks } from '../method'

/** Options of `'coherence'` alone. */
export interface CoherenceOptions {
  /**
   * The size of the structures that are continued, in pixels: 0.1 to 20, default 2. It sets `sigma`
   * to `smoothing / √2` and `rho` to `2.5 * smoothing`. Smaller follows finer lines, and noise;
   * larger follows the main direction only, and is slower.
   */
  readonly smoothing?: number
  /**
   * How many pixels around a missing one take part in filling it: 1 to 100, fractions allowed.
   * Default: `radius`, which is 5 for this method. Larger is smoother and slower.
   */
  readonly epsilon?: number
  /**
   * How strictly a fill keeps to the direction of coherence: 0 to 1000, default 25. 0 is a plain
   * average, weighted by distance alone; larger is sharper.
   */
  readonly kappa?: number
  /**
   * Standard deviation, in pixels, of the Gaussian the picture is smoothed with before its gradients
   * are taken: 0 to 25, default √2. 0 does not smooth; larger is less sensitive to noise.
   */
  readonly sigma?: number
  /**
   * Standard deviation, in pixels, of the Gaussian over which gradients are gathered into a
   * direction: 0.1 to 50, default 5. Larger sees longer structures and misses bends; its cost grows
   * with its square.
   */
  readonly rho?: number
  /**
   * The difference between black and white: greater than 0. Default 255 for 8-bit images; for all
   * others the range of the known samples around each hole, so that results scale with the data.
   * Edges must stand out against it to be followed: by more than some 1/255 of it a pixel.
   */
  readonly dataRange?: number
}

/** The numbers a fill works with. */
export interface Parameters {
  /** As the paper has it, and in whole pixels: the disc of neighbours. */
  readonly epsilon: number
  readonly radius: number
  readonly kappa: number
  readonly sigma: number
  readonly rho: number
}

export const optionChecks: OptionChecks = {
  smoothing: (name, value) => checkNumber(name, value, 0.1, 20),
  epsilon: (name, value) => checkNumber(name, value, 1, 100),
  kappa: (name, value) => checkNumber(name, value, 0, 1000),
  sigma: (name, value) => checkNumber(name, value, 0, 25),
  rho: (name, value) => checkNumber(name, value, 0.1, 50),
  dataRange: (name, value) => checkNumber(name, value, 1e-300),
}

export function parametersOf(
  givenRadius: number,
  {
    smoothing = 2,
    epsilon = givenRadius,
    kappa = 25,
    sigma = smoothing * Math.SQRT1_2,
    rho = 2.5 * smoothing,
  }: CoherenceOptions,
): Parameters {
  return { epsilon, radius: Math.round(epsilon), kappa, sigma, rho }
}
