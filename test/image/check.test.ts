import { expect, describe as group, test } from 'vitest'
import { checkNumber, checkOneOf, classOf, describe } from '../../src/image/check'

group('describe', () => {
  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    ['telea', "'telea'"],
    [-1, '-1'],
    [NaN, 'NaN'],
    [true, 'true'],
    [() => 1, 'a function'],
    [[1], 'an Array'],
    [{}, 'an Object'],
    [new Uint8Array(1), 'a Uint8Array'],
    [new Uint32Array(1), 'a Uint32Array'],
    [new Int32Array(1), 'an Int32Array'],
    [Buffer.alloc(1), 'a Uint8Array'],
    [new Map(), 'a Map'],
    [Symbol('x'), 'Symbol(x)'],
  ])('%o', (value, words) => {
    expect(describe(value)).toBe(words)
  })
})

group('checkNumber', () => {
  test('lets the bounds and what is between them through', () => {
    for (const value of [1, 2.5, 100])
      expect(() => checkNumber('radius', value, 1, 100)).not.toThrow()
  })
  test.each([0.999, 100.001, -5, NaN, Infinity, -Infinity])('stops %d', (value) => {
    expect(() => checkNumber('radius', value, 1, 100)).toThrow(
      new RangeError(`radius: expected a number from 1 to 100, got ${value}`),
    )
  })
  test.each([
    ['3', "'3'"],
    [null, 'null'],
    [undefined, 'undefined'],
    [[3], 'an Array'],
  ])('stops %o', (value, words) => {
    expect(() => checkNumber('radius', value, 1, 100)).toThrow(
      new TypeError(`radius: expected a number from 1 to 100, got ${words}`),
    )
  })
})

group('checkNumber for whole ones', () => {
  const check = (value: unknown) => checkNumber('n', value, 1, Infinity, 'whole number')
  test('lets whole numbers through', () => {
    for (const value of [1, 2, 2 ** 40]) expect(() => check(value)).not.toThrow()
  })
  test.each([0, 1.5, NaN, Infinity])('stops %d', (value) => {
    expect(() => check(value)).toThrow(
      new RangeError(`n: expected a whole number from 1, got ${value}`),
    )
  })
  test('stops what is no number', () => {
    expect(() => check('4')).toThrow(new TypeError("n: expected a whole number from 1, got '4'"))
  })
})

group('checkOneOf', () => {
  test('lets the known words through, and names them to the others', () => {
    checkOneOf('end', 'left', ['left', 'right'])
    expect(() => checkOneOf('end', 'top', ['left', 'right'])).toThrow(
      new RangeError("end: expected 'left' or 'right', got 'top'"),
    )
    expect(() => checkOneOf('end', 3, ['left', 'right'])).toThrow(
      new TypeError("end: expected 'left' or 'right', got 3"),
    )
  })
})

test('classOf names what an array is, also of another realm', async () => {
  const { runInNewContext } = await import('node:vm')
  expect(classOf(runInNewContext('new Float32Array(1)'))).toBe('Float32Array')
  expect(classOf(Buffer.alloc(1))).toBe('Uint8Array')
})
