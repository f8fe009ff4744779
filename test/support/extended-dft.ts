// A Fourier transform by definition with some 31 significant digits: every number is the sum of two
// doubles, the second one what the first left out (T. Dekker, 1971).

/** Complex numbers in planes. */
export interface Planes {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** exp(-2 pi i k / n) for any k, each part as high + low. */
interface Roots {
  /** Writes root k into `root`: re high, re low, im high, im low. */
  set(root: Float64Array, k: number): void
}

/** X[k] for each of `bins`, or for all k, rounded to doubles at the very end. */
export function extendedDft({ re, im }: Planes, bins?: readonly number[]): Planes {
  const n = re.length
  const wanted = bins ?? Array.from({ length: n }, (_, k) => k)
  const roots = rootsOf(n)
  const w = new Float64Array(4)
  const sum = { re: new Float64Array(wanted.length), im: new Float64Array(wanted.length) }
  wanted.forEach((k, at) => {
    let reHigh = 0
    let reLow = 0
    let imHigh = 0
    let imLow = 0
    for (let j = 0; j < n; j++) {
      roots.set(w, (j * k) % n)
      // Re += re w.re - im w.im; Im += re w.im + im w.re
      for (const [x, high, low, imaginary] of [
        [re[j], w[0], w[1], false],
        [-im[j], w[2], w[3], false],
        [re[j], w[2], w[3], true],
        [im[j], w[0], w[1], true],
      ] as const) {
        const product = x * high
        const rest = productError(x, high, product) + x * low
        if (imaginary) {
          const total = imHigh + product
          imLow += sumError(imHigh, product, total) + rest
          imHigh = total
        } else {
          const total = reHigh + product
          reLow += sumError(reHigh, product, total) + rest
          reHigh = total
        }
      }
    }
    sum.re[at] = reHigh + reLow
    sum.im[at] = imHigh + imLow
  })
  return sum
}

/** A root is the product of one out of two short tables, so that few have to be computed. */
function rootsOf(n: number): Roots {
  const fineCount = Math.ceil(Math.sqrt(n))
  const table = (count: number, step: number) => {
    const roots = new Float64Array(4 * count)
    for (let i = 0; i < count; i++) roots.set(root(i * step, n), 4 * i)
    return roots
  }
  const fine = table(fineCount, 1)
  const coarse = table(Math.ceil(n / fineCount), fineCount)
  return {
    set(to, k) {
      const a = 4 * Math.floor(k / fineCount)
      const b = 4 * (k % fineCount)
      const [aRe, aReLow, aIm, aImLow] = [coarse[a], coarse[a + 1], coarse[a + 2], coarse[a + 3]]
      const [bRe, bReLow, bIm, bImLow] = [fine[b], fine[b + 1], fine[b + 2], fine[b + 3]]
      const rr = times(aRe, aReLow, bRe, bReLow)
      const ii = times(aIm, aImLow, bIm, bImLow)
      const ri = times(aRe, aReLow, bIm, bImLow)
      const ir = times(aIm, aImLow, bRe, bReLow)
      const x = plus(rr[0], rr[1], -ii[0], -ii[1])
      const y = plus(ri[0], ri[1], ir[0], ir[1])
      to[0] = x[0]
      to[1] = x[1]
      to[2] = y[0]
      to[3] = y[1]
    },
  }
}

type Extended = readonly [high: number, low: number]

/** exp(-2 pi i k / n), by power series of an angle of at most an eighth of a circle. */
function root(k: number, n: number): [number, number, number, number] {
  // The nearest eighth of the circle, and what is left, as a share of the circle.
  const eighth = Math.round((8 * k) / n)
  const share = quotient(8 * k - eighth * n, 8 * n)
  const angle = times(share[0], share[1], 6.283185307179586, 2.4492935982947064e-16)
  let cos: Extended = [1, 0]
  let sin: Extended = angle
  let term: Extended = angle
  for (let i = 2; i < 40; i++) {
    // term = angle^i / i!
    const product = times(term[0], term[1], angle[0], angle[1])
    term = quotient(product[0], i, product[1])
    const sign = i % 4 < 2 ? 1 : -1
    if (i % 2) sin = plus(sin[0], sin[1], sign * term[0], sign * term[1])
    else cos = plus(cos[0], cos[1], sign * term[0], sign * term[1])
  }
  const diagonal: Extended = [0.7071067811865476, -4.833646656726457e-17]
  const steps: [Extended, Extended][] = [
    [
      [1, 0],
      [0, 0],
    ],
    [diagonal, diagonal],
    [
      [0, 0],
      [1, 0],
    ],
    [[-diagonal[0], -diagonal[1]], diagonal],
    [
      [-1, 0],
      [0, 0],
    ],
    [
      [-diagonal[0], -diagonal[1]],
      [-diagonal[0], -diagonal[1]],
    ],
    [
      [0, 0],
      [-1, 0],
    ],
    [diagonal, [-diagonal[0], -diagonal[1]]],
  ]
  const [c, s] = steps[((eighth % 8) + 8) % 8]
  const re = plus(
    ...times(c[0], c[1], cos[0], cos[1]),
    ...negative(times(s[0], s[1], sin[0], sin[1])),
  )
  const im = plus(...times(c[0], c[1], sin[0], sin[1]), ...times(s[0], s[1], cos[0], cos[1]))
  return [re[0], re[1], -im[0], -im[1]]
}

function negative([high, low]: Extended): Extended {
  return [-high, -low]
}

function times(a: number, aLow: number, b: number, bLow: number): Extended {
  const high = a * b
  return normalised(high, productError(a, b, high) + a * bLow + aLow * b)
}

function plus(a: number, aLow: number, b: number, bLow: number): Extended {
  const high = a + b
  return normalised(high, sumError(a, b, high) + aLow + bLow)
}

/** (a + aLow) / b for a double b. */
function quotient(a: number, b: number, aLow = 0): Extended {
  const high = a / b
  const back = high * b
  return normalised(high, (a - back - productError(high, b, back) + aLow) / b)
}

function normalised(high: number, low: number): Extended {
  const sum = high + low
  return [sum, low - (sum - high)]
}

/** What `sum` = a + b left out, exactly. */
function sumError(a: number, b: number, sum: number): number {
  const bPart = sum - a
  return a - (sum - bPart) + (b - bPart)
}

/** What `product` = a b left out, exactly. */
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a)
  const bHigh = upperHalf(b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

function upperHalf(a: number): number {
  const scaled = a * 134217729
  return scaled - (scaled - a)
}
