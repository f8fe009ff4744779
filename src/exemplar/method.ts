import { completionGuide } from '../guide/completion'
import type { FillOptions, Method } from '../method'
import type { Patch } from '../patch'
import { fillByExemplars } from './fill'

export interface ExemplarOptions { readonly seed?: number; readonly location?: boolean }

export const exemplar: Method<ExemplarOptions> = {
  fill(patch: Patch, { seed = 0, location = true, report }: FillOptions & ExemplarOptions) {
    fillByExemplars(patch, { seed, location }, report)
  },
  reach: () => Infinity,
  optionNames: ['seed', 'location'],
  guide: completionGuide,
}
