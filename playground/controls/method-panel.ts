import type { Scene } from '../worker/samples'
import { element } from './element'
import { createParameter, type Parameter, type Sample, type Value } from './parameter'

/** What the panel says about a method, and which of its options it offers. */
export interface MethodWords {
  readonly title: string
  readonly words: string
  readonly parameters: readonly Parameter[]
}

/** A method and the options that were chosen for it. */
export interface Chosen<Name> {
  readonly method: Name
  readonly options: Readonly<Record<string, Value>>
}

/** What a small picture is to show: a method with one option set. */
export type MakeSample<Name> = (chosen: Chosen<Name>, scene: Scene) => Promise<Sample>

/** Builds a list of methods with their parameters. The first is chosen. */
export function createMethodPanel<Name extends string>(
  list: HTMLElement,
  group: string,
  methods: ReadonlyMap<Name, MethodWords>,
  changed: () => void,
  makeSample: MakeSample<Name>,
) {
  const options = new Map<Name, Record<string, Value>>()
  const inputs = new Map<Name, HTMLInputElement>()
  const showSamples = new Map<Name, () => Promise<void>>()
  let method = [...methods.keys()][0]

  for (const [name, { title, words, parameters }] of methods) {
    const chosen: Record<string, Value> = {}
    options.set(name, chosen)
    const input = element('input', { type: 'radio', name: group, value: name })
    input.checked = name === method
    input.setAttribute('aria-describedby', `${group}-${name}-words`)
    inputs.set(name, input)
    const label = element('label', { className: 'method' }, [
      input,
      element('span', { className: 'method-title' }, [title]),
      element('span', { className: 'method-words', id: `${group}-${name}-words` }, [words]),
    ])
    const controls = parameters.map((parameter) =>
      createParameter(
        `${group}-${name}-${parameter.name}`,
        parameter,
        (value) => {
          if (value === undefined) delete chosen[parameter.name]
          else chosen[parameter.name] = value
          changed()
        },
        (value) =>
          makeSample(
            { method: name, options: { [parameter.name]: value } },
            parameter.scene ?? 'eye',
          ),
      ),
    )
    showSamples.set(name, async () => {
      for (const control of controls) await control.showSamples()
    })
    list.append(
      element('div', { className: 'method-item' }, [
        label,
        element(
          'div',
          { className: 'parameters' },
          controls.map((control) => control.element),
        ),
      ]),
    )
    input.addEventListener('change', () => choose(name))
  }

  function choose(name: Name): void {
    method = name
    ;(inputs.get(name) as HTMLInputElement).checked = true
    showSamples.get(name)?.()
    changed()
  }

  return {
    choose,
    /** Makes the small pictures of what is open. */
    showSamples: () => showSamples.get(method)?.(),
    chosen: (): Chosen<Name> => ({ method, options: { ...options.get(method) } }),
    optionsOf: (name: Name): Readonly<Record<string, Value>> => ({ ...options.get(name) }),
    title: (): string => methods.get(method)?.title ?? '',
  }
}

export type MethodPanel<Name extends string> = ReturnType<typeof createMethodPanel<Name>>
