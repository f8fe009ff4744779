import { checkNumber, describe } from '../image/check'
import type { Image } from '../image/image'
import type { InpaintOptions } from '../inpaint'
import type { Mask } from '../mask/mask'
import { type MethodName, methodNamed } from '../methods'
import { optionsFrom, prepare } from '../repair'
import { type AbortSignalLike, fillByWorkers } from './fill'
import type { Platform } from './thread'

/** What `inpaintAsync` takes beside the image and the mask. */
export interface InpaintAsyncOptions extends Omit<InpaintOptions, 'method' | 'signal'> {
  /** A built-in method by its name; a function cannot be sent to a worker. Default `'telea'`. */
  readonly method?: MethodName
  /**
   * An `AbortSignal`. Aborting it rejects the promise with the signal's reason, at any time, and
   * stops the workers.
   */
  readonly signal?: AbortSignalLike
  /**
   * How many workers the call may have at once, 1 to 64. Default: as many as there are processors,
   * and at most 4. Holes are the unit of work, so one hole is never filled by two.
   */
  readonly workers?: number
  /**
   * Where the worker's code is served from, if not beside this module: a copy of the file that
   * `isophote/worker-thread` stands for. In Node, the path or `file:` URL of such a copy.
   */
  readonly workerUrl?: string | { readonly href: string }
}

/** `inpaintAsync` on a platform. */
export async function inpaintOn<I extends Image>(
  platform: Platform,
  image: I,
  mask: Mask | null | undefined,
  radiusOrOptions: number | InpaintAsyncOptions | undefined,
  method: MethodName | undefined,
  lastOptions: InpaintAsyncOptions | undefined,
): Promise<I> {
  const {
    method: named = 'telea',
    workers = Math.min(platform.processors(), 4),
    workerUrl,
    signal,
    ...options
  } = optionsFrom(radiusOrOptions, lastOptions)
  const name = method === undefined ? named : method
  if (typeof name === 'function') {
    throw new TypeError('method: expected a name, got a function, which cannot be sent to a worker')
  }
  const known = methodNamed(name)
  checkNumber('workers', workers, 1, 64, 'whole number')
  const where = { platform, workers, workerUrl: checkUrl(workerUrl) }

  const work = prepare(image, mask, known, { ...options, signal })
  checkSignal(signal)
  await fillByWorkers(work, name, options, { ...where, signal })
  options.onProgress?.(1)
  return work.picture.result as I
}

function checkUrl(url: unknown): string | undefined {
  if (url === undefined || typeof url === 'string') return url
  const { href } = (url ?? {}) as { href?: unknown }
  if (typeof href === 'string') return href
  throw new TypeError(`workerUrl: expected a URL or a string, got ${describe(url)}`)
}

/** That it has `aborted` is known by now; here it must also be able to tell. */
function checkSignal(signal: AbortSignalLike | undefined): void {
  if (signal === undefined || typeof signal.addEventListener === 'function') return
  throw new TypeError(`signal: expected an AbortSignal, got ${describe(signal)}`)
}
