import { fft, rfft, rfft2 } from 'isophote/fft'
import { fftJsComplex, fftJsImage, fftJsReal, kissReal, ndarrayComplex } from './fft-peers.mjs'
import { geomean, interleave, time } from './measure.mjs'
import { createRandom } from './random.mjs'
import { ms, table } from './report.mjs'
import { startScipy } from './scipy-fft.mjs'

export const name = 'fft'
export const title = 'Fourier transforms'

const powers = Array.from({ length: 13 }, (_, i) => 64 << i)

export async function run({ quick, effort, log }) {
  const scipy = await startScipy()
  const bench = { scipy, effort: { ...effort, budget: effort.budget / 2 }, log }
  const lengths = quick ? powers.filter((_, i) => i % 3 === 0) : powers

  const complex = await perLength(lengths, bench, 'complex', complexCell)
  const real = await perLength(lengths, bench, 'real', realCell)
  const squares = []
  for (const side of quick ? [512] : [512, 1024, 2048]) squares.push(await square(side, bench))
  const lengthsOfAnyKind = []
  for (const n of [1000, 1009, 1920]) lengthsOfAnyKind.push(await anyLength(n, bench))
  const screen = await wideScreen(bench)
  const mixing = await mixed(bench)
  scipy?.stop()

  const peers = ['isophote', 'fft.js', 'ratio', ...(scipy ? ['scipy', 'ratio'] : [])]
  return {
    summary: [
      `Microseconds a transform takes, and ratios. fft.js, ndarray-fft${scipy ? `, scipy.fft ${scipy.version} (one worker)` : ''}`,
      'and kissfft-wasm (single precision) have their plans and arrays beforehand, as isophote has its outputs.',
    ].join('\n'),
    detail: [
      '### Powers of two against fft.js, complex',
      table(['n', ...peers], complex.rows),
      `Geometric mean: ${complex.mean}.`,
      '### Powers of two against fft.js, real',
      table(['n', ...peers], real.rows),
      `Geometric mean: ${real.mean}.`,
      '### Real images against fft.js, applied to rows and to the columns of half the spectrum',
      table(['size', ...peers], squares),
      '### Any length against ndarray-fft, complex',
      table(
        ['n', 'isophote', 'ndarray-fft', 'ratio', ...(scipy ? ['scipy', 'ratio'] : [])],
        lengthsOfAnyKind,
      ),
      '### A real image of 1920 x 1080',
      table(['', 'microseconds', 'ratio'], screen),
      '### Callers with other kinds of arrays',
      mixing,
    ].join('\n\n'),
  }
}

async function perLength(lengths, bench, kind, cell) {
  const rows = []
  const ratios = []
  for (const n of lengths) {
    const { ours, theirs } = cell(n)
    const times = await compare(`${kind} ${n}`, ours, theirs, bench, kind, [n])
    ratios.push(times[1] / times[0])
    rows.push([n, ...columns(times)])
  }
  const mean = geomean(ratios).toFixed(2)
  bench.log(`${kind}, geometric mean ${mean}`)
  return { rows, mean }
}

function complexCell(n) {
  const input = randomPlanes(n)
  const output = planes(n)
  return {
    ours: { run: () => fft(input, output), spectrum: () => output },
    theirs: fftJsComplex(input),
  }
}

function realCell(n) {
  const { re } = randomPlanes(n)
  const output = planes(n / 2 + 1)
  return {
    ours: { run: () => rfft(re, output), spectrum: () => output },
    theirs: fftJsReal(re),
  }
}

async function square(side, bench) {
  const image = randomPlanes(side * side).re
  const output = planes((side / 2 + 1) * side)
  const ours = { run: () => rfft2(image, side, side, output), spectrum: () => output }
  const theirs = fftJsImage(image, side, side)
  const times = await compare(`real ${side}x${side}`, ours, theirs, bench, 'real', [side, side])
  return [`${side} x ${side}`, ...columns(times)]
}

async function anyLength(n, bench) {
  const input = randomPlanes(n)
  const output = planes(n)
  const ours = { run: () => fft(input, output), spectrum: () => output }
  const theirs = ndarrayComplex(input, [n])
  return [n, ...columns(await compare(`complex ${n}`, ours, theirs, bench, 'complex', [n]))]
}

