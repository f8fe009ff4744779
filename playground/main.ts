import { createCompare } from './compare'
import { followCursor } from './cursor'
import { download } from './download'
import { byId } from './element'
import { loadExample } from './example'
import { listenForFiles } from './incoming'
import { listenForKeys } from './keys'
import { createLayers } from './layers'
import { createMethodPanel } from './method-panel'
import { readPicture } from './picture'
import { followPointers } from './pointers'
import { createSession, type Session } from './session'
import { say, warn } from './status'
import { createView } from './view'

const stage = byId('stage')
const view = createView(stage, byId('paper'))
const layers = createLayers()
const compare = createCompare()
const size = byId<HTMLInputElement>('size')
const brush = byId('brush')
const eraser = byId('eraser')
const suggestion = byId('scratches')
const panel = createMethodPanel(byId('methods'), () => session?.refill())
const cursor = followCursor(stage, () => size.valueAsNumber)

let session: Session | undefined
let value: 0 | 1 = 1
let asked = 0

function open(picture: Parameters<typeof createSession>[0]): void {
  session?.close()
  session = createSession(picture, layers, panel, showHistory)
  view.open(picture.width, picture.height)
  suggestion.hidden = true
  say('Paint over what is to go.')
}

async function take(file: File): Promise<void> {
  const mine = ++asked
  say('Reading the picture …')
  try {
    const picture = await readPicture(file)
    // Of two pictures, the one asked for last is shown, not the one read last.
    if (mine === asked) open(picture)
  } catch (error) {
    if (mine === asked) warn(error)
  }
}

function showHistory(): void {
  for (const [id, able] of Object.entries(session?.able() ?? {})) {
    byId<HTMLButtonElement>(id).disabled = !able
  }
}

function choose(tool: 0 | 1): void {
  value = tool
  brush.setAttribute('aria-pressed', `${tool === 1}`)
  eraser.setAttribute('aria-pressed', `${tool === 0}`)
  stage.classList.toggle('erasing', tool === 0)
}

function resize(factor: number): void {
  size.value = `${Math.round(size.valueAsNumber * factor)}`
  cursor.refresh()
}

// The brush keeps its size on the screen, so zooming in makes it finer.
const radius = () => size.valueAsNumber / 2 / view.scale()

followPointers(stage, view, {
  begin(at) {
    stage.classList.add('painting')
    session?.begin()
    session?.paint(at, at, radius(), value)
  },
  move: (from, to) => session?.paint(from, to, radius(), value),
  end() {
    session?.end().finally(() => stage.classList.remove('painting'))
  },
  drop() {
    stage.classList.remove('painting')
    session?.drop()
  },
})

const actions = {
  brush: () => choose(1),
  eraser: () => choose(0),
  undo: () => session?.undo(),
  redo: () => session?.redo(),
  clear: () => session?.clear(),
  showWhole: () => view.showWhole(),
  download: () => download(layers.result, 'repaired.png').catch(warn),
}
for (const [id, act] of Object.entries(actions)) byId(id).addEventListener('click', act)
size.addEventListener('input', () => cursor.refresh())
listenForKeys({
  ...actions,
  smaller: () => resize(1 / 1.2),
  larger: () => resize(1.2),
  hold: compare.hold,
})
listenForFiles(take)

loadExample().then(({ picture, scratches }) => {
  if (asked > 0) return
  open(picture)
  suggestion.hidden = false
  suggestion.addEventListener('click', () => {
    suggestion.hidden = true
    session?.add(scratches)
  })
}, warn)
