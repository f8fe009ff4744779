import { byId } from './controls/element'
import { listenForFiles } from './controls/incoming'
import { listenForKeys } from './controls/keys'
import { saveFile } from './controls/save'
import { busyUntil, say, sayBusy, warn } from './controls/status'
import { createRepair } from './repair/repair'
import { createSharpen } from './sharpen/sharpen'
import { createCompare } from './stage/compare'
import { createLayers } from './stage/layers'
import { followPointers } from './stage/pointers'
import { createView } from './stage/view'
import { createDesk } from './worker/desk'
import type { Opened } from './worker/open'
import type { Mode } from './worker/sheets'

const stage = byId('stage')
stage.tabIndex = 0
const desk = createDesk()
const view = createView(stage, byId('paper'))
const layers = createLayers()
const compare = createCompare(stage, view)
const repair = createRepair(stage, view, layers, desk)
const modes = { repair, sharpen: createSharpen(view, layers, compare, desk) }

let mode: Mode = 'repair'
const opened = new Set<Mode>()
/** In which mode the user has opened a picture that the other has not seen. */
let newIn: Mode | undefined
let asked = 0

followPointers(stage, view, {
  begin: (at, isReversed) => modes[mode].gestures.begin(at, isReversed),
  move: (from, to) => modes[mode].gestures.move(from, to),
  end: () => modes[mode].gestures.end(),
  drop: () => modes[mode].gestures.drop(),
  movesPicture: () => modes[mode].gestures.movesPicture(),
})

byId('zoomIn').addEventListener('click', () => view.zoom(1.5))
byId('zoomOut').addEventListener('click', () => view.zoom(1 / 1.5))
byId('showWhole').addEventListener('click', () => view.showWhole())
byId('download').addEventListener('click', () => {
  const name = mode === 'repair' ? 'repaired.png' : 'sharpened.png'
  desk.ask('savePicture', { mode }).then(({ file }) => saveFile(file, name), warn)
})
for (const input of document.querySelectorAll<HTMLInputElement>('input[name=mode]')) {
  input.addEventListener('change', () => enter(input.value as Mode))
}
listenForKeys(
  {
    ...Object.fromEntries(
      Object.entries(repair.keys).map(([key, act]) => [key, () => mode === 'repair' && act()]),
    ),
    d: () => compare.toggle(),
    '0': () => view.showWhole(),
    '+': () => view.zoom(1.5),
    '=': () => view.zoom(1.5),
    '-': () => view.zoom(1 / 1.5),
  },
  compare.hold,
)
listenForFiles((file) => {
  sayBusy('Reading the picture …')
  show(desk.ask('openFile', { mode, file })).then((isShown) => {
    if (isShown) newIn = mode
  })
})
// A link may lead to sharpening at once; a browser may also remember what was chosen.
const first: Mode = location.hash === '#sharpen' ? 'sharpen' : 'repair'
for (const input of document.querySelectorAll<HTMLInputElement>('input[name=mode]')) {
  input.checked = input.value === first
}
enter(first)

/** Goes to a mode, with what was opened in the other, or with what was there, or with its example. */
function enter(next: Mode): void {
  const other: Mode = next === 'repair' ? 'sharpen' : 'repair'
  modes[mode].leave()
  compare.show(false)
  mode = next
  document.body.dataset.mode = next
  history.replaceState(null, '', next === 'sharpen' ? '#sharpen' : '#')
  if (newIn === other) {
    newIn = undefined
    show(desk.ask('handOver', { from: other, to: next }))
  } else if (opened.has(next)) show(desk.ask('openAgain', { mode: next }), true)
  else show(desk.ask(next === 'repair' ? 'openScratched' : 'openBlurred', undefined))
  modes[next].enter()
}

/** Shows a picture that the worker opens; says whether it did. Of two, the one asked for last is shown. */
async function show(opening: Promise<Opened>, isAgain = false): Promise<boolean> {
  const mine = ++asked
  const shownIn = mode
  try {
    const picture = await busyUntil(opening)
    if (mine !== asked) return false
    opened.add(shownIn)
    layers.open(picture)
    view.open(picture.width, picture.height)
    say(shownIn === 'repair' ? 'Paint over what is to go.' : '')
    if (isAgain) modes[shownIn].resume()
    else modes[shownIn].open(picture)
    return true
  } catch (error) {
    if (mine === asked) warn(error)
    return false
  }
}
