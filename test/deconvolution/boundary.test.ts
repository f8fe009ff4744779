import { beforeAll, describe, expect, test } from 'vitest'
import { type Boundary, deconvolve, type MethodName, psf } from '../../src/deconvolution/index'
import { loadPicture } from '../support/pictures'
import { nearEdge, type Plane, psnr, type Shot, shoot } from './scenes'

// Photographs blurred as a camera does: the scene goes on beyond the frame.

const kernels = { gaussian: psf.gaussian(1.5), motion: psf.motion(7, 30), disk: psf.disk(2) }
let shots: { shot: Shot; kernel: (typeof kernels)['motion'] }[]

beforeAll(async () => {
  shots = []
  for (const name of ['camera-96x96', 'astronaut-96x96'] as const) {
    const { data, width, height, channels } = await loadPicture(name)
    const grey = Float64Array.from({ length: width * height }, (_, i) => data[i * channels])
    for (const kernel of Object.values(kernels)) {
      shots.push({ shot: shoot({ data: grey, width, height }, kernel, 8, 1), kernel })
    }
  }
})

const depth = 20

/** Mean decibels near the frame's edge and in the middle. */
function quality(method: MethodName, boundary?: Boundary): { edge: number; middle: number } {
  let edge = 0
  let middle = 0
  for (const { shot, kernel } of shots) {
    const result: Plane = deconvolve(shot.blurred, kernel, method, { boundary })
    const isEdge = nearEdge(shot.sharp, depth)
    edge += psnr(result, shot.sharp, isEdge) / shots.length
    middle += psnr(result, shot.sharp, (x, y) => !isEdge(x, y)) / shots.length
  }
  return { edge, middle }
}

describe.each([
  'wiener',
  'tikhonov',
  'unsupervised-wiener',
  'richardson-lucy',
  'total-variation',
  'hyper-laplacian',
] as const)('%s', (method) => {
  test('the default rings no more near the edge than within 1.5 dB of the middle', () => {
    const { edge, middle } = quality(method)
    expect(edge).toBeGreaterThan(middle - 1.5)
  })

  test('the default is 4 dB better near the edge than darkness, and better than a ring', () => {
    const { edge } = quality(method)
    expect(edge).toBeGreaterThan(quality(method, 'zero').edge + 4)
    expect(edge).toBeGreaterThan(quality(method, 'periodic').edge + 1)
  })

  test('the default is the best there is', () => {
    const { edge } = quality(method)
    for (const boundary of ['reflect', 'taper'] as const) {
      expect(edge).toBeGreaterThan(quality(method, boundary).edge - 0.1)
    }
  })
})

test("'free' is the default", () => {
  const { shot, kernel } = shots[0]
  expect(deconvolve(shot.blurred, kernel, 'wiener')).toEqual(
    deconvolve(shot.blurred, kernel, 'wiener', { boundary: 'free' }),
  )
})
