import { inpaint } from '../index'
import { naming } from './errors'
import { formatOf } from './formats'
import type { Job } from './jobs'
import { type MissingPixels, markedByAlpha, markedByColor, markedByMask } from './missing-pixels'
import type { Settings } from './options'
import { fullScale, type Picture, readImage } from './read-image'
import { rememberingLast } from './remembering-last'
import { runJobs } from './run-jobs'
import { writeImage } from './write-image'
import { writeWhole } from './write-whole'

/** Repairs one photo or a folder of them. */
export async function run(settings: Settings): Promise<void> {
  const readMask = rememberingLast(readImage)
  await runJobs(settings, (job, onProgress) => repairFile(job, settings, readMask, onProgress))
}

/** @returns What was done, on one line. */
async function repairFile(
  job: Job,
  settings: Settings,
  readMask: typeof readImage,
  onProgress: (fraction: number) => void,
): Promise<string> {
  const { method, radius, seam, quality } = settings
  const photo = await readImage(job.photo)
  const mask = job.mask === undefined ? photo : await readMask(job.mask)
  const { missing, restored, milliseconds } = await naming(job.photo, async () => {
    const missing = missingPixels(photo, mask, settings)
    const start = performance.now()
    const restored = inpaint(photo, missing, { method, radius, ...seam, onProgress })
    return { missing, restored, milliseconds: performance.now() - start }
  })
  const size = `${job.photo}: ${photo.width} x ${photo.height} pixels`
  if (missing.count === 0 && formatOf(job.output) === photo.format) {
    // As it is: compressing it once more would only lose something.
    await naming(job.output, () => writeWhole(job.output, photo.bytes))
    return `${size}, none missing, copied`
  }
  if (settings.mask.kind === 'alpha') makeOpaque(restored, missing)
  await writeImage(job.output, photo, restored.data, quality)
  const percent = Number(((100 * missing.count) / missing.data.length).toPrecision(2))
  return `${size}, ${missing.count} missing (${percent} %), ${method}, ${milliseconds.toFixed(1)} ms`
}

function missingPixels(
  photo: Picture,
  mask: Picture,
  { mask: source, maskThreshold, invertMask }: Settings,
): MissingPixels {
  switch (source.kind) {
    case 'file':
      return markedByMask(mask, maskThreshold, invertMask)
    case 'color':
      return markedByColor(photo, source.color, source.tolerance, invertMask)
    case 'alpha':
      return markedByAlpha(photo, maskThreshold, invertMask)
  }
}

/** What was missing because it was transparent, and is there now, is no longer transparent. */
function makeOpaque(restored: Picture, missing: MissingPixels): void {
  const { data, channels } = restored
  const opaque = fullScale(restored)
  for (let p = 0, alpha = channels - 1; p < missing.data.length; p++, alpha += channels) {
    if (missing.data[p]) data[alpha] = opaque
  }
}
