import { deconvolve, type Psf } from '../../deconvolution/index'
import { naming } from '../errors'
import type { Job } from '../jobs'
import { type MissingPixels, markedByMask } from '../missing-pixels'
import { hasAlpha, type Picture, readImage } from '../read-image'
import { rememberingLast } from '../remembering-last'
import { runJobs } from '../run-jobs'
import { writeImage } from '../write-image'
import type { DeblurSettings } from './options'
import { loadPsf } from './psf-source'

/** Sharpens one photo or a folder of them. */
export async function deblur(settings: DeblurSettings): Promise<void> {
  const readMask = rememberingLast(readImage)
  // Read once, and only when the files' names have been found right.
  let psf: Psf | undefined
  await runJobs(settings, async (job, onProgress) => {
    psf ??= await loadPsf(settings.psf)
    return deblurFile(job, psf, settings, readMask, onProgress)
  })
}

/** @returns What was done, on one line. */
async function deblurFile(
  job: Job,
  psf: Psf,
  settings: DeblurSettings,
  readMask: typeof readImage,
  onProgress: (fraction: number) => void,
): Promise<string> {
  const { method, methodOptions, boundary, maskThreshold, invertMask, quality } = settings
  const photo = await readImage(job.photo)
  const maskPicture = job.mask === undefined ? undefined : await readMask(job.mask)
  const mask = maskPicture && markedByMask(maskPicture, maskThreshold, invertMask)
  const start = performance.now()
  const colours = await naming(job.photo, async () => {
    const options = { ...methodOptions, mask, onProgress, ...(boundary && { boundary }) }
    return deconvolve(coloursOf(photo), psf, method, options)
  })
  const milliseconds = performance.now() - start
  await writeImage(job.output, photo, withAlpha(colours, photo), quality)
  const size = `${job.photo}: ${photo.width} x ${photo.height} pixels`
  return `${size}${mask ? filled(mask) : ''}, ${method}, ${milliseconds.toFixed(1)} ms`
}

type Colours = Pick<Picture, 'data' | 'width' | 'height' | 'channels'>

/** Without transparency: that was drawn, not blurred by a lens, and stays as it is. */
function coloursOf(photo: Picture): Colours {
  const { width, height, channels } = photo
  if (!hasAlpha(photo)) return photo
  const data = photo.data.slice(0, width * height * (channels - 1))
  for (let from = 0, to = 0; from < photo.data.length; from++) {
    if ((from + 1) % channels !== 0) data[to++] = photo.data[from]
  }
  return { data, width, height, channels: channels - 1 }
}

function withAlpha({ data: colours }: Colours, photo: Picture): Picture['data'] {
  if (!hasAlpha(photo)) return colours
  const data = photo.data.slice()
  for (let from = 0, to = 0; to < data.length; to++) {
    if ((to + 1) % photo.channels !== 0) data[to] = colours[from++]
  }
  return data
}

function filled({ count, data }: MissingPixels): string {
  return `, ${count} filled (${Number(((100 * count) / data.length).toPrecision(2))} %)`
}
