import { type Psf, psf } from '../../src/deconvolution'

/** How the bundled example was blurred. */
export const exampleMotion = { length: 11, angle: 25 } as const

/** The blurs that are described by numbers. */
export type BlurKind = 'motion' | 'gaussian' | 'disk' | 'box'

/** A number that describes a blur. */
export interface Quantity {
  readonly name: string
  readonly least: number
  readonly most: number
  readonly step: number
  readonly value: number
  readonly unit: string
}

export interface Blur {
  readonly title: string
  readonly words: string
  readonly numbers: readonly Quantity[]
  make(...numbers: number[]): Psf
}

export const blurKinds: Readonly<Record<BlurKind, Blur>> = {
  motion: {
    title: 'Motion',
    words: 'The camera, or what it looks at, moved while the shutter was open.',
    numbers: [
      { name: 'length', least: 1, most: 60, step: 0.5, value: exampleMotion.length, unit: 'px' },
      { name: 'angle', least: 0, most: 179, step: 1, value: exampleMotion.angle, unit: '°' },
    ],
    make: (length, angle) => psf.motion(length, angle),
  },
  disk: {
    title: 'Disk',
    words: 'A lens out of focus.',
    numbers: [{ name: 'radius', least: 0.5, most: 25, step: 0.1, value: 3, unit: 'px' }],
    make: (radius) => psf.disk(radius),
  },
  gaussian: {
    title: 'Gaussian',
    words: 'Slightly out of focus, turbulent air, a film scanner.',
    numbers: [{ name: 'sigma', least: 0.3, most: 12, step: 0.1, value: 1.5, unit: 'px' }],
    make: (sigma) => psf.gaussian(sigma),
  },
  box: {
    title: 'Box',
    words: 'Large pixels: a picture that was made smaller and larger again.',
    numbers: [{ name: 'size', least: 1, most: 31, step: 1, value: 5, unit: 'px' }],
    make: (size) => psf.box(size),
  },
}
