import { type KrigingOptions, kriging } from '../kriging/method'
import type { FillOptions, Method } from '../method'
import { ns } from '../ns/method'
import type { Patch } from '../patch'
import { areasOf } from './areas'
import { chooseFor } from './choose'

/** Chooses a method for each hole. */
export const auto: Method<KrigingOptions> = {
  fill: fillByChoice,
  reach: (radius, options) =>
    Math.max(...[kriging, ns].map((method) => method.reach(radius, options))),
  defaultRadius: kriging.defaultRadius,
  options: kriging.options,
}

function fillByChoice(patch: Patch, options: FillOptions & KrigingOptions): void {
  const { channels, size, missing, samples } = patch
  const isFlat = new Int8Array(size)
  for (const area of areasOf(patch)) {
    if (chooseFor(area).method === 'ns') for (const i of area.pixels) isFlat[i] = 1
  }
  const flat = missing.filter((i) => isFlat[i] === 1)
  const others = missing.filter((i) => isFlat[i] === 0)
  // A method takes for known what is not missing to it. Flat holes first: they are as good as known.
  if (flat.length > 0) {
    // What is there is nobody's business.
    for (let c = 0; c < channels; c++) for (const i of others) samples[c * size + i] = 0
    // Radius 1: from the pixels that were found to be equal, and none beyond.
    ns.fill({ ...patch, missing: flat }, { ...options, radius: 1 })
  }
  if (others.length > 0) {
    const report = (pixels: number): void => options.report(flat.length + pixels)
    kriging.fill({ ...patch, missing: others }, { ...options, report })
  }
}
