// Finds how the photograph gallery/pictures/clock.png was blurred, from itself alone, and writes
// gallery/pictures/clock-blur.json: node gallery/clock-blur.mjs, after npm run build. Takes a minute;
// npm run format breaks the file's lines.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { blur, deconvolve, psf } from 'isophote/deconvolution'
import sharp from 'sharp'
import { levelsOf, lightOf } from './light.mjs'

/** The photograph's noise, in grey levels, as the bare wall has it. */
const noise = 0.93
/** The mean slope, in grey levels per pixel, of what total variation expects. */
const slope = 12
/** About the clock, with as much wall as the blur reaches. */
const part = { left: 58, top: 30, width: 222, height: 164 }

/** The clock and its shadow, in that part. Beyond is a bare wall: what the result has there are ghosts. */
const clock = { x: 111, y: 82, radius: 66 }
const ghostWeight = 5

/** A camera's curve: how steep light is over grey levels, as a logarithm, at these levels. */
const levels = [95, 130, 160, 190, 215, 235, 250]
/** Of a camera without a curve of its own: levels are light to the power of 1 / 2.2. */
const plainResponse = levels.map((level) => 1.2 * Math.log(level / 160))
const responseSpread = 0.3

/** Where the search starts, and how far it first steps: a level stroke of even speed. */
const start = [
  { name: 'length', value: 35.5, step: 0.3 },
  ...[-0.55, 0, 0, 0, 0].map((value, i) => ({ name: `path ${i + 1}`, value, step: 0.15 })),
  ...levels.map((level, i) => ({
    name: `response ${level}`,
    value: plainResponse[i],
    // Light has no unit: at this level a step of it is a grey level.
    step: level === 160 ? 0 : 0.1,
  })),
]

const file = (name) => fileURLToPath(new URL(`./pictures/${name}`, import.meta.url))
const { data, info } = await sharp(file('clock.png'))
  .extract(part)
  .extractChannel(0)
  .raw()
  .toBuffer({ resolveWithObject: true })
const photo = { width: info.width, height: info.height, data }
const contrast = contrastOf(data)
/** Of variation against misfit, in units of the contrast as `deconvolve` has it. */
const balance = noise ** 2 / slope / contrast

const found = minimise(
  start.map(({ value }) => value),
  start.map(({ step }) => step),
)
const { kernel, light } = blurOf(found)
const round = (value) => Number(value.toFixed(4))
const rows = Array.from({ length: kernel.height }, (_, y) =>
  Array.from(kernel.data.subarray(y * kernel.width, (y + 1) * kernel.width), round),
)
const body = { psf: rows, light: Array.from(light, (value) => Number(value.toFixed(2))) }
await writeFile(file('clock-blur.json'), `${JSON.stringify(body)}\n`)
for (const [i, { name }] of start.entries()) console.log(name.padEnd(14), found[i].toFixed(3))

function blurOf([length, ...rest]) {
  const path = rest.slice(0, 5)
  const response = rest.slice(5)
  return { kernel: kernelOf(length, path), light: integral(response), response }
}

/** A curve from left to right; between pixels, a point counts for those beside it. */
function kernelOf(length, path) {
  const width = 43
  const height = 7
  const weights = new Float64Array(width * height)
  const points = 400
  for (let i = 0; i < points; i++) {
    const t = (2 * i + 1) / points - 1
    const x = (width - 1) / 2 + (t * length) / 2
    const y = Math.min(Math.max((height - 1) / 2 + legendre(path, t), 0), height - 1.001)
    const [left, top] = [Math.floor(x), Math.floor(y)]
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      const share = (1 - Math.abs(x - left - dx)) * (1 - Math.abs(y - top - dy))
      weights[(top + dy) * width + left + dx] += share
    }
  }
  return psf.from({ data: weights, width, height })
}

/** A sum of Legendre polynomials without the constant one, which only shifts the picture. */
function legendre(factors, t) {
  let [before, current, sum] = [1, t, 0]
  for (const [i, factor] of factors.entries()) {
    sum += factor * current
    const next = ((2 * i + 3) * t * current - (i + 1) * before) / (i + 2)
    before = current
    current = next
  }
  return sum
}

