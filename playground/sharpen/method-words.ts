import type { MethodName } from '../../src/deconvolution'
import type { MethodWords } from '../controls/method-panel'
import type { Slider } from '../controls/parameter'

const balance: Slider = {
  kind: 'slider',
  name: 'balance',
  words: 'How much roughness counts against misfit. Less is sharper and noisier.',
  least: 0.00001,
  most: 1,
  step: 0.05,
  isLogarithmic: true,
  value: 0.003,
  samples: [0.0001, 0.003, 0.1],
}

const regulariser = {
  kind: 'choice',
  name: 'regulariser',
  words: 'What is called rough: bends, slopes, or the values themselves.',
} as const

const noise: Slider = {
  kind: 'slider',
  name: 'noise',
  words: 'The noise’s standard deviation, in grey levels. More is smoother.',
  least: 0.1,
  most: 20,
  step: 0.1,
  value: undefined,
  samples: [0.5, 2, 8],
}

/** The library's own order, its default first. */
export const methodWords: ReadonlyMap<MethodName, MethodWords> = new Map<MethodName, MethodWords>([
  [
    'wiener',
    {
      title: 'Wiener',
      words: 'Each frequency as far as it stands out from the noise. At once.',
      parameters: [balance, { ...regulariser, samples: ['laplacian', 'gradient', 'identity'] }],
    },
  ],
  [
    'unsupervised-wiener',
    {
      title: 'Wiener, by itself',
      words: 'Finds its balance by cross-validation: nothing to choose.',
      parameters: [],
    },
  ],
  [
    'tikhonov',
    {
      title: 'Tikhonov',
      words: 'The least sum of squared misfit and squared roughness.',
      parameters: [balance, { ...regulariser, samples: ['gradient', 'laplacian', 'identity'] }],
    },
  ],
  [
    'richardson-lucy',
    {
      title: 'Richardson-Lucy',
      words: 'The likeliest scene for counted light; sharper with each iteration.',
      parameters: [
        {
          kind: 'slider',
          name: 'iterations',
          words: 'More is sharper, until noise and ringing take over.',
          least: 1,
          most: 200,
          step: 1,
          value: 10,
          samples: [4, 15, 100],
        },
        {
          kind: 'slider',
          name: 'tv',
          words: 'Keeps noise from growing. More flattens texture.',
          least: 0,
          most: 0.02,
          step: 0.0005,
          value: 0,
          samples: [0, 0.002, 0.02],
          scene: 'stripes',
        },
      ],
    },
  ],
  [
    'total-variation',
    {
      title: 'Total variation',
      words: 'Edges stay sharp, noise goes, fine texture may. Takes its time.',
      parameters: [noise],
    },
  ],
  [
    'hyper-laplacian',
    {
      title: 'Hyper-Laplacian',
      words: 'As total variation, with the slopes natural pictures have.',
      parameters: [
        noise,
        {
          kind: 'slider',
          name: 'exponent',
          words: 'The power of a slope that counts. Less makes edges harder.',
          least: 0.5,
          most: 1,
          step: 0.05,
          value: 0.8,
          samples: [0.5, 0.8, 1],
          scene: 'stripes',
        },
      ],
    },
  ],
  [
    'inverse',
    {
      title: 'Inverse filter',
      words: 'Divides by the blur, knowing nothing of pictures. For comparison.',
      parameters: [
        {
          kind: 'slider',
          name: 'threshold',
          words: 'Frequencies with less left than this are held back. Less is sharper and noisier.',
          least: 0.001,
          most: 1,
          step: 0.05,
          isLogarithmic: true,
          value: 0.1,
          samples: [0.01, 0.1, 0.5],
        },
      ],
    },
  ],
])
