import type { Scene } from './method'
import { profilesOf, separableConvolution, separableCost } from './separable-convolution'
import { planTiles, tiledConvolution } from './tiled-convolution'
import { wholeConvolution, wholeCost } from './whole-convolution'

/** Who gets a convolution's results: `count` of them at `from` in `row`, of the plane's samples from `at` on. */
export type Take = (row: Float64Array, from: number, at: number, count: number) => void

/**
 * Blurs a plane that is joined left to right and top to bottom.
 *
 * The results come in parts of rows, which the caller may work on while they are in the cache; only
 * those where there may be light.
 *
 * @param plane While results come it may be written to.
 * @param conjugate Blurs with the PSF turned around: the adjoint.
 */
export type Convolution = (plane: Float64Array, conjugate: boolean, take: Take) => void

/**
 * By the PSF's profiles, if it has such and is small; in tiles, where it is small beside the plane; or in one piece:
 * whichever takes least time.
 */
export function createConvolution(scene: Scene): Convolution {
  const tiles = planTiles(scene)
  const whole = wholeCost(scene)
  if (separableCost(scene) < Math.min(tiles.cost, whole)) {
    const profiles = profilesOf(scene.psf)
    if (profiles) return separableConvolution(scene, profiles)
  }
  return tiles.cost < whole ? tiledConvolution(scene, tiles) : wholeConvolution(scene)
}
