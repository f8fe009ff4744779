import { byId } from './element'

/** Files that are chosen, dropped or pasted. */
export function listenForFiles(take: (file: File) => void): void {
  const input = byId<HTMLInputElement>('file')
  byId('open').addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    if (input.files?.[0]) take(input.files[0])
    input.value = '' // so that the same file can be chosen again
  })
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
