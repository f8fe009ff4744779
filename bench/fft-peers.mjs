import { createRequire } from 'node:module'
import FFT from 'fft.js'
import ndarray from 'ndarray'
import ndarrayFft from 'ndarray-fft'

// Every peer gets its plan, its kind of arrays and its outputs beforehand. A function made here
// transforms once; `spectrum` then gives the result as { re, im }, to be compared.

/** fft.js, complex: powers of two, interleaved. */
export function fftJsComplex({ re, im }) {
  const plan = new FFT(re.length)
  const input = plan.createComplexArray()
  const output = plan.createComplexArray()
  for (let i = 0; i < re.length; i++) {
    input[2 * i] = re[i]
    input[2 * i + 1] = im[i]
  }
  return { run: () => plan.transform(output, input), spectrum: () => separate(output) }
}

/** fft.js, real: it leaves the second half of the spectrum to the caller, as isophote does. */
export function fftJsReal(signal) {
  const plan = new FFT(signal.length)
  const input = Array.from(signal)
  const output = plan.createComplexArray()
  const length = signal.length + 2
  return {
    run: () => plan.realTransform(output, input),
    spectrum: () => separate(output.slice(0, length)),
  }
}

/** What one writes on top of fft.js: real rows, then the columns of the left half. */
export function fftJsImage(image, width, height) {
  const ofRows = new FFT(width)
  const ofColumns = new FFT(height)
  const half = width / 2 + 1
  const row = new Array(width).fill(0)
  const rowOut = ofRows.createComplexArray()
  const column = ofColumns.createComplexArray()
  const columnOut = ofColumns.createComplexArray()
  const data = new Float64Array(2 * half * height)
  const run = () => {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) row[x] = image[y * width + x]
      ofRows.realTransform(rowOut, row)
      for (let k = 0; k < 2 * half; k++) data[y * 2 * half + k] = rowOut[k]
    }
    for (let k = 0; k < half; k++) {
      for (let y = 0; y < height; y++) {
        column[2 * y] = data[2 * (y * half + k)]
        column[2 * y + 1] = data[2 * (y * half + k) + 1]
      }
      ofColumns.transform(columnOut, column)
      for (let y = 0; y < height; y++) {
        data[2 * (y * half + k)] = columnOut[2 * y]
        data[2 * (y * half + k) + 1] = columnOut[2 * y + 1]
      }
    }
  }
  return { run, spectrum: () => separate(data) }
}

/**
 * ndarray-fft: any length, in place, so that the input has to be copied before each transform. Its
 * forward exponent is positive; swapping the parts turns that around.
 */
export function ndarrayComplex({ re, im }, shape) {
  const x = ndarray(new Float64Array(re.length), shape)
  const y = ndarray(new Float64Array(re.length), shape)
  return {
    run: () => {
      x.data.set(re)
      y.data.set(im)
      ndarrayFft(1, y, x)
    },
    spectrum: () => ({ re: x.data, im: y.data }),
  }
}

/** kissfft as WebAssembly, in single precision: a plan, and arrays in its own memory. */
export async function kissReal(image, width, height) {
  const { ComplexArray, RealArray, RealFFTNDConfig } = await loadKiss()
  const plan = new RealFFTNDConfig([height, width])
  const input = RealArray.fromDataArray(Float32Array.from(image))
  const output = new ComplexArray(width * height)
  return {
    run: () => plan.work(input, output),
    spectrum: () => {
      const { re, im } = separate(output.asFloat32Array())
      const length = (Math.floor(width / 2) + 1) * height
      return { re: re.subarray(0, length), im: im.subarray(0, length) }
    },
  }
}

/** Where there is a `fetch`, kissfft-wasm takes the place for a browser, and its path for a URL. */
async function loadKiss() {
  const require = createRequire(import.meta.url)
  const { fetch } = globalThis
  globalThis.fetch = undefined
  try {
    const kiss = require('kissfft-wasm')
    await require('kissfft-wasm/lib/wasm.js').waitLoading()
    return kiss
  } finally {
    globalThis.fetch = fetch
  }
}

function separate(interleaved) {
  const n = interleaved.length / 2
  return {
    re: Float64Array.from({ length: n }, (_, i) => interleaved[2 * i]),
    im: Float64Array.from({ length: n }, (_, i) => interleaved[2 * i + 1]),
  }
}
