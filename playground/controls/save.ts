import { element } from './element'

/** Saves a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const href = URL.createObjectURL(file)
  element('a', { href, download: name }).click()
  // The browser reads the address only after this call.
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
