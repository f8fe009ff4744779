import type { Area } from './areas'

/** What `'auto'` chooses among. */
export type ChosenMethod = 'ns' | 'kriging'

export interface Choice {
  readonly method: ChosenMethod
  /** Why, in words. */
  readonly reason: string
}

/**
 * The method for an area. The rules are measured: in the gallery `'kriging'` comes closest to the original
 * on every kind of damage; where all around is equal, there is nothing to predict.
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
    method: 'kriging',
    reason: `up to ${thickness} pixels thick: edges are carried in from the rim, then the pattern`,
  }
}

/** Up to here a hole has no pixel that is deep to `'kriging'`. */
const thin = 8
