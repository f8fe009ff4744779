import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blur, deconvolve, psf } from 'isophote/deconvolution'
import { interleave, time } from './measure.mjs'
import { photograph } from './pictures.mjs'
import { startPython } from './python.mjs'
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
const calls = {
  'richardson-lucy': {
    says: 'Richardson-Lucy, 30 iterations, zero',
    parameter: 30,
    options: { iterations: 30, acceleration: false, boundary: 'zero' },
    tolerance: 1e-6,
  },
  wiener: {
    says: 'Wiener, periodic',
    parameter: balance,
    options: { balance, boundary: 'periodic' },
    tolerance: 1e-9,
  },
}

export async function run(context) {
  const parts = [await againstScikitImage(context), await accelerated(context)]
  if (!context.quick) parts.push(largePictures())
  return { detail: parts.join('\n\n') }
}

/**
 * glibc gives numpy's large arrays back to the system, and takes them anew, page by page, in the next
 * operation. How often depends on what else a process has done. Told to keep memory, it never does.
 */
const keepingMemory = { MALLOC_MMAP_THRESHOLD_: `${2 ** 30}`, MALLOC_TRIM_THRESHOLD_: `${2 ** 32}` }

async function againstScikitImage({ quick, effort, log }) {
  const rows = []
  let version
  for (const side of quick ? [512] : [512, 1024]) {
    for (const channels of [1, 3]) {
      const picture = blur(inUnitRange(await photograph(side, channels)), kernel)
      // New ones for each picture, lest one profits from the memory of another.
      const plain = await startPython('scikit-image-deconvolution.py')
      const keeping = await startPython('scikit-image-deconvolution.py', keepingMemory)
      if (!plain || !keeping) return 'No Python with scikit-image was found: it is left out.'
      version = plain.version
      for (const python of [plain, keeping]) await load(python, picture)
      for (const [method, { says, parameter, options, tolerance }] of Object.entries(calls)) {
        const order = (python) => () =>
          python.ask({ method, parameter, result: join(python.folder, 'result') })
        const ours = () => deconvolve(picture, kernel, method, options)
        await order(plain)()
        await order(keeping)()
        expectSame(ours(), readFileSync(join(plain.folder, 'result')), tolerance, says)
        const contenders = [() => time(ours), order(plain), order(keeping)]
        const [mine, ...its] = await interleave(contenders, effort)
        const label = `${says}, ${side}x${side}x${channels}`
        log(`${label}: ${ms(mine)} ms, scikit-image ${its.map(ms).join(', keeping memory ')} ms`)
        rows.push([label, ms(mine), ...its.flatMap((t) => [ms(t), (t / mine).toFixed(2)])])
      }
      plain.stop()
      keeping.stop()
    }
  }
  return [
    `The same result as scikit-image ${version}'s, in float64, one thread each; scikit-image is given colours one`,
    'after the other. "Keeping memory" is scikit-image in a process that never returns memory to the system',
    '(MALLOC_MMAP_THRESHOLD_, MALLOC_TRIM_THRESHOLD_ of glibc), the other as it is started by itself.',
    '',
    table(
      ['15x15 PSF', 'isophote ms', 'scikit-image ms', 'ratio', 'keeping memory ms', 'ratio'],
      rows,
    ),
  ].join('\n')
}

async function load(python, { data, width, height, channels }) {
  const path = join(python.folder, 'picture')
  writeFileSync(path, data)
  const rows = Array.from({ length: kernel.height }, (_, y) =>
    Array.from(kernel.data.subarray(y * kernel.width, (y + 1) * kernel.width)),
  )
  await python.ask({ picture: path, shape: [height, width, channels], psf: rows })
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

/** Speed is worth nothing if the results differ. */
function expectSame({ data, channels }, { buffer, byteOffset }, tolerance, label) {
  const planes = new Float64Array(buffer, byteOffset, data.length)
  const size = data.length / channels
  const difference = data.reduce((most, value, i) => {
    const theirs = planes[(i % channels) * size + Math.floor(i / channels)]
    return Math.max(most, Math.abs(value - theirs))
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
