// `npm run bench`: isophote as built against opencv.js, in one process and in turns.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as coherence from './coherence.mjs'
import * as deconvolution from './deconvolution.mjs'
import * as equations from './equations.mjs'
import * as exemplar from './exemplar.mjs'
import * as fft from './fft.mjs'
import * as fillTransparent from './fill-transparent.mjs'
import * as firstCall from './first-call.mjs'
import * as flat from './flat.mjs'
import * as grid from './grid.mjs'
import * as holeSize from './hole-size.mjs'
import * as kriging from './kriging.mjs'
import * as memory from './memory.mjs'
import { startNative } from './native.mjs'
import { loadOpenCv } from './opencv.mjs'
import * as page from './page.mjs'
import { describeRun } from './report.mjs'
import * as smallHole from './small-hole.mjs'
import * as types from './types.mjs'
import * as workers from './workers.mjs'

const usage = `npm run bench -- [options]

  --quick          512x512 only, fewer repetitions
  --all            also the slow groups: exemplar, equations, deconvolution, hole-size, small-hole, workers, page, memory,
                   fill-transparent
  --native         also native OpenCV, where a Python with cv2 is found
  --filter <text>  only cells and groups with this in their name; writes nothing
  --no-write       leave bench/results.md alone
  --help

A cell's name is like "telea r5 text 512x512x3", a flat one's "flat telea r10 text 512x512x1".
Groups: coherence, kriging, exemplar, first-call, types, equations, fft, deconvolution, hole-size, small-hole, workers,
page, memory, fill-transparent.
`

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    native: { type: 'boolean', default: false },
    filter: { type: 'string' },
    'no-write': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (options.help) {
  console.log(usage)
  process.exit()
}

const opencv = await loadOpenCv()
const native = options.native ? await startNative() : undefined
if (options.native && !native)
  console.log('No Python with cv2 was found: native OpenCV is left out.')

const context = {
  opencv,
  native,
  quick: options.quick,
  effort: options.quick
    ? { rounds: 3, budget: 300, patience: 3000 }
    : { rounds: 5, budget: 800, patience: 4000 },
  selects: (name) => name.includes(options.filter ?? ''),
  log: console.log,
  different: 0,
}

const header = describeRun({ command: commandLine(), opencv, native })
console.log(`${header}\n\ncell, isophote, opencv.js, ratio`)
const sections = []
for (const group of [
  grid,
  flat,
  coherence,
  kriging,
  exemplar,
  types,
  equations,
  fft,
  deconvolution,
  firstCall,
  holeSize,
  smallHole,
  workers,
  page,
  memory,
  fillTransparent,
]) {
  if (!wanted(group)) {
    if (group.slow) sections.push(`## ${group.title}\n\nNot run: \`npm run bench -- --all\` does.`)
    continue
  }
  const result = await group.run(context)
  if (!result) continue
  const { summary, detail } = result
  // The rows of cells have been logged one by one already.
  console.log(`\n${group.title}\n\n${summary ?? detail}\n`)
  sections.push(`## ${group.title}\n\n${summary ? `${summary}\n\n` : ''}${detail}`)
  // After each group: what is stopped leaves what it has.
  if (!options['no-write'] && options.filter === undefined) {
    writeFileSync(new URL('./results.md', import.meta.url), results())
  }
}
native?.stop()

if (context.different > 0) {
  console.log(`${context.different} cells differ from OpenCV.`)
  process.exitCode = 1
}

/** The grid and the flat pictures choose among their cells themselves. */
function wanted(group) {
  if (group === grid || group === flat) return true
  if (options.filter !== undefined) return context.selects(group.name)
  return options.all || !group.slow
}

function commandLine() {
  const args = process.argv.slice(2)
  return ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
}

function results() {
  const intro = `# Benchmark

${header}

Medians of calls made in turns in one process. A ratio is the other's time divided by isophote's:
above 1, isophote is faster. isophote is timed as a whole \`inpaint()\`, copying the picture included;
opencv.js gets its Mats beforehand and only \`cv.inpaint\` is timed. "differing" counts samples that
are not equal to opencv.js's.`
  const footnote = native
    ? `\nNative OpenCV runs in its own process, taking its turns with the others.${
        native.slowQueue
          ? ` Version ${native.version}
has a slower queue than 4.10 and later: its ratios flatter isophote, and the random masks, which
take it from 18 s to minutes a call, are left out.`
          : ''
      }\n`
    : ''
  const tried = readFileSync(new URL('./tried.md', import.meta.url), 'utf8')
  return `${[intro, ...sections].join('\n\n')}\n${footnote}\n${tried}`
}
