import type { DeconvolveOptions, Psf } from '../../src/deconvolution'
import { deconvolveOn } from '../../src/worker/deconvolve-on'
import { type Box, crop, grown, type Picture, rgbaOf } from './picture'
import { sheetOf } from './sheets'
import { threads } from './threads'

/** What is chosen in the panel. */
export interface SharpenSettings
  extends Omit<DeconvolveOptions, 'mask' | 'onIteration' | 'onProgress' | 'signal'> {
  readonly psf: Psf
}

export type SharpenPart =
  | { readonly box: Box; readonly rgba: Uint8ClampedArray }
  | { readonly progress: number }

interface Context {
  readonly signal: AbortSignal
  tell(part: SharpenPart): void
}

/** Sharpens a part of the picture, to be looked at until the whole is done. */
export async function sharpenPart(
  { box, settings: { psf, ...settings } }: { box: Box; settings: SharpenSettings },
  { signal, tell }: Context,
): Promise<void> {
  const { original } = sheetOf('sharpen')
  // A cut through the picture is no edge of it: what its boundary spoils is cut away again.
  const around = grown(box, 2 * Math.max(psf.width, psf.height), original)
  const sharp = await deconvolveOn(threads, crop(original, around), psf, { ...settings, signal })
  const rgba = rgbaOf(sharp, { ...box, x: box.x - around.x, y: box.y - around.y })
  tell({ box, rgba })
}

/** Sharpens the whole picture. */
export async function sharpenWhole(
  { psf, ...settings }: SharpenSettings,
  { signal, tell }: Context,
): Promise<{ milliseconds: number }> {
  const start = performance.now()
  const sheet = sheetOf('sharpen')
  const { original } = sheet
  const onProgress = (progress: number) => tell({ progress })
  // Each channel takes some hundred bytes a pixel: of a large picture one at a time.
  const workers = original.width * original.height > 4e6 ? { workers: 1 } : {}
  const options = { ...settings, ...workers, signal, onProgress }
  sheet.result = await deconvolveOn(threads, original, psf, options)
  for (const box of stripesOf(sheet.result)) tell({ box, rgba: rgbaOf(sheet.result, box) })
  return { milliseconds: performance.now() - start }
}

/** A canvas takes as many in a moment. */
function* stripesOf({ width, height }: Picture): Iterable<Box> {
  const rows = Math.ceil(1e6 / width)
  for (let y = 0; y < height; y += rows)
    yield { x: 0, y, width, height: Math.min(rows, height - y) }
}
