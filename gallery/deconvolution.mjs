// Figures and pictures of how good deconvolution is. The data are research pictures that are not
// part of this repository: a folder with deconvolution/cameraman.png, deconvolution/levin09/ and
// cc0/ in it.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blur, deconvolve, psf } from 'isophote/deconvolution'
import sharp from 'sharp'
import { textLine, textWidth } from '../examples/stroke-font.mjs'
import { levelsOf, lightOf } from './light.mjs'

export const title = 'six standard deblurring scenarios, camera shake, borders, a clock, its digits'

const parts = { scenarios, 'camera shake': cameraShake, borders, clock, digits, marks }

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
 * A photograph that was really blurred, by a hand that moved to the side: with a straight stroke of
 * even speed, and with the blur that clock-blur.mjs has found, in light as the camera adds it up.
 */
async function clock(_, output) {
  const blurred = await grey(own('clock.png'))
  const stroke = psf.motion(35.5, 1.8)
  const { kernel, light } = clockBlur()
  const linear = lightOf(blurred, light)
  const inLight = (kernel) =>
    levelsOf(deconvolve(linear, kernel, 'total-variation', { noise: clockNoise }), light)
  const results = {
    'stroke, wiener': deconvolve(blurred, stroke, 'wiener'),
    'stroke, total-variation': deconvolve(blurred, stroke, 'total-variation', { noise: 0.9 }),
    'psf found': deconvolve(blurred, kernel, 'total-variation', { noise: 0.9 }),
    'stroke, in light': inLight(stroke),
    'psf found, in light': inLight(kernel),
  }
  for (const [name, result] of Object.entries(results)) {
    await save(result, join(output, `deconvolution-clock-${name.replaceAll(/\W+/g, '-')}.png`))
  }
  // Further to both sides than the blur reaches, the photograph shows only the wall.
  const isBeside = (x, y) => {
    const across = Math.abs(x - dial.x)
    return across > 90 && across < 140 && Math.abs(y - dial.y) < 62
  }
  const ghosts = ({ data, width }) => {
    const squares = Array.from(data, (value, i) => (value - blurred.data[i]) ** 2)
    return Math.sqrt(mean(squares.filter((_, i) => isBeside(i % width, Math.floor(i / width)))))
  }
  print('The clock: departure from the photograph on the wall beside it, grey levels', [
    ['blur', 'departure'],
    ...Object.entries(results).map(([name, result]) => [name, ghosts(result)]),
  ])
}

/** Of light; as the wall has it, and a little for what the PSF still lacks. */
const clockNoise = 1
/** The middle of the clock in its picture. */
const dial = { x: 169, y: 111.5 }

/** Could digits be read, were the PSF known? A drawn clock, blurred and rounded as the photograph is. */
async function digits(_, output) {
  const { kernel, light } = clockBlur()
  const hours = [8, 6, 3, 10, 12, 5, 9, 2, 1, 11, 7, 4]
  const rows = []
  for (const [height, contrast] of [
    [5.5, 60],
    [5.5, 100],
    [8, 60],
    [8, 100],
  ]) {
    const scene = await drawnClock(hours, height, contrast)
    const seen = levelsOf(blur(scene, kernel), light)
    const counts = [0, 0]
    const noises = [clockNoise, 0.8]
    for (let seed = 1; seed <= 5; seed++) {
      const photo = rounded(noisy(seen, 0.93, seed))
      for (const [i, noise] of noises.entries()) {
        const options = { noise }
        const result = deconvolve(lightOf(photo, light), kernel, 'total-variation', options)
        for (const [at, hour] of hours.entries()) {
          counts[i] += (await readHour(result, at, height)) === hour ? 1 : 0
        }
        if (seed > 1) continue
        const name = `deconvolution-digits-${height}-${contrast}-${noise}.png`
        await save(levelsOf(result, light), join(output, name))
      }
    }
    rows.push([height, contrast, ...counts.map((count) => count / 5)])
  }
  print(
    'Drawn digits, the PSF known: how many of 12 hours a program finds that knows their shapes',
    [['height', 'contrast', `noise ${clockNoise}`, 'noise 0.8'], ...rows],
  )
}

/**
 * Rows are nearly apart in the photograph, as the hand moved along them: so a streak's height is that
 * of what has left it. Beside the drawn clock, whose hours are in their order here.
 */
