import { classOf } from './check'

/** The kind of number an image holds; `Uint8Array` and `Uint8ClampedArray` are both `'uint8'`. */
export type SampleType = 'uint8' | 'uint16' | 'int16' | 'float32' | 'float64'

/** The sample type of a typed array, of this or any other realm; `undefined` for what isophote does not take. */
export function sampleTypeOf(data: unknown): SampleType | undefined {
  return sampleTypes[classOf(data)]
}

/** The least and the greatest value an integer type can hold; `undefined` for floats, which are never clamped. */
export function integerRange(type: SampleType): readonly [least: number, most: number] | undefined {
  return integerRanges[type]
}

const sampleTypes: Record<string, SampleType | undefined> = {
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Uint16Array: 'uint16',
  Int16Array: 'int16',
  Float32Array: 'float32',
  Float64Array: 'float64',
}

const integerRanges: Partial<Record<SampleType, readonly [number, number]>> = {
  uint8: [0, 255],
  uint16: [0, 65535],
  int16: [-32768, 32767],
}
