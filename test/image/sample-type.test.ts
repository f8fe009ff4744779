import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { rangeOf, type SampleType, sampleTypeOf } from '../../src/image/sample-type'

test('sampleTypeOf takes six classes and no other', () => {
  const types: [unknown, SampleType | undefined][] = [
    [new Uint8Array(1), 'uint8'],
    [new Uint8ClampedArray(1), 'uint8'],
    [Buffer.alloc(1), 'uint8'],
    [new Uint16Array(1), 'uint16'],
    [new Int16Array(1), 'int16'],
    [new Float32Array(1), 'float32'],
    [new Float64Array(1), 'float64'],
    [new Int8Array(1), undefined],
    [new Int32Array(1), undefined],
    [new Uint32Array(1), undefined],
    [new BigInt64Array(1), undefined],
    [new DataView(new ArrayBuffer(1)), undefined],
    [[1], undefined],
    ['Uint8Array', undefined],
    [null, undefined],
    [undefined, undefined],
  ]
  for (const [data, type] of types) expect(sampleTypeOf(data)).toBe(type)
})

test('rangeOf is what the typed array can hold', () => {
  const arrays = { uint8: new Uint8Array(1), uint16: new Uint16Array(1), int16: new Int16Array(1) }
  for (const [type, array] of Object.entries(arrays)) {
    const [least, most] = rangeOf(type as SampleType)
    for (const [value, held] of [
      [least, least],
      [most, most],
      [least - 1, most],
      [most + 1, least],
    ]) {
      array[0] = value
      expect(array[0]).toBe(held)
    }
  }
  expect(rangeOf('float32')).toEqual([-Infinity, Infinity])
  expect(rangeOf('float64')).toEqual([-Infinity, Infinity])
})
