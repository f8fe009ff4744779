import { type KrigingOptions, kriging } from '../kriging/method'
import type { FillOptions, Method } from '../method'
import { navierStokes } from '../navier-stokes/method'
import { ns } from '../ns/method'
import type { Patch } from '../patch'
import { areasOf } from './areas'
import { type ChosenMethod, chooseFor } from './choose'

/** Chooses a method for each hole. */
export const auto: Method<KrigingOptions> = {
  fill: fillByChoice,
  reach: (radius, options) =>
    Math.max(...[kriging, navierStokes, ns].map((method) => method.reach(radius, options))),
  defaultRadius: kriging.defaultRadius,
  optionNames: kriging.optionNames,
  check: kriging.check,
}

function fillByChoice(patch: Patch, options: FillOptions & KrigingOptions): void {
  const areas = areasOf(patch).map((area) => ({ area, ...chooseFor(area) }))
  const pixelsOf = (wanted: ChosenMethod): Int32Array =>
    Int32Array.from(
      areas.flatMap(({ area, method }) => (method === wanted ? area.pixels : [])),
    ).sort()
  const thick = pixelsOf('navier-stokes')
  const flat = pixelsOf('ns')
  // A method takes for known what is not missing to it. So all holes are filled by one method
  // first, and those chosen for another are done over.
  if (flat.length + thick.length < patch.missing.length) kriging.fill(patch, options)
  else if (flat.length > 0 && thick.length > 0) navierStokes.fill(patch, options)
  if (thick.length > 0) navierStokes.fill({ ...patch, missing: thick }, options)
  // Radius 1: from the pixels that were found to be equal, and none beyond.
  if (flat.length > 0) ns.fill({ ...patch, missing: flat }, { ...options, radius: 1 })
}
