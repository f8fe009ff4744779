import photoUrl from '../../examples/chelsea.png'
import { inpaint } from '../../src'
import { blur, type DeconvolveOptions, deconvolve, psf } from '../../src/deconvolution'
import type { FillSettings } from './fill'
import { addNoise, createRandom } from './noise'
import { crop, type Picture, readPicture, rgbaOf } from './picture'

// The small pictures beside a parameter: what the library makes of a small scene with its values.

/** `'eye'`, from the photograph, also with little more than dots of it known; or `'stripes'`, where directions and sharpness show; or `'paint'`, of which the mask knows only the core. */
export type Scene = 'eye' | 'dots' | 'stripes' | 'paint'

const masks: Record<Scene, (picture: Picture) => Uint8Array> = {
  eye: scratch,
  dots: mostPixels,
  stripes: disc,
  paint: (picture) => Uint8Array.from(stroke(picture), (light) => (light > 0.9 ? 1 : 0)),
}

interface Sample {
  readonly rgba: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

export async function sampleRepair(asked: {
  scene: Scene
  settings: FillSettings
}): Promise<Sample> {
  const picture = await sceneNamed(asked.scene)
  return sampleOf(inpaint(picture, masks[asked.scene](picture), asked.settings))
}

export async function sampleSharpen(asked: {
  scene: Scene
  settings: DeconvolveOptions
}): Promise<Sample> {
  const motion = psf.motion(7, 25)
  const blurred = blur(await sceneNamed(asked.scene), motion)
  addNoise(blurred, 1.5)
  return sampleOf(deconvolve(blurred, motion, asked.settings))
}

function sampleOf(picture: Picture): Sample {
  const { width, height } = picture
  return { rgba: rgbaOf(picture, { x: 0, y: 0, width, height }), width, height }
}

const width = 72
const height = 54
let photo: Promise<Picture> | undefined

async function sceneNamed(scene: Scene): Promise<Picture> {
  if (scene === 'stripes') return stripes()
  photo ??= fetch(photoUrl)
    .then((answer) => answer.blob())
    .then(readPicture)
  const eye = crop(await photo, { x: 133, y: 94, width, height })
  if (scene === 'paint') {
    stroke(eye).forEach((light, i) => {
      for (let c = 3 * i; c < 3 * i + 3; c++) eye.data[c] += light * (250 - eye.data[c])
    })
  }
  return eye
}

/** A stroke with soft edges: how much of each pixel it covers. */
function stroke({ width, height }: Picture): Float64Array {
  return new Float64Array(width * height).map((_, i) => {
    const away = Math.abs((i % width) - 30 - 6 * Math.sin(Math.floor(i / width) / 16))
    return Math.min(Math.max(1.4 - away / 4, 0), 1)
  })
}

function stripes(): Picture {
  const data = new Uint8ClampedArray(width * height * 3)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const isLight = Math.floor((x + 1.6 * y) / 13) % 2 === 0
      data.set(isLight ? [236, 214, 176] : [52, 74, 98], i)
    }
  }
  const picture = { data, width, height, channels: 3 } as const
  addNoise(picture, 4)
  return picture
}

/** Two strokes across the eye. */
function scratch({ width, height }: Picture): Uint8Array {
  return new Uint8Array(width * height).map((_, i) => {
    const x = i % width
    const y = Math.floor(i / width)
    return Math.abs(x - 30 - 6 * Math.sin(y / 16)) < 3 || Math.abs(y - 38 + x / 5) < 2.5 ? 1 : 0
  })
}

/** Five of six, without a pattern. */
function mostPixels({ width, height }: Picture): Uint8Array {
  const random = createRandom()
  return new Uint8Array(width * height).map(() => (random() < 5 / 6 ? 1 : 0))
}

function disc({ width, height }: Picture): Uint8Array {
  return new Uint8Array(width * height).map((_, i) => {
    const x = (i % width) - width / 2
    const y = Math.floor(i / width) - height / 2
    return x * x + y * y < 13 * 13 ? 1 : 0
  })
}
