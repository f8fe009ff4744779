import { type KrigingOptions, kriging } from '../kriging/method'
import type { FillOptions, Method } from '../method'
import { ns } from '../ns/method'
import type { Patch } from '../patch'
import { areasOf } from './areas'
import { chooseFor } from './choose'

/** Chooses a method for each hole. */
export const auto: Method<KrigingOptions> = {
  fill: fillByChoice,
  reach: (radius, options) => Math.max(kriging.reach(radius, options), ns.reach(radius, options)),
  defaultRadius: kriging.defaultRadius,
  optionNames: kriging.optionNames,
  check: kriging.check,
}

function fillByChoice(patch: Patch, options: FillOptions & KrigingOptions): void {
  const flat = areasOf(patch).filter((area) => chooseFor(area).method === 'ns')
  const pixels = Int32Array.from(flat.flatMap((area) => area.pixels)).sort()
  // A method takes for known what is not missing to it: so the other holes go first, and these are
  // done over.
  if (pixels.length < patch.missing.length) kriging.fill(patch, options)
  // Radius 1: from the pixels that were found to be equal, and none beyond.
  if (pixels.length > 0) ns.fill({ ...patch, missing: pixels }, { ...options, radius: 1 })
}
