import { classOf } from './check'

/** The kind of number an image holds; `Uint8Array` and `Uint8ClampedArray` are both `'uint8'`. */
export type SampleType = 'uint8' | 'uint16' | 'int16' | 'float32' | 'float64'

const ranges: Record<SampleType, readonly [least: number, most: number]> = {
  uint8: [0, 255],
  uint16: [0, 65535],
  int16: [-32768, 32767],
  float32: [-Infinity, Infinity],
  float64: [-Infinity, Infinity],
}

/** The sample type of a typed array, of this or any other realm; `undefined` for what isophote does not take. */
export function sampleTypeOf(data: unknown): SampleType | undefined {
  const name = classOf(data)
    .replace(/(Clamped)?Array$/, '')
    .toLowerCase()
  return name in ranges ? (name as SampleType) : undefined
}

/** The least and the greatest value a type can hold; infinite for floats, which are never clamped. */
export function rangeOf(type: SampleType): readonly [least: number, most: number] {
  return ranges[type]
}
