import { element } from './element'

/** Saves a canvas as PNG, at its full size. */
export async function download(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser could not make a file of the picture.')
  const href = URL.createObjectURL(blob)
  element('a', { href, download: name }).click()
  // The browser reads the address only after this call.
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
