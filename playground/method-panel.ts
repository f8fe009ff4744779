import { methodNames } from '../src'
import type { MethodName } from '../src/methods'
import type { InpaintAsyncOptions } from '../src/worker'
import { element } from './element'
import { methodWords, type Parameter } from './method-words'

/** Builds the list of methods with their parameters; `settings` are what is chosen. */
export function createMethodPanel(list: HTMLElement, changed: () => void) {
  // The chooser first, the rest as the library lists them.
  const names = [...methodNames].sort((a, b) => Number(b === 'auto') - Number(a === 'auto'))
  let method: MethodName = 'auto'
  const values = new Map<MethodName, Record<string, number | string>>()

  for (const name of names) {
    const { title, words, parameters } = methodWords[name]
    const chosen: Record<string, number | string> = {}
    values.set(name, chosen)
    const input = element('input', { type: 'radio', name: 'method', value: name })
    input.checked = name === method
    input.setAttribute('aria-describedby', `${name}-words`)
    const label = element('label', { className: 'method' }, [
      input,
      element('span', { className: 'method-title' }, [title]),
      element('span', { className: 'method-words', id: `${name}-words` }, [words]),
    ])
    const controls = parameters.map((parameter) =>
      control(`${name}-${parameter.name}`, parameter, (value) => {
        chosen[parameter.name] = value
        changed()
      }),
    )
    list.append(
      element('div', { className: 'method-item' }, [
        label,
        element('div', { className: 'parameters' }, controls),
      ]),
    )
    input.addEventListener('change', () => {
      method = name
      changed()
    })
  }

  return {
    settings: (): InpaintAsyncOptions => ({ method, ...values.get(method) }),
    title: (): string => methodWords[method].title,
  }
}

function control(
  id: string,
  parameter: Parameter,
  changed: (value: number | string) => void,
): HTMLElement {
  const { name, words } = parameter
  const label = element('label', { htmlFor: id }, [name])
  const explanation = element('p', { id: `${id}-words` }, [words])
  if (parameter.kind === 'choice') {
    const options = parameter.values.map((value) => element('option', { value }, [value]))
    const select = element('select', { id }, options)
    select.setAttribute('aria-describedby', explanation.id)
    select.addEventListener('change', () => changed(select.value))
    return element('div', { className: 'parameter' }, [label, select, explanation])
  }
  const { least, most, step, value } = parameter
  const range = { id, type: 'range', min: `${least}`, max: `${most}`, step: `${step}` }
  const input = element('input', range)
  input.value = `${value}`
  input.setAttribute('aria-describedby', explanation.id)
  const output = element('output', {}, [`${value}`])
  input.addEventListener('input', () => {
    output.textContent = input.value
    changed(input.valueAsNumber)
  })
  return element('div', { className: 'parameter' }, [label, output, input, explanation])
}
