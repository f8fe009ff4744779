import type { Area } from './areas'

/** What `'auto'` chooses among. */
export type ChosenMethod = 'ns' | 'kriging'

export interface Choice {
  readonly method: ChosenMethod
  /** Why, in words. */
  readonly reason: string
}

/**
 * The method for an area. The rules are measured, on the pictures and damage of the gallery and on
 * squares up to 160 pixels wide: `'kriging'` comes closest to the original on each of them, except
 * where there is nothing to predict.
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
  if (thickness <= thick) {
    return {
      method: 'kriging',
      reason: `up to ${thickness} pixels thick: predicted from the rim inwards, and its middle from coarser scales`,
    }
  }
  return {
    method: 'kriging',
    reason: `up to ${thickness} pixels thick: only its broad tones can be told, from coarser scales`,
  }
}

/** Up to here every pixel has known ones within reach of the local spectrum. */
const thin = 12
/** From here on a hole's middle shows no detail. */
const thick = 40