/** The light of each of 256 grey levels: the integral of its steepness, and 160 at 160. */
function integral(response) {
  const steepness = Float64Array.from({ length: 256 }, (_, level) => {
    const i = levels.findIndex((end) => level < end)
    if (i === 0) return Math.exp(response[0])
    if (i < 0) return Math.exp(response.at(-1))
    const share = (level - levels[i - 1]) / (levels[i] - levels[i - 1])
    return Math.exp(response[i - 1] * (1 - share) + response[i] * share)
  })
  const light = new Float64Array(256)
  for (let i = 1; i < 256; i++) light[i] = light[i - 1] + (steepness[i] + steepness[i - 1]) / 2
  const shift = 160 - light[160]
  return light.map((value) => value + shift)
}

/**
 * How ill a blur explains the photograph: the misfit of the sharpest picture there is with it, and
 * that picture's variation, in which ghosts beside the clock count too. Both in grey levels, so that
 * a response that dims the light gains nothing.
 */
function cost(parameters) {
  const { kernel, light, response } = blurOf(parameters)
  const linear = lightOf(photo, light)
  const options = { method: 'total-variation', balance, iterations: 60 }
  const scene = deconvolve(linear, kernel, options)
  const again = levelsOf(blur(scene, kernel), light)
  const { width, height } = photo
  let misfit = 0
  let variation = 0
  // Nearer to the border, light from outside the frame counts, which is not known.
  const margin = 22
  for (let y = 4; y < height - 4; y++) {
    for (let x = margin; x < width - margin; x++) {
      const i = y * width + x
      misfit += (again.data[i] - photo.data[i]) ** 2
      const here = Math.hypot(
        scene.data[i + 1] - scene.data[i],
        scene.data[i + width] - scene.data[i],
      )
      const isWall = Math.hypot(x - clock.x, y - clock.y) > clock.radius
      variation += isWall ? ghostWeight * here : here
    }
  }
  const strain = response.reduce(
    (sum, value, i) => sum + ((value - plainResponse[i]) / responseSpread) ** 2,
    0,
  )
  const unit = contrastOf(linear.data) / contrast
  return misfit / noise ** 2 + (2 * variation) / (slope * unit) + strain
}

/** The standard deviation of samples. */
function contrastOf(samples) {
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length
  return Math.sqrt(samples.reduce((sum, value) => sum + (value - mean) ** 2, 0) / samples.length)
}

/** Along one parameter after the other to the lowest point of a parabola, then along the whole round's way. */
function minimise(first, firstSteps) {
  let here = first
  let height = cost(here)
  const steps = [...firstSteps]
  for (let round = 0; round < 8; round++) {
    const before = here
    const heightBefore = height
    for (const [i, step] of steps.entries()) {
      if (step === 0) continue
      const moved = descend(here, height, (at, t) => at.map((v, j) => (j === i ? v + t : v)), step)
      steps[i] = Math.min(Math.max(Math.abs(moved.by) * 0.7, step * 0.4), step * 2)
      here = moved.at
      height = moved.height
    }
    const way = here.map((value, i) => value - before[i])
    const leapt = descend(here, height, (at, t) => at.map((v, j) => v + t * way[j]), 1)
    here = leapt.at
    height = leapt.height
    console.log(`round ${round + 1}: ${height.toFixed(0)}`, here.map((v) => v.toFixed(2)).join(' '))
    if (heightBefore - height < 20) break
  }
  return here
}

function descend(here, height, move, step) {
  const tried = [{ at: here, height, by: 0 }]
  const look = (by) => {
    const at = move(here, by)
    tried.push({ at, height: cost(at), by })
    return tried.at(-1).height
  }
  const up = look(step)
  const down = look(-step)
  const bend = up + down - 2 * height
  const lowest = bend > 0 ? ((down - up) / (2 * bend)) * step : Math.sign(down - up) * 2 * step
  look(Math.min(Math.max(lowest, -3 * step), 3 * step))
  return tried.reduce((best, next) => (next.height < best.height ? next : best))
}
