import { masks } from '../bench/masks.mjs'
import { createRandom } from '../bench/random.mjs'

/** Kinds of damage, as functions of the picture's side. One byte per pixel, 1 = missing. */
export const damages = {
  text: masks.text,
  scratches: masks.scratches,
  discs,
  'random 50': (side) => random(side, 0.5),
  'random 80': (side) => random(side, 0.8),
  'random 90': (side) => random(side, 0.9),
}

/** Discs of radius 5 to 17, a tenth of the picture in all. */
function discs(side) {
  const mask = new Uint8Array(side * side)
  const next = createRandom(5)
  for (let missing = 0; missing < 0.1 * mask.length; ) {
    const radius = 5 + next() * 12
    const centreX = next() * side
    const centreY = next() * side
    for (let i = 0; i < mask.length; i++) {
      const distance = Math.hypot((i % side) - centreX, Math.floor(i / side) - centreY)
      if (mask[i] || distance > radius) continue
      mask[i] = 1
      missing++
    }
  }
  return mask
}

/** The share of all pixels, each by chance. */
function random(side, share) {
  const next = createRandom(3)
  return new Uint8Array(side * side).map(() => (next() < share ? 1 : 0))
}

/** The picture as a viewer gets to see it: what is missing is white. */
export function damaged({ data, channels, ...picture }, mask) {
  const white = data.map((value, i) => (mask[Math.floor(i / channels)] ? 255 : value))
  return { ...picture, channels, data: white }
}
