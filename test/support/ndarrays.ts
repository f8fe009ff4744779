import ndarray from 'ndarray'
import type { Samples } from '../../src/index'
import { type Raster, samplesLike } from './pictures'
import { integer, type Random, shuffled } from './random'

/**
 * The same samples as an ndarray that is laid out in some other way: axes stored in any order,
 * forwards or backwards, with gaps, and somewhere inside a larger array full of other numbers.
 */
export function scatter(image: Raster, random: Random): ndarray.NdArray<Samples> {
  const { width, height, channels } = image
  const shape = channels === 1 && random() < 0.5 ? [height, width] : [height, width, channels]
  const { stride, offset, length } = anyLayout(shape, random)
  const data = samplesLike(image.data, length)
  for (let i = 0; i < length; i++) data[i] = integer(random, 1, 99)
  const scattered = ndarray(data, shape, stride, offset)
  place(image.data, scattered, channels)
  return scattered
}

/** Copies row-major, interleaved values into an ndarray. */
export function place(
  values: ArrayLike<number | boolean>,
  {
    data,
    shape,
    stride,
    offset,
  }: { data: unknown; shape: number[]; stride: number[]; offset: number },
  channels: number,
): void {
  const [height, width] = shape
  const to = data as (number | boolean)[]
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++, i++) {
        to[offset + y * stride[0] + x * stride[1] + c * (stride[2] ?? 0)] = values[i]
      }
    }
  }
}

/** A random way to store an array of this shape without any two elements at the same place. */
export function anyLayout(
  shape: readonly number[],
  random: Random,
): { stride: number[]; offset: number; length: number } {
  const stride = shape.map(() => 0)
  let offset = integer(random, 0, 5)
  let size = integer(random, 1, 2)
  for (const axis of shuffled(random, shape.length)) {
    stride[axis] = size
    size = size * shape[axis] + integer(random, 0, 3)
  }
  const length = offset + size + integer(random, 0, 5)
  for (let axis = 0; axis < shape.length; axis++) {
    if (random() < 0.5) continue
    offset += stride[axis] * (shape[axis] - 1)
    stride[axis] = -stride[axis]
  }
  return { stride, offset, length }
}

/** Row-major, interleaved samples of an ndarray, read through its own accessor. */
export function gathered(array: ndarray.NdArray<Samples>): number[] {
  const [height, width, channels] = array.shape
  const values: number[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (channels === undefined) values.push(array.get(y, x))
      else for (let c = 0; c < channels; c++) values.push(array.get(y, x, c))
    }
  }
  return values
}
