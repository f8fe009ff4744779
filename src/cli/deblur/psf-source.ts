import { type Psf, psf } from '../../deconvolution/index'
import { naming, reason } from '../errors'
import { decimal } from '../numbers'
import { readImage } from '../read-image'

/** What the blur was: one of the toolbox, or a picture of it. */
export type PsfSource =
  | { readonly kind: 'psf'; readonly psf: Psf }
  | { readonly kind: 'file'; readonly path: string }

/** Reads `motion:15,30` and its like; all else is a file. */
export function psfSource(text: string | undefined): PsfSource {
  if (!text) throw new Error(`--psf: expected ${forms}, got none`)
  // One letter and a colon is a drive of Windows.
  const [, name, list] = /^([a-z]{2,}):(.*)$/i.exec(text) ?? []
  if (name === undefined) return { kind: 'file', path: text }
  const tool = toolbox.get(name)
  const numbers = list.split(',').map(decimal)
  if (!tool || numbers.length > tool.most || numbers.some(Number.isNaN)) {
    throw new Error(`--psf: expected ${forms}, got '${text}'`)
  }
  try {
    return { kind: 'psf', psf: tool.make(numbers[0], numbers[1]) }
  } catch (error) {
    throw new Error(`--psf ${text}: ${reason(error)}`, { cause: error })
  }
}

export async function loadPsf(source: PsfSource): Promise<Psf> {
  if (source.kind === 'psf') return source.psf
  const picture = await readImage(source.path)
  return naming(source.path, async () => psf.from(picture))
}

const forms =
  'gaussian:<sigma>, motion:<length>,<degrees>, disk:<radius>, box:<width>,<height> or an image file'

/** What can be made from how many numbers at most. */
const toolbox = new Map<string, { most: number; make: (first: number, second?: number) => Psf }>([
  ['gaussian', { most: 1, make: psf.gaussian }],
  ['motion', { most: 2, make: psf.motion }],
  ['disk', { most: 1, make: psf.disk }],
  ['box', { most: 2, make: psf.box }],
])
