import type { Area } from './areas'

/** What `'auto'` chooses among. */
export type ChosenMethod = 'ns' | 'kriging' | 'navier-stokes'

export interface Choice {
  readonly method: ChosenMethod
  /** Why, in words. */
  readonly reason: string
}

/**
 * The method for an area. The rules are measured: on the gallery's text, scratches and dots `'kriging'`
 * comes closest to the original, on discs of radius 4 to 20 `'navier-stokes'`; where all around is
 * equal, there is nothing to predict.
 */
export function chooseFor({ thickness, pixels, isFlatAround }: Area): Choice {
  if (isFlatAround) {
    return { method: 'ns', reason: 'the same colour all around: it is continued, exactly' }
  }
  if (pixels.length === 1) {
    return { method: 'kriging', reason: 'a single pixel: predicted from its neighbours' }
  }
  if (thickness <= thin) {
    return {
      method: 'kriging',
      reason: `up to ${thickness} pixels thick: predicted from the pattern around it`,
    }
  }
  return {
    method: 'navier-stokes',
    reason: `up to ${thickness} pixels thick: lines and edges are carried in from the rim`,
  }
}

/** Up to here every pixel has enough known ones within reach of the local spectrum. */
const thin = 12
