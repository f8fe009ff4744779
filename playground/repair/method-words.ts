import type { MethodName } from '../../src/methods'
import type { MethodWords } from '../controls/method-panel'
import type { Choice, Slider } from '../controls/parameter'

const radius = (value: number, samples: readonly number[], most = 20): Slider => ({
  scene: 'stripes',
  kind: 'slider',
  name: 'radius',
  words: 'How many pixels around a missing one take part. Larger is smoother and slower.',
  least: 1,
  most,
  step: 1,
  value,
  samples,
})

const quality: Choice = {
  kind: 'choice',
  name: 'quality',
  words: 'Best takes more time for a closer prediction.',
  samples: ['fast', 'best'],
}

/** The chooser first, then what is for large holes; the rest as the library lists them. */
export const methodWords: ReadonlyMap<MethodName, MethodWords> = new Map<MethodName, MethodWords>([
  [
    'auto',
    {
      title: 'Automatic',
      words: 'Chooses a method for each hole.',
      // More is taken for 14.
      parameters: [{ ...radius(8, [1, 8, 14], 14), scene: 'dots' }, quality],
    },
  ],
  [
    'exemplar',
    {
      title: 'Exemplar',
      words:
        'Completes large holes with pieces from elsewhere: brush a person away. Lines, colours and forbidden areas guide it.',
      parameters: [
        {
          kind: 'choice',
          name: 'location',
          words: 'Whether things are copied rather from the same height, and from nearby.',
          samples: ['auto', true, false],
          scene: 'stripes',
        },
      ],
    },
  ],
  [
    'telea',
    {
      title: 'Telea',
      words: 'An average along the distance field. For scratches, text, dust.',
      parameters: [radius(3, [1, 3, 12])],
    },
  ],
  [
    'ns',
    {
      title: 'Navier-Stokes, OpenCV’s',
      words: 'An average along isophotes that never leaves the range of its neighbours.',
      parameters: [radius(3, [1, 3, 12])],
    },
  ],
  [
    'navier-stokes',
    {
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
          samples: [0, 0.01, 1],
          scene: 'stripes',
        },
        {
          kind: 'slider',
          name: 'iterations',
          words: 'The most turns of the iteration. Fewer are faster and less settled.',
          least: 0,
          most: 100,
          step: 1,
          value: 40,
          samples: [0, 5, 40],
          scene: 'stripes',
        },
      ],
    },
  ],
  [
    'coherence',
    {
      title: 'Coherence transport',
      words: 'Carries edges and lines across gaps of up to 20 pixels.',
      parameters: [
        radius(5, [2, 5, 10]),
        {
          kind: 'slider',
          name: 'smoothing',
          words: 'Smaller follows finer lines, and noise. Larger keeps to the main direction.',
          least: 0.5,
          most: 10,
          step: 0.5,
          value: 2,
          samples: [0.5, 2, 8],
          scene: 'stripes',
        },
        {
          kind: 'slider',
          name: 'kappa',
          words: 'How strictly a fill keeps to the direction. Larger is sharper.',
          least: 0,
          most: 100,
          step: 1,
          value: 25,
          samples: [0, 25, 100],
          scene: 'stripes',
        },
      ],
    },
  ],
  [
    'harmonic',
    {
      title: 'Harmonic',
      words: 'Laplace’s equation, solved exactly: a soap film over the hole.',
      parameters: [],
    },
  ],
  [
    'biharmonic',
    {
      title: 'Biharmonic',
      words: 'The thin plate: the smoothest fill, for thin damage and dots.',
      parameters: [],
    },
  ],
  [
    'kriging',
    {
      title: 'Kriging',
      words: 'Predicted from the spectrum around. The best for scratches and text.',
      parameters: [{ ...radius(8, [1, 8, 14], 14), scene: 'dots' }, quality],
    },
  ],
])

/** What all methods take. */
export const seamWords: readonly Slider[] = [
  {
    kind: 'slider',
    name: 'dilate',
    words:
      'Widens the mask by so many pixels: by hand it is nearly always painted a little too small.',
    least: 0,
    most: 16,
    step: 1,
    value: 0,
    samples: [0, 2, 5],
  },
  {
    kind: 'slider',
    name: 'feather',
    words: 'Over how many of those pixels the filling fades into the picture.',
    least: 0,
    most: 16,
    step: 1,
    value: 0,
    samples: [0, 3, 6],
  },
]
