// Figures and pictures of how good deconvolution is. The data are research pictures that are not
// part of this repository: a folder with deconvolution/cameraman.png, deconvolution/levin09/ and
// cc0/ in it.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { blur, deconvolve, psf } from 'isophote/deconvolution'
import sharp from 'sharp'

export const title = 'six standard deblurring scenarios, camera shake, borders, a clock'

const parts = { scenarios, 'camera shake': cameraShake, borders, clock }

export async function run({ data, output, selects }) {
  if (!data) throw new Error('--data: expected a folder with deconvolution/ and cc0/, got none')
  mkdirSync(output, { recursive: true })
  for (const [name, part] of Object.entries(parts)) if (selects(name)) await part(data, output)
}

/** Blur and noise of the literature: circular, on the 256 x 256 cameraman. */
const binomial = [1, 4, 6, 4, 1]
const sampledGaussian = (sigma) =>
  square(25, (x, y) => Math.exp(-(x * x + y * y) / (2 * sigma ** 2)))
const standard = [
  { kernel: square(15, (x, y) => 1 / (1 + x * x + y * y)), variance: 2 },
  { kernel: square(15, (x, y) => 1 / (1 + x * x + y * y)), variance: 8 },
  { kernel: psf.box(9), blurredToNoise: 40 },
  { kernel: psf.from(binomial.map((a) => binomial.map((b) => a * b))), variance: 49 },
  { kernel: sampledGaussian(1.6), variance: 4 },
  { kernel: sampledGaussian(0.4), variance: 64 },
]

/** Improvement in signal-to-noise ratio: best balance of two methods, and what needs no balance. */
async function scenarios(folder) {
  const sharpPicture = await grey(join(folder, 'deconvolution', 'cameraman.png'))
  const rows = standard.map(({ kernel, variance, blurredToNoise }, i) => {
    const clean = blur(sharpPicture, kernel, { boundary: 'periodic' })
    const sigma = Math.sqrt(variance ?? varianceOf(clean.data) / 10 ** (blurredToNoise / 10))
    const blurred = noisy(clean, sigma, i + 1)
    const gain = (method, options) =>
      psnr(
        deconvolve(blurred, kernel, method, { ...options, boundary: 'periodic' }),
        sharpPicture,
      ) - psnr(blurred, sharpPicture)
    const balances = Array.from({ length: 25 }, (_, k) => 10 ** (-4.5 + k / 6))
    const best = (method) => Math.max(...balances.map((balance) => gain(method, { balance })))
    return [
      i + 1,
      best('wiener'),
      gain('unsupervised-wiener'),
      best('total-variation'),
      gain('total-variation', { noise: sigma }),
      gain('total-variation'),
      gain('hyper-laplacian'),
    ]
  })
  print('Improvement in signal-to-noise ratio, dB', [
    [
      'scenario',
      'wiener, best',
      'unsupervised',
      'tv, best',
      'tv, noise told',
      'tv',
      'hyper-laplacian',
    ],
    ...rows,
  ])
}

/** Levin et al. 2009: really shaken photographs, the kernels measured. */
async function cameraShake(folder) {
  const levin = join(folder, 'deconvolution', 'levin09')
  const { kernels } = JSON.parse(readFileSync(join(levin, 'kernels.json'), 'utf8'))
  const calls = {
    'wiener, taper': ['wiener', { boundary: 'taper' }],
    'wiener, gradient, taper': [
      'wiener',
      { regulariser: 'gradient', balance: 0.006, boundary: 'taper' },
    ],
    wiener: ['wiener', {}],
    'unsupervised-wiener': ['unsupervised-wiener', {}],
    'richardson-lucy': ['richardson-lucy', {}],
    'total-variation': ['total-variation', {}],
    'hyper-laplacian': ['hyper-laplacian', {}],
  }
  const shots = []
  for (const image of [1, 2]) {
    const sharpPicture = await grey(join(levin, 'gt', `im${image}.png`))
    for (const [k, { w, h, matAsStored }] of kernels.entries()) {
      const blurred = await grey(join(levin, `im${image}_kernel${k + 1}_img.png`))
      // Stored turned by 180 degrees.
      const data = Float64Array.from(matAsStored).reverse()
      shots.push({ sharpPicture, blurred, kernel: psf.from({ data, width: w, height: h }) })
    }
  }
  const rows = Object.entries(calls).map(([name, [method, options]]) => {
    const scores = shots.map(({ sharpPicture, blurred, kernel }) =>
      psnrUpToShift(deconvolve(blurred, kernel, method, options), sharpPicture),
    )
    return [name, mean(scores), Math.min(...scores)]
  })
  print('Camera shake (Levin 2009), 16 photographs: PSNR up to a shift, dB', [
    ['call', 'mean', 'worst'],
    ...rows,
  ])
}

const frameDepth = 20
const boundaries = ['free', 'reflect', 'taper', 'zero', 'periodic']