async function wideScreen({ effort, log, scipy }) {
  const [width, height] = [1920, 1080]
  const image = randomPlanes(width * height).re
  const output = planes((width / 2 + 1) * height)
  const run = () => rfft2(image, width, height, output)
  const kiss = await kissReal(image, width, height)
  const zeros = new Float64Array(width * height)
  // The only one without real transforms: it is given zeros for imaginary parts.
  const nd = ndarrayComplex({ re: image, im: zeros }, [height, width])
  run()
  kiss.run()
  nd.run()
  expectSame('kissfft-wasm 1920x1080', output, kiss.spectrum(), 1e-3)
  const [mine, ...others] = [run, kiss.run, nd.run].map((call) => () => time(call))
  const times = await interleave([mine, ...others], effort)
  if (scipy) {
    const order = () => scipy.time('real', [height, width], 1)
    const [again, its] = await interleave([mine, order], effort)
    times.push((its * times[0]) / again)
  }
  const names = ['isophote', 'kissfft-wasm', 'ndarray-fft', 'scipy']
  log(`real 1920x1080 ${times.map(ms).join(' ms ')} ms`)
  return times.map((t, i) => [names[i], us(t), i ? (t / times[0]).toFixed(2) : ''])
}

/** Whether a process that has transformed other kinds of arrays is slower from then on. */
async function mixed({ effort, log }) {
  const { ours, theirs } = complexCell(1024)
  const bench = { effort, log }
  const before = await compare('complex 1024 before mixing', ours, theirs, bench)
  const bytes = Uint8Array.from({ length: 2048 }, (_, i) => i)
  const floats = Float32Array.from(bytes)
  for (let i = 0; i < 3000; i++) {
    fft({ interleaved: i % 2 ? bytes : floats })
    rfft(i % 2 ? floats : bytes)
    rfft2(i % 2 ? bytes : floats, 64, 32)
  }
  const after = await compare('complex 1024 after mixing', ours, theirs, bench)
  const ratio = ([mine, other]) => (other / mine).toFixed(2)
  return `fft.js / isophote at 1024, complex: ${ratio(before)} before 9000 transforms of \`Uint8Array\`s and \`Float32Array\`s, ${ratio(after)} after.`
}

/** Milliseconds per call: ours, theirs, and scipy's where there is one. */
async function compare(label, ours, theirs, { effort, log, scipy }, kind, shape) {
  ours.run()
  theirs.run()
  expectSame(label, ours.spectrum(), theirs.spectrum(), 1e-9)
  const calls = Math.max(1, Math.round(2 / warmUp(ours.run, theirs.run)))
  const [mine, other] = [ours.run, theirs.run].map((call) => () => perCall(call, calls))
  const times = await interleave([mine, other], effort)
  if (scipy) {
    // Apart from the others: whoever comes after waiting for another process has the processor fresh.
    const [again, its] = await interleave([mine, () => scipy.time(kind, shape, calls)], effort)
    times.push((its * times[0]) / again)
  }
  log(
    `${label.padEnd(28)} ${times.map((t) => us(t).padStart(9)).join(' us ')} us ` +
      `${times
        .slice(1)
        .map((t) => (t / times[0]).toFixed(2))
        .join(' ')}`,
  )
  return times
}

/** Lets the compiler settle for a fifth of a second; the milliseconds a call of the first took then. */
function warmUp(ours, theirs) {
  const end = performance.now() + 200
  let last = 0
  do {
    last = perCall(ours, 20)
    perCall(theirs, 20)
  } while (performance.now() < end)
  return last
}

function perCall(call, calls) {
  return (
    time(() => {
      for (let i = 0; i < calls; i++) call()
    }) / calls
  )
}

function columns([ours, ...others]) {
  return [us(ours), ...others.flatMap((t) => [us(t), (t / ours).toFixed(2)])]
}

function us(milliseconds) {
  return ms(milliseconds * 1000)
}

function planes(n) {
  return { re: new Float64Array(n), im: new Float64Array(n) }
}

function randomPlanes(n) {
  const random = createRandom(n)
  const plane = () => Float64Array.from({ length: n }, () => random() - 0.5)
  return { re: plane(), im: plane() }
}

/** Speed is worth nothing if the results differ. */
function expectSame(label, a, b, tolerance) {
  const scale = Math.sqrt(a.re.length)
  if (a.re.length !== b.re.length)
    throw new Error(`${label}: ${a.re.length} and ${b.re.length} numbers`)
  for (let i = 0; i < a.re.length; i++) {
    const difference = Math.hypot(a.re[i] - b.re[i], a.im[i] - b.im[i])
    if (!(difference <= tolerance * scale)) throw new Error(`${label}: results differ at ${i}`)
  }
}
