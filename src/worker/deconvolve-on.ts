import type { MethodName } from '../deconvolution/methods'
import { pasteChannel, takeChannel } from '../deconvolution/planes'
import { callFrom, type DeconvolveOptions, prepare, type Work } from '../deconvolution/prepare'
import type { PsfSource } from '../deconvolution/psf/from'
import type { Image } from '../image/image'
import { checkSignal, conditionsFrom, type WorkerOptions } from './conditions'
import type { Errand } from './pool'
import { runErrands } from './run-errands'
import type { ChannelTask } from './task'
import type { Platform } from './thread'

/** What `deconvolveAsync` takes beside the image and the PSF. */
export interface DeconvolveAsyncOptions extends Omit<DeconvolveOptions, 'signal'>, WorkerOptions {}

/** `deconvolveAsync` on a platform. */
export async function deconvolveOn<I extends Image>(
  platform: Platform,
  image: I,
  psf: PsfSource,
  methodOrOptions?: MethodName | DeconvolveAsyncOptions,
  lastOptions?: DeconvolveAsyncOptions,
): Promise<I> {
  const { method, options } = callFrom(methodOrOptions, lastOptions)
  const { workers, workerUrl, signal, ...others } = options
  const conditions = conditionsFrom(platform, { signal, workers, workerUrl })
  const work = prepare(image, psf, method, { ...others, signal })
  checkSignal(signal)
  await runErrands(channelErrands(work, options), conditions)
  options.onProgress?.(1)
  return work.picture.result as I
}

/** A picture's channels know nothing of each other: an errand for each. */
function channelErrands(
  { picture, setting, report }: Work,
  { onIteration }: Pick<DeconvolveOptions, 'onIteration'>,
): Errand[] {
  const { width, height, channels } = picture
  const progressPerReport = channels / 100
  const tellsIterations = onIteration !== undefined
  let channelsDone = 0
  return Array.from({ length: channels }, (_, channel): Errand => {
    let before = 0
    return {
      cut(memory) {
        const samples = new Float64Array(memory(8 * width * height, false), 0, width * height)
        takeChannel(picture, channel, samples)
        return { setting, samples, progressPerReport, tellsIterations }
      },
      answered({ done, iteration, task }) {
        channelsDone += done - before
        before = done
        if (iteration) onIteration?.({ channel, ...iteration })
        if (task) pasteChannel(picture, channel, (task as ChannelTask).samples)
        report(channelsDone)
      },
    }
  })
}
