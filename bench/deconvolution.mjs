import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blur, deconvolve, psf } from 'isophote/deconvolution'
import { interleave, time } from './measure.mjs'
import { startNode, startPython } from './peer-process.mjs'
import { photograph } from './pictures.mjs'
import { ms, table } from './report.mjs'

export const name = 'deconvolution'
export const title = 'Deconvolution'
export const slow = true

/** A bell of 15 x 15 pixels. */
const kernel = psf.from(
  Array.from({ length: 15 }, (_, y) =>
    Array.from({ length: 15 }, (_, x) => Math.exp(-((x - 7) ** 2 + (y - 7) ** 2) / 18)),
  ),
)

const balance = 0.003
/** The first calls, in which code is compiled and plans are made, are not measured: as many as `warmUps`. */
const calls = {
  'richardson-lucy': {
    says: 'Richardson-Lucy, 30 iterations, zero',
    parameter: 30,
    options: { iterations: 30, acceleration: false, boundary: 'zero' },
    tolerance: 1e-6,
    warmUps: 1,
  },
  wiener: {
    says: 'Wiener, periodic',
    parameter: balance,
    options: { balance, boundary: 'periodic' },
    tolerance: 1e-9,
    warmUps: 5,
  },
}

export async function run(context) {
  const parts = [await againstScikitImage(context), await accelerated(context)]
  if (!context.quick) parts.push(largePictures())
  return { detail: parts.join('\n\n') }
}

/** What each process is asked to do, and before it, lest it be measured as nobody meets it. */
const cells = [
  { method: 'richardson-lucy', before: [] },
  { method: 'wiener', before: [] },
  {
    method: 'wiener',
    before: Array(3).fill('richardson-lucy'),
    says: 'Wiener after Richardson-Lucy',
  },
]

/**
 * numpy's large arrays come from the system, page by page. When glibc gives them back to it depends on what the
 * process has freed before, unless it is told a threshold: then it never does, or always.
 */
const memory = {
  'as it is': {},
  'keeps memory': threshold(2 ** 30),
  'gives it back': threshold(2 ** 17),
}

function threshold(bytes) {
  return { MALLOC_MMAP_THRESHOLD_: `${bytes}`, MALLOC_TRIM_THRESHOLD_: `${4 * bytes}` }
}

async function againstScikitImage({ quick, effort, log }) {
  const rows = []
  let version
  for (const side of quick ? [512] : [512, 1024]) {
    for (const channels of [1, 3]) {
      const picture = blur(inUnitRange(await photograph(side, channels)), kernel)
      for (const cell of cells) {
        const its = []
        for (const variables of Object.values(memory)) {
          its.push(await startPython('scikit-image-deconvolution.py', variables))
        }
        if (its.includes(undefined)) return 'No Python with scikit-image was found: it is left out.'
        version = its[0].version
        const processes = [await startNode('deconvolution-orders.mjs'), ...its]
        const times = await inTurns(processes, cell, picture, effort)
        for (const { stop } of processes) stop()

        const label = `${cell.says ?? calls[cell.method].says}, ${side}x${side}x${channels}`
        const [mine, ...others] = times
        log(`${label}: ${ms(mine)} ms, scikit-image ${others.map(ms).join(', ')} ms`)
        rows.push([label, ms(mine), ...others.flatMap((t) => [ms(t), (t / mine).toFixed(2)])])
      }
    }
  }
  const heads = Object.keys(memory).flatMap((says) => [`scikit-image ms, ${says}`, 'ratio'])
  return [
    `The same result as scikit-image ${version}'s, in float64, one thread each; scikit-image is given colours one`,
    'after the other. Every row has processes of its own on both sides, which have done nothing else, but that those of',
    '"after Richardson-Lucy" have run that three times before. scikit-image is measured three times: as glibc treats its memory by',
    'itself, which depends on what a process has done before, and with MALLOC_MMAP_THRESHOLD_ and',
    'MALLOC_TRIM_THRESHOLD_ set so that it never gives memory back to the system, or always does.',
    '',
    table(['15x15 PSF', 'isophote ms', ...heads], rows),
  ].join('\n')
}

