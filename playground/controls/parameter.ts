import type { Scene } from '../worker/samples'
import { element } from './element'

/** One thing about a method that can be chosen. */
export type Parameter = Slider | Choice

export type Value = number | string | boolean

interface Named {
  readonly name: string
  /** What it does and which way to turn it. */
  readonly words: string
  /** The values the small pictures show, and on what scene. */
  readonly samples: readonly Value[]
  readonly scene?: Scene
}

export interface Slider extends Named {
  readonly kind: 'slider'
  readonly least: number
  readonly most: number
  /** Of the value; of its decimal logarithm, if `isLogarithmic`. */
  readonly step: number
  readonly isLogarithmic?: boolean
  /** What the method takes if nothing is chosen; `undefined` if it finds out itself. */
  readonly value: number | undefined
}

export interface Choice extends Named {
  readonly kind: 'choice'
}

/** A picture of what a value does. */
export interface Sample {
  readonly rgba: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/**
 * A control for a parameter: a slider or list, words, and small pictures, which are buttons.
 *
 * @param changed Hears of the value, or of `undefined`: the method's own.
 * @param sample Makes a small picture; they are asked for by `showSamples`.
 */
export function createParameter(
  id: string,
  parameter: Parameter,
  changed: (value: Value | undefined) => void,
  sample: (value: Value) => Promise<Sample>,
) {
  const { name, words, samples } = parameter
  const label = element('label', { htmlFor: id }, [name])
  const explanation = element('p', { id: `${id}-words`, className: 'soft' }, [words])
  const control = parameter.kind === 'slider' ? slider(id, parameter) : choice(id, parameter)
  control.input.setAttribute('aria-describedby', explanation.id)
  control.input.addEventListener('input', () => {
    mark()
    changed(control.value())
  })

  const pictures = samples.map((value) => {
    const canvas = element('canvas', { width: 72, height: 54 })
    const button = element('button', { type: 'button', className: 'sample' }, [
      canvas,
      element('span', {}, [`${value}`]),
    ])
    button.setAttribute('aria-label', `${name} ${value}`)
    button.addEventListener('click', () => {
      control.set(value)
      mark()
      changed(control.value())
    })
    return { value, canvas, button }
  })
  const mark = () => {
    for (const { value, button } of pictures) {
      button.setAttribute('aria-pressed', `${value === control.shown()}`)
    }
  }
  mark()

  let isShown = false
  return {
    element: element('div', { className: 'parameter' }, [
      label,
      ...control.elements,
      explanation,
      element(
        'div',
        { className: 'samples' },
        pictures.map(({ button }) => button),
      ),
    ]),
    async showSamples(): Promise<void> {
      if (isShown) return
      isShown = true
      for (const { value, canvas } of pictures) {
        const { rgba, width, height } = await sample(value)
        canvas
          .getContext('2d')
          ?.putImageData(new ImageData(rgba as ImageDataArray, width, height), 0, 0)
      }
    },
  }
}

interface Control {
  readonly input: HTMLInputElement | HTMLSelectElement
  readonly elements: readonly HTMLElement[]
  readonly value: () => Value | undefined
  readonly shown: () => Value | undefined
  readonly set: (value: Value) => void
}

/** Its first value is the method's own. */
function choice(id: string, { samples }: Choice): Control {
  const options = samples.map((value) => element('option', {}, [`${value}`]))
  const input = element('select', { id }, options)
  return {
    input,
    elements: [input],
    value: () => (input.selectedIndex === 0 ? undefined : samples[input.selectedIndex]),
    shown: () => samples[input.selectedIndex],
    set: (value) => {
      input.selectedIndex = samples.indexOf(value)
    },
  }
}

function slider(id: string, parameter: Slider): Control {
  const { least, most, step, isLogarithmic, value } = parameter
  const place = (value: number) => (isLogarithmic ? Math.log10(value) : value)
  const input = element('input', {
    id,
    type: 'range',
    min: `${place(least)}`,
    max: `${place(most)}`,
    step: `${step}`,
  })
  input.value = `${place(value ?? least)}`
  let isOwn = true
  const output = element('output', {}, [value === undefined ? 'found out' : `${value}`])
  const shown = () => {
    const at = isLogarithmic ? 10 ** input.valueAsNumber : input.valueAsNumber
    return Number(at.toPrecision(2))
  }
  const tell = () => {
    isOwn = false
    output.textContent = `${shown()}`
    input.setAttribute('aria-valuetext', output.textContent)
  }
  input.addEventListener('input', tell)
  return {
    input,
    elements: [output, input],
    value: () => (isOwn || shown() === value ? undefined : shown()),
    shown: () => (isOwn ? value : shown()),
    set(next) {
      input.value = `${place(next as number)}`
      tell()
    },
  }
}
