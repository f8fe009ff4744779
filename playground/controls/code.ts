import type { Value } from './parameter'

/** Options as they are written in a call: `{ radius: 5, quality: 'best' }`. */
export function literal(options: Readonly<Record<string, Value>>): string {
  const parts = Object.entries(options).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? `'${value}'` : value}`,
  )
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : ''
}

/** A place of the page for code, with a button that copies it. */
export function createCode(section: Element) {
  const code = section.querySelector('code') as HTMLElement
  const button = section.querySelector('.copy') as HTMLButtonElement
  const words = button.querySelector('span') as HTMLElement
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '')
      words.textContent = 'Copied'
    } catch {
      // A browser may forbid it; then what is selected can be copied by hand.
      getSelection()?.selectAllChildren(code)
      words.textContent = 'Selected'
    }
    setTimeout(() => {
      words.textContent = 'Copy'
    }, 2000)
  })
  return {
    show(text: string): void {
      code.textContent = text
    },
  }
}
