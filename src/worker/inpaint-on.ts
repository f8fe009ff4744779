import type { Image } from '../image/image'
import { copyImage } from '../image/picture'
import type { InpaintOptions } from '../inpaint'
import type { Mask } from '../mask/mask'
import { type MethodName, methodNamed } from '../methods'
import { optionsFrom, prepare } from '../repair'
import { checkSignal, conditionsFrom, type WorkerOptions } from './conditions'
import { fillByWorkers } from './fill'
import type { Platform } from './thread'

/** What `inpaintAsync` takes beside the image and the mask. */
export interface InpaintAsyncOptions
  extends Omit<InpaintOptions, 'method' | 'signal'>,
    WorkerOptions {
  /** A built-in method by its name; a function cannot be sent to a worker. Default `'telea'`. */
  readonly method?: MethodName
}

/** `inpaintAsync` on a platform. */
export async function inpaintOn<I extends Image>(
  platform: Platform,
  image: I,
  mask: Mask | null | undefined,
  radiusOrOptions?: number | InpaintAsyncOptions,
  method?: MethodName,
  lastOptions?: InpaintAsyncOptions,
): Promise<I> {
  const {
    method: named = 'telea',
    workers,
    workerUrl,
    signal,
    ...options
  } = optionsFrom(radiusOrOptions, lastOptions)
  const name = method === undefined ? named : method
  if (typeof name === 'function') {
    throw new TypeError('method: expected a name, got a function, which cannot be sent to a worker')
  }
  const known = methodNamed(name)
  const conditions = conditionsFrom(platform, { signal, workers, workerUrl })

  // The picture is copied while the workers are busy already. Until then it lies in the caller's own samples, if they can be
  // read as they are.
  let isCallers = false
  const work = prepare(image, mask, known, { ...options, signal }, (samples) => {
    isCallers = true
    return samples
  })
  checkSignal(signal)
  const begun = (): void => {
    if (isCallers) Object.assign(work.picture, copyImage(work.picture.result))
  }
  await fillByWorkers(work, name, options, { ...conditions, begun })
  options.onProgress?.(1)
  return work.picture.result as I
}
