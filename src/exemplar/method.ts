import { guidancePlanes } from '../guide/planes'
import { readGuide } from '../guide/read-guide'
import type { Method } from '../method'
import { previewOf } from '../preview'
import { fillByExemplars } from './fill'
import { type ExemplarOptions, optionChecks } from './options'
import { windowAround } from './window-around'

export type { ExemplarOptions } from './options'

/** Completion of large holes with patches from elsewhere in the picture. */
export const exemplar: Method<ExemplarOptions> = {
  fill: fillByExemplars,
  // Pixels are looked up by their place: no room is needed past the edges.
  reach: () => 1,
  // A patch may come from anywhere.
  regions: windowAround,
  options: optionChecks,
  preview: (work, patch, estimate) => () => {
    estimate()
    return previewOf(work, patch)
  },
  guide(guide, picture, missing) {
    const checked = readGuide(guide, ['source', 'forbid', 'lines', 'colors', 'edges'], picture)
    const planes = guidancePlanes(checked, picture, missing)
    return () => ({ planes })
  },
}
