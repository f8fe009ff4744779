import { byId } from './element'

/** Files that are chosen, dropped or pasted. */
export function listenForFiles(take: (file: File) => void): void {
  listenForChoice('open', 'file', take)
  addEventListener('dragover', (event) => {
    event.preventDefault()
    document.body.classList.add('dropping')
  })
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('dropping')
  })
  addEventListener('drop', (event) => {
    event.preventDefault()
    document.body.classList.remove('dropping')
    const file = event.dataTransfer?.files[0]
    if (file) take(file)
  })
  addEventListener('paste', (event) => {
    const file = event.clipboardData?.files[0]
    if (file) take(file)
  })
}

/** A button that asks for a file. */
export function listenForChoice(button: string, input: string, take: (file: File) => void): void {
  const chooser = byId<HTMLInputElement>(input)
  byId(button).addEventListener('click', () => chooser.click())
  chooser.addEventListener('change', () => {
    if (chooser.files?.[0]) take(chooser.files[0])
    chooser.value = '' // so that the same file can be chosen again
  })
}
