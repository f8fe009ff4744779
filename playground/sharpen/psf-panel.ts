import { type Psf, psf } from '../../src/deconvolution'
import { element } from '../controls/element'
import { warn } from '../controls/status'
import { type BlurKind, blurKinds } from './blur-kinds'
import { createDial } from './dial'
import { createDrawing, drawingSide, framed } from './drawing'

type Kind = BlurKind | 'drawn' | 'file'

/** A PSF, and how it is written in code. */
export interface ChosenPsf {
  readonly psf: Psf
  readonly code: string
}

/** Controls to choose, draw or load a blur, and a picture of it. */
export function createPsfPanel(
  place: HTMLElement,
  readRows: (file: File) => Promise<number[][]>,
  changed: () => void,
) {
  const drawing = createDrawing()
  const numbers = new Map<BlurKind, number[]>()
  let kind: Kind = 'motion'
  let loaded: { rows: number[][]; name: string } | undefined

  const picture = element('canvas', { className: 'psf-picture', width: 150, height: 150 })
  picture.setAttribute('role', 'img')
  const words = element('p', { className: 'soft' })
  const controls = element('div', { className: 'psf-controls' })
  const kinds = element('div', { className: 'psf-kinds' })
  const fileInput = element('input', {
    type: 'file',
    accept: 'image/*',
    hidden: true,
    id: 'psfFile',
  })
  fileInput.setAttribute('aria-label', 'Picture of the blur')
  place.append(
    kinds,
    element('div', { className: 'psf' }, [picture, element('div', {}, [words, controls])]),
    fileInput,
  )

  const all = { ...blurKinds, drawn: { title: 'Draw' }, file: { title: 'Load' } }
  for (const [name, { title }] of Object.entries(all) as [Kind, { title: string }][]) {
    const input = element('input', { type: 'radio', name: 'psf', value: name })
    input.checked = name === kind
    input.addEventListener('change', () => choose(name))
    // Chosen already, a click asks for another file.
    if (name === 'file') input.addEventListener('click', () => fileInput.click())
    kinds.append(element('label', {}, [input, element('span', {}, [title])]))
  }
  fileInput.addEventListener('change', async () => {
    const file = fileInput.files?.[0]
    fileInput.value = ''
    if (!file) return
    try {
      loaded = { rows: await readRows(file), name: file.name }
      choose('file')
    } catch (error) {
      warn(error)
    }
  })
  drawByPointer()
  drawByKeyboard()
  arrange()

  return {
    /** `undefined` while nothing is drawn or loaded. */
    chosen(): ChosenPsf | undefined {
      if (kind === 'drawn' || kind === 'file') {
        const rows = kind === 'drawn' ? drawing.rows() : loaded?.rows
        return rows && { psf: psf.from(rows), code: `psf.from([\n${rows.map(row).join('')}])` }
      }
      const values = numbersOf(kind)
      return { psf: blurKinds[kind].make(...values), code: `psf.${kind}(${values.join(', ')})` }
    },
  }

  function choose(next: Kind): void {
    kind = next
    arrange()
    changed()
  }

  function arrange(): void {
    const own = kind === 'drawn' ? drawControls() : kind === 'file' ? [] : numberControls(kind)
    controls.replaceChildren(...own)
    words.textContent =
      kind === 'drawn'
        ? 'Draw what a bright point became, a streetlamp say.'
        : kind === 'file'
          ? (loaded?.name ?? 'A small picture of what a bright point became.')
          : blurKinds[kind].words
    picture.classList.toggle('drawable', kind === 'drawn')
    picture.tabIndex = kind === 'drawn' ? 0 : -1
    show()
  }

  function update(): void {
    show()
    changed()
  }

  function numbersOf(name: BlurKind): number[] {
    const found = numbers.get(name) ?? blurKinds[name].numbers.map(({ value }) => value)
    numbers.set(name, found)
    return found
  }

  function numberControls(name: BlurKind): HTMLElement[] {
    const values = numbersOf(name)
    return blurKinds[name].numbers.map(({ name: label, least, most, step, unit }, n) => {
      const id = `psf-${name}-${label}`
      const output = element('output', {}, [`${values[n]} ${unit}`])
      const input = element('input', {
        id,
        type: 'range',
        min: `${least}`,
        max: `${most}`,
        step: `${step}`,
      })
      input.value = `${values[n]}`
      const set = (value: number) => {
        values[n] = value
        output.textContent = `${value} ${unit}`
        update()
      }
      const dial =
        label === 'angle' &&
        createDial(values[n], (degrees) => {
          input.value = `${degrees}`
          set(degrees)
        })
      input.addEventListener('input', () => {
        set(input.valueAsNumber)
        if (dial) dial.set(input.valueAsNumber)
      })
      const parts = [element('label', { htmlFor: id }, [label]), output, input]
      return element('div', { className: dial ? 'parameter with-dial' : 'parameter' }, [
        ...parts,
        ...(dial ? [dial.element] : []),
      ])
    })
  }

  function drawControls(): HTMLElement[] {
    const clear = element('button', { type: 'button', className: 'quiet' }, ['Clear'])
    clear.addEventListener('click', () => {
      drawing.clear()
      update()
    })
    return [clear]
  }

  function show(): void {
    const made = shownPsf()
    picture.setAttribute(
      'aria-label',
      kind === 'drawn'
        ? 'The blur: arrows move, the space bar draws, Delete takes away'
        : 'The blur: what a bright point became',
    )
    const context = picture.getContext('2d') as CanvasRenderingContext2D
    context.clearRect(0, 0, picture.width, picture.height)
    if (!made) return
    const most = made.data.reduce((a, b) => Math.max(a, b), 0)
    const cell = Math.min(picture.width / made.width, picture.height / made.height)
    const left = (picture.width - made.width * cell) / 2
    const top = (picture.height - made.height * cell) / 2
    made.data.forEach((weight, i) => {
      if (weight === 0) return
      // As an eye sees light, or faint parts would not be seen.
      context.fillStyle = `rgb(255 255 255 / ${(weight / most) ** (1 / 2.2)})`
      const x = left + (i % made.width) * cell
      const y = top + Math.floor(i / made.width) * cell
      context.fillRect(x, y, cell + 0.5, cell + 0.5)
    })
  }

  function shownPsf(): Psf | undefined {
    if (kind === 'file') return loaded && psf.from(loaded.rows)
    if (kind !== 'drawn') return framed(blurKinds[kind].make(...numbersOf(kind)))
    const rows = drawing.rows()
    return rows && framed(psf.from(rows))
  }

  function drawByPointer(): void {
    const touch = ({ clientX, clientY, pointerId, altKey }: PointerEvent) => {
      if (kind !== 'drawn' || !picture.hasPointerCapture(pointerId)) return
      const { left, top, width, height } = picture.getBoundingClientRect()
      const x = Math.floor(((clientX - left) / width) * drawingSide)
      const y = Math.floor(((clientY - top) / height) * drawingSide)
      drawing.touch(x, y, altKey ? 0 : 1)
      update()
    }
    picture.addEventListener('pointerdown', (event) => {
      picture.setPointerCapture(event.pointerId)
      touch(event)
    })
    picture.addEventListener('pointermove', touch)
  }

  function drawByKeyboard(): void {
    let x = (drawingSide - 1) / 2
    let y = x
    picture.addEventListener('keydown', (event) => {
      const { key } = event
      if (kind !== 'drawn') return
      if (key === 'ArrowLeft') x--
      else if (key === 'ArrowRight') x++
      else if (key === 'ArrowUp') y--
      else if (key === 'ArrowDown') y++
      else if (key === ' ') drawing.touch(x, y, 1)
      else if (key === 'Delete' || key === 'Backspace') drawing.touch(x, y, 0)
      else return
      event.preventDefault()
      x = Math.min(Math.max(x, 0), drawingSide - 1)
      y = Math.min(Math.max(y, 0), drawingSide - 1)
      if (key === ' ' || key === 'Delete' || key === 'Backspace') update()
      else show()
      const cell = picture.width / drawingSide
      const context = picture.getContext('2d') as CanvasRenderingContext2D
      context.strokeStyle = '#ff8fa8'
      context.strokeRect(x * cell, y * cell, cell, cell)
    })
  }
}

function row(values: readonly number[]): string {
  return `  [${values.join(', ')}],\n`
}