async function marks() {
  const { kernel, light } = clockBlur()
  const hours = Array.from({ length: 12 }, (_, i) => i + 1)
  const drawn = levelsOf(blur(await drawnClock(hours, 5.5, 60), kernel), light)
  const photo = await grey(own('clock.png'))
  const rows = Array.from({ length: 17 }, (_, i) => Math.round(dial.y) + 3 + i - 8)
  const profile = (picture, hour) => {
    const [x] = placeOf(hour - 1)
    const means = Array.from({ length: picture.height }, (_, y) => {
      const from = y * picture.width + Math.round(x) - 15
      return mean(picture.data.slice(from, from + 31))
    })
    return rows.map((y) => means[y] - mean(means.slice(y - 5, y + 6)))
  }
  const columns = [photo, drawn].map((picture) => profile(picture, 9))
  print('The streak at 9 of the dial, departure from the mean of 11 rows, grey levels', [
    ['row', 'photograph', 'drawn'],
    ...rows.map((y, i) => [y, ...columns.map((column) => column[i])]),
  ])
}

const radius = 33
const placeOf = (at) => {
  const angle = ((at + 1) * Math.PI) / 6
  return [dial.x + radius * Math.sin(angle), dial.y - radius * Math.cos(angle)]
}

/** Ink of a digit or two in the place of an hour, 0 to 1. */
function inkOf(hour, at, height, weight) {
  const [x, y] = placeOf(at)
  const text = String(hour)
  const left = x - textWidth(text, height) / 2
  return textLine(text, left, y + height / 2, height, weight, '#fff')
}

/** In light: a bright dial with a rim, two hands, and digits that are darker by `contrast`. */
async function drawnClock(hours, height, contrast) {
  const { x, y } = dial
  const ink = await rendered(hours.map((hour, at) => inkOf(hour, at, height, height / 6)).join(''))
  const ring = (r, value) => `<circle cx="${x}" cy="${y}" r="${r}" fill="rgb(${value})"/>`
  const shades = [115, 205, 150, 205].map((value) => `${value},${value},${value}`)
  const hands = [
    [33, 22, 2],
    [14, -16, 3],
  ].map(
    ([dx, dy, width]) =>
      `<path d="M${x} ${y}l${dx} ${dy}" stroke="rgb(130,130,130)" stroke-width="${width}"/>`,
  )
  const rings = [58, 53, 43, 40.5].map((r, i) => ring(r, shades[i]))
  const wall = '<rect width="320" height="220" fill="rgb(145,145,145)"/>'
  const scene = await rendered([wall, ...rings, ...hands].join(''))
  return { ...scene, data: scene.data.map((value, i) => value - (contrast * ink.data[i]) / 255) }
}

/** The hour whose shape is most like what is there, up to a pixel's shift. */
async function readHour(result, at, height) {
  let best = [-Infinity, 0]
  for (let hour = 1; hour <= 12; hour++) {
    const key = `${hour} ${at} ${height}`
    templates[key] ??= await rendered(inkOf(hour, at, height, height / 6))
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const score = -correlation(result, templates[key], placeOf(at), height, dx, dy)
        if (score > best[0]) best = [score, hour]
      }
    }
  }
  return best[1]
}

const templates = {}

function correlation(result, template, [x, y], height, dx, dy) {
  const a = []
  const b = []
  for (let row = Math.round(y - height); row <= y + height; row++) {
    for (let column = Math.round(x - height); column <= x + height; column++) {
      a.push(result.data[(row + dy) * result.width + column + dx])
      b.push(template.data[row * template.width + column])
    }
  }
  const [meanA, meanB] = [mean(a), mean(b)]
  const both = mean(a.map((value, i) => (value - meanA) * (b[i] - meanB)))
  return both / Math.sqrt(varianceOf(a) * varianceOf(b) || 1)
}

/** SVG of the clock's picture's size, each pixel the mean of 8 x 8. */
async function rendered(shapes) {
  const [width, height] = [320, 220]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 8}" height="${height * 8}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%"/>${shapes}</svg>`
  const fine = await sharp(Buffer.from(svg)).removeAlpha().extractChannel(0).raw().toBuffer()
  const data = new Float64Array(width * height)
  fine.forEach((value, i) => {
    const x = (i % (width * 8)) >> 3
    data[(Math.floor(i / (width * 8)) >> 3) * width + x] += value / 64
  })
  return { data, width, height }
}

function clockBlur() {
  const { psf: rows, light } = JSON.parse(readFileSync(own('clock-blur.json'), 'utf8'))
  return { kernel: psf.from(rows), light }
}

function own(name) {
  return fileURLToPath(new URL(`./pictures/${name}`, import.meta.url))
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