/** Photographs blurred as a camera does: the scene goes on beyond the frame. */
async function borders(folder, output) {
  const kernels = [psf.gaussian(2), psf.motion(15, 30), psf.disk(4)]
  const shots = []
  for (const name of ['camera', 'chelsea', 'astronaut']) {
    const whole = await grey(join(folder, 'cc0', `${name}.png`))
    const sharpPicture = middle(whole, 192)
    for (const kernel of kernels) {
      const blurred = noisy(middle(blur(whole, kernel), 192), 1, 7)
      shots.push({ sharpPicture, blurred: rounded(blurred), kernel })
    }
  }
  const isNearEdge = (x, y) => Math.min(x, y, 191 - x, 191 - y) < frameDepth
  const rows = []
  for (const method of ['wiener', 'richardson-lucy', 'total-variation']) {
    for (const boundary of boundaries) {
      const results = shots.map(({ blurred, kernel }) =>
        deconvolve(blurred, kernel, method, { boundary }),
      )
      const score = (where) =>
        mean(results.map((result, i) => psnr(result, shots[i].sharpPicture, where)))
      rows.push([`${method}, ${boundary}`, score(isNearEdge), score((x, y) => !isNearEdge(x, y))])
      await save(results[4], join(output, `deconvolution-${method}-${boundary}.png`))
    }
  }
  await save(shots[4].blurred, join(output, 'deconvolution-blurred.png'))
  print(`Nine photographs: PSNR in the frame of ${frameDepth} pixels, and inside, dB`, [
    ['call', 'frame', 'inside'],
    ...rows,
  ])
}

/**
 * A photograph that was really blurred, by a hand that moved to the side. The stroke is as long as the
 * trace of a glint by the clock's axis, which rises by a pixel from end to end.
 */
async function clock(folder, output) {
  const blurred = await grey(join(folder, 'cc0', 'clock_motion.png'))
  for (const [method, options] of Object.entries({
    wiener: {},
    'total-variation': { noise: 0.9 },
  })) {
    const result = deconvolve(blurred, psf.motion(35.5, 1.8), method, options)
    await save(result, join(output, `deconvolution-clock-${method}.png`))
  }
}

function square(size, weight) {
  const half = (size - 1) / 2
  const line = Array.from({ length: size }, (_, i) => i - half)
  return psf.from(line.map((y) => line.map((x) => weight(x, y))))
}

async function grey(file) {
  const { data, info } = await sharp(file)
    .toColourspace('b-w')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: Float64Array.from(data), width: info.width, height: info.height }
}

async function save({ data, width, height }, file) {
  const bytes = Uint8Array.from(data, (value) => Math.min(Math.max(Math.round(value), 0), 255))
  await sharp(bytes, { raw: { width, height, channels: 1 } })
    .png()
    .toFile(file)
}

function middle({ data, width, height }, side) {
  const left = (width - side) >> 1
  const top = (height - side) >> 1
  const part = Float64Array.from(
    { length: side * side },
    (_, i) => data[(top + Math.floor(i / side)) * width + left + (i % side)],
  )
  return { data: part, width: side, height: side }
}

function rounded(picture) {
  return {
    ...picture,
    data: Uint8Array.from(picture.data, (v) => Math.min(Math.max(Math.round(v), 0), 255)),
  }
}

/** Normal noise from a seed: the same in every run. */
function noisy(picture, sigma, seed) {
  let state = seed
  const random = () => {
    // Park and Miller's generator: good enough to draw noise from.
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  for (let i = 0; i < 10; i++) random()
  const data = picture.data.map(
    (value) =>
      value + sigma * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()),
  )
  return { ...picture, data }
}

function varianceOf(data) {
  const average = mean(data)
  return mean(data.map((value) => (value - average) ** 2))
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function psnr(actual, expected, where = () => true) {
  const { width } = expected
  let squares = 0
  let count = 0
  for (let i = 0; i < expected.data.length; i++) {
    if (!where(i % width, Math.floor(i / width))) continue
    squares += (actual.data[i] - expected.data[i]) ** 2
    count++
  }
  return 10 * Math.log10((255 ** 2 * count) / squares)
}

/** The kernels are off-centre, by fractions of a pixel too: the best of all shifts by quarters. */
function psnrUpToShift(actual, expected) {
  const margin = 25
  const { width, height } = expected
  const at = (dx, dy, step) => {
    const x0 = Math.floor(dx)
    const y0 = Math.floor(dy)
    const across = cubic(dx - x0)
    const down = cubic(dy - y0)
    let squares = 0
    let count = 0
    for (let y = margin; y < height - margin; y += step) {
      for (let x = margin; x < width - margin; x += step) {
        let value = 0
        for (let j = 0; j < 4; j++) {
          const i = (y + y0 + j - 1) * width + x + x0 - 1
          const { data } = actual
          const row = across[0] * data[i] + across[1] * data[i + 1] + across[2] * data[i + 2]
          value += down[j] * (row + across[3] * data[i + 3])
        }
        squares += (Math.min(Math.max(value, 0), 255) - expected.data[y * width + x]) ** 2
        count++
      }
    }
    return 10 * Math.log10((255 ** 2 * count) / squares)
  }
  let best = [-Infinity, 0, 0]
  const consider = (dx, dy, step) => {
    const score = at(dx, dy, step)
    if (score > best[0]) best = [score, dx, dy]
  }
  for (let dy = -6; dy <= 6; dy++) for (let dx = -6; dx <= 6; dx++) consider(dx, dy, 3)
  const [, x, y] = best
  best = [-Infinity, 0, 0]
  for (let dy = -3; dy <= 3; dy++)
    for (let dx = -3; dx <= 3; dx++) consider(x + dx / 4, y + dy / 4, 1)
  return best[0]
}

/** Weights of Catmull and Rom's cubic between the second and third of four samples. */
function cubic(t) {
  return [
    ((2 - t) * t - 1) * (t / 2),
    ((3 * t - 5) * t * t + 2) / 2,
    ((4 - 3 * t) * t + 1) * (t / 2),
    ((t - 1) * t * t) / 2,
  ]
}

function print(heading, rows) {
  console.log(`\n${heading}\n`)
  rows.forEach((row, i) => {
    console.log(
      `| ${row.map((cell) => (i > 0 && typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : cell)).join(' | ')} |`,
    )
    if (i === 0) console.log(`|${row.map(() => '---|').join('')}`)
  })
}
