import {
  type FillTransparentOptions,
  fillTransparent,
} from '../../fill-transparent/fill-transparent'
import { checkOneOf } from '../../image/check'
import { naming } from '../errors'
import { formatOf } from '../formats'
import type { Job } from '../jobs'
import { type OutputOptions, type OutputSettings, outputSettings } from '../output-options'
import { hasAlpha, readImage } from '../read-image'
import { runJobs } from '../run-jobs'
import { writeImage } from '../write-image'

/** What the shell said, as commander hands it on. */
export interface BleedOptions extends OutputOptions {
  readonly method?: string
  readonly distance?: number
  readonly alphaThreshold?: number
}

/** The same, checked. */
export interface BleedSettings extends OutputSettings {
  /** A file or a folder. */
  readonly photo: string
  readonly options: FillTransparentOptions
}

export function bleedSettingsFrom(photo: string, options: BleedOptions): BleedSettings {
  const { method = 'nearest', distance, alphaThreshold } = options
  checkOneOf('--method', method, ['nearest', 'harmonic'])
  return { photo, options: { method, distance, alphaThreshold }, ...outputSettings(options) }
}

/** Bleeds the colours of one sprite or a folder of them. */
export async function bleed(settings: BleedSettings): Promise<void> {
  await runJobs(settings, (job, onProgress) => bleedFile(job, settings, onProgress))
}

/** @returns What was done, on one line. */
async function bleedFile(
  job: Job,
  { options, quality }: BleedSettings,
  onProgress: (fraction: number) => void,
): Promise<string> {
  const format = formatOf(job.output)
  if (format !== 'png' && format !== 'tiff') {
    throw new Error(`${job.output}: expected PNG or TIFF, which keep colours that nobody sees`)
  }
  const sprite = await readImage(job.photo)
  const start = performance.now()
  const { data } = await naming(job.photo, async () => {
    if (!hasAlpha(sprite)) throw new Error('expected an image with transparency, got none')
    const { data, width, height, channels } = sprite
    return fillTransparent({ data, width, height, channels }, { ...options, onProgress })
  })
  const milliseconds = performance.now() - start
  await writeImage(job.output, sprite, data, quality)
  const size = `${job.photo}: ${sprite.width} x ${sprite.height} pixels`
  return `${size}, ${options.method}, ${milliseconds.toFixed(1)} ms`
}
