import { methodNames } from '../../src'
import type { Boundary } from '../../src/deconvolution'
import type { MethodName } from '../../src/methods'
import { deconvolveOn } from '../../src/worker/deconvolve-on'
import { inpaintOn } from '../../src/worker/inpaint-on'
import { cutMarks, isMissing } from '../repair/marks'
import type { FillSettings } from './fill'
import { type Box, crop, grown, type Picture, rgbaOf } from './picture'
import type { SharpenSettings } from './sharpen'
import { sheetOf } from './sheets'
import { threads } from './threads'

/** One of several answers to the same question. */
export interface Candidate<Name> {
  readonly name: Name
  readonly rgba: Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly milliseconds: number
}

/** Every method on what is painted in a box, one after another. */
export async function methodsSideBySide(
  { box, settings }: { box: Box; settings: Record<MethodName, FillSettings> },
  { signal, tell }: { signal: AbortSignal; tell(part: Candidate<MethodName>): void },
): Promise<void> {
  const { original, marks } = sheetOf('repair')
  const around = grown(box, surroundings, original)
  const part = crop(original, around)
  const mask = cutMarks({ ...original, bytes: marks }, around).map((mark) => +isMissing(mark))
  for (const name of methodNames) {
    const run = () =>
      inpaintOn(threads, part, mask, { ...settings[name], method: name, workers: 1, signal })
    tell(await timed(name, run))
  }
}

/** Every boundary on a part of the picture, one after another. */
export async function boundariesSideBySide(
  { box, settings: { psf, ...settings } }: { box: Box; settings: SharpenSettings },
  { signal, tell }: { signal: AbortSignal; tell(part: Candidate<Boundary>): void },
): Promise<void> {
  const part = crop(sheetOf('sharpen').original, box)
  for (const boundary of ['free', 'reflect', 'taper', 'zero', 'periodic'] as const) {
    const run = () => deconvolveOn(threads, part, psf, { ...settings, boundary, signal })
    tell(await timed(boundary, run))
  }
}

/** What kriging looks at, and a little more to see. */
const surroundings = 40

/** An engine compiles code as it runs: what was quick is timed once more, without that. */
async function timed<Name>(name: Name, run: () => Promise<Picture>): Promise<Candidate<Name>> {
  let start = performance.now()
  let picture = await run()
  if (performance.now() - start < 300) {
    start = performance.now()
    picture = await run()
  }
  const milliseconds = performance.now() - start
  const { width, height } = picture
  return { name, rgba: rgbaOf(picture, { x: 0, y: 0, width, height }), width, height, milliseconds }
}
