import type { MethodName, MethodOptions } from '../src/methods'

/** What the panel says about a method, and which of its options it offers. */
export interface MethodWords {
  readonly title: string
  readonly words: string
  readonly parameters: readonly Parameter[]
}

export type Parameter = Slider | Choice

export interface Slider {
  readonly kind: 'slider'
  readonly name: 'radius' | keyof MethodOptions
  readonly words: string
  readonly least: number
  readonly most: number
  readonly step: number
  readonly value: number
}

export interface Choice {
  readonly kind: 'choice'
  readonly name: 'quality'
  readonly words: string
  readonly values: readonly string[]
}

const radius = (value: number, most = 20): Slider => ({
  kind: 'slider',
  name: 'radius',
  words: 'How many pixels around a missing one take part. Larger is smoother and slower.',
  least: 1,
  most,
  step: 1,
  value,
})

const quality: Choice = {
  kind: 'choice',
  name: 'quality',
  words: 'Best takes more time for a closer prediction.',
  values: ['fast', 'best'],
}

export const methodWords: Record<MethodName, MethodWords> = {
  exemplar: {
    title: 'Exemplar',
    words: 'Completes large holes with copies of other parts of the picture.',
    parameters: [
      {
        kind: 'slider',
        name: 'seed',
        words: 'Each number is another completion.',
        least: 0,
        most: 20,
        step: 1,
        value: 0,
      },
    ],
  },
  auto: {
    title: 'Automatic',
    words: 'Chooses a method for each hole.',
    parameters: [radius(8), quality],
  },
  telea: {
    title: 'Telea',
    words: 'An average along the distance field. For scratches, text, dust.',
    parameters: [radius(3)],
  },
  ns: {
    title: 'Navier-Stokes, OpenCV’s',
    words: 'An average along isophotes that never leaves the range of its neighbours.',
    parameters: [radius(3)],
  },
  'navier-stokes': {
    title: 'Navier-Stokes, solved',
    words: 'Vorticity carried along isophotes. Continues edges; takes its time.',
    parameters: [
      {
        kind: 'slider',
        name: 'viscosity',
        words: 'Less continues edges more sharply, and noise too. More is smoother.',
        least: 0,
        most: 1,
        step: 0.01,
        value: 0.01,
      },
      {
        kind: 'slider',
        name: 'iterations',
        words: 'The most turns of the iteration. Fewer are faster and less settled.',
        least: 0,
        most: 100,
        step: 1,
        value: 40,
      },
    ],
  },
  coherence: {
    title: 'Coherence transport',
    words: 'Carries edges and lines across gaps of up to 20 pixels.',
    parameters: [
      radius(5),
      {
        kind: 'slider',
        name: 'smoothing',
        words: 'Smaller follows finer lines, and noise. Larger keeps to the main direction.',
        least: 0.5,
        most: 10,
        step: 0.5,
        value: 2,
      },
      {
        kind: 'slider',
        name: 'kappa',
        words: 'How strictly a fill keeps to the direction. Larger is sharper.',
        least: 0,
        most: 100,
        step: 1,
        value: 25,
      },
    ],
  },
  harmonic: {
    title: 'Harmonic',
    words: 'Laplace’s equation, solved exactly: a soap film over the hole.',
    parameters: [],
  },
  biharmonic: {
    title: 'Biharmonic',
    words: 'The thin plate: the smoothest fill, for thin damage and dots.',
    parameters: [],
  },
  kriging: {
    title: 'Kriging',
    words: 'Predicted from the spectrum around. The best for scratches and text.',
    // More is taken for 14.
    parameters: [radius(8, 14), quality],
  },
}