/** Milliseconds a call takes in each of the processes, the first of which is isophote's. */
async function inTurns(processes, { method, before }, picture, effort) {
  const order = (running, method) => {
    const { parameter, options } = calls[method]
    return running.ask({ method, parameter, options, result: join(running.folder, 'result') })
  }
  for (const running of processes) {
    await load(running, picture)
    for (const other of before) await order(running, other)
    for (let i = 0; i < calls[method].warmUps; i++) await order(running, method)
  }
  const [mine, ...others] = processes.map(({ folder }) => doubles(join(folder, 'result')))
  const { says, tolerance } = calls[method]
  for (const other of others) expectSame(mine, other, picture.channels, tolerance, says)
  return await interleave(
    processes.map((running) => () => order(running, method)),
    effort,
  )
}

function doubles(path) {
  const { buffer, byteOffset, length } = readFileSync(path)
  return new Float64Array(buffer, byteOffset, length / 8)
}

async function load(running, { data, width, height, channels }) {
  const path = join(running.folder, 'picture')
  writeFileSync(path, data)
  const rows = Array.from({ length: kernel.height }, (_, y) =>
    Array.from(kernel.data.subarray(y * kernel.width, (y + 1) * kernel.width)),
  )
  await running.ask({ picture: path, shape: [height, width, channels], psf: rows })
}

/** How much sooner acceleration is where 100 plain iterations get. */
async function accelerated({ effort, log }) {
  const rows = []
  const scene = await photograph(512, 1)
  const blurs = {
    'bell, 15x15': kernel,
    'disc, radius 4': psf.disk(4),
    'motion 15': psf.motion(15, 30),
  }
  for (const [says, itsPsf] of Object.entries(blurs)) {
    const picture = blur(scene, itsPsf, { boundary: 'periodic' })
    const sharpen = (iterations, acceleration) =>
      deconvolve(picture, itsPsf, 'richardson-lucy', {
        iterations,
        acceleration,
        boundary: 'periodic',
      })
    const goal = misfit(sharpen(100, false), scene)
    // From below: long after that, noise has the better of it again.
    let enough = 1
    while (misfit(sharpen(enough, true), scene) > goal) enough++
    const [plain, fast] = await interleave(
      [() => time(() => sharpen(100, false)), () => time(() => sharpen(enough, true))],
      effort,
    )
    log(`100 plain iterations, ${says}: ${ms(plain)} ms; ${enough} accelerated: ${ms(fast)} ms`)
    rows.push([says, ms(plain), enough, ms(fast), (plain / fast).toFixed(2)])
  }
  const head = ['512x512, periodic', '100 plain ms', 'accelerated', 'ms', 'ratio']
  return `As many accelerated iterations of Richardson-Lucy as reach the PSNR of 100 plain ones.\n\n${table(head, rows)}`
}

function inUnitRange(picture) {
  return { ...picture, data: Float64Array.from(picture.data, (value) => value / 255) }
}

function misfit({ data }, scene) {
  return data.reduce((sum, value, i) => sum + (value - scene.data[i]) ** 2, 0)
}

/** Speed is worth nothing if the results differ. Theirs are one channel after the other. */
function expectSame(mine, theirs, channels, tolerance, label) {
  const size = mine.length / channels
  const difference = mine.reduce((most, value, i) => {
    const its = theirs[(i % channels) * size + Math.floor(i / channels)]
    return Math.max(most, Math.abs(value - its))
  }, 0)
  if (!(difference <= tolerance)) throw new Error(`${label}: results differ by ${difference}`)
}

const child = fileURLToPath(new URL('./deconvolution-child.mjs', import.meta.url))

function largePictures() {
  const rows = ['periodic', 'reflect', 'taper', 'free'].map((boundary) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [child, boundary], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`deconvolution, ${boundary}: ${stderr.slice(-1000)}`)
    const { peak, time } = JSON.parse(stdout)
    return [`Wiener, ${boundary}`, Math.round(peak / 1e6), (time / 1000).toFixed(1)]
  })
  return [
    'RGB pictures of 6000x4000, each in a process of its own, which holds 72 MB of picture:',
    '',
    table(['', 'peak MB', 's, first call'], rows),
  ].join('\n')
}
