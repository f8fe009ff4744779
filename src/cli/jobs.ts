import { readdirSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, extname, join, sep } from 'node:path'
import { reason } from './errors'
import { formatNames, formatOf } from './formats'
import type { Settings } from './options'

/** One photo to repair. */
export interface Job {
  readonly photo: string
  /** The mask's file, where the mask is one. */
  readonly mask?: string
  readonly output: string
}

/** Which files are read and written. All that can be wrong with them by name is found here, before any work. */
export function planJobs({ photo, mask, output, overwrite }: Settings): Job[] {
  const folder = stat(photo).isDirectory()
  const photos = folder ? imagesIn(photo) : [photo]
  const maskFor = mask.kind === 'file' ? maskFinder(mask.path) : () => undefined
  const outputFor = outputFinder(output, folder)
  const jobs = photos.map((file) => ({
    photo: file,
    mask: maskFor(file),
    output: outputFor(file),
  }))
  if (!overwrite) refuseOverwriting(jobs)
  return jobs
}

function maskFinder(mask: string): (photo: string) => string {
  if (!stat(mask).isDirectory()) return () => mask
  const masks = new Map<string, string>()
  for (const file of imagesIn(mask)) {
    const other = masks.get(stem(file))
    if (other) throw new Error(`${file}: expected one mask of this name, got ${other} too`)
    masks.set(stem(file), file)
  }
  return (photo) => {
    const found = masks.get(stem(photo))
    if (!found) throw new Error(`${photo}: no mask of this name in ${mask}`)
    return found
  }
}

function outputFinder(output: string, ofFolder: boolean): (photo: string) => string {
  const found = statSync(output, { throwIfNoEntry: false })
  if (ofFolder && (found ? !found.isDirectory() : formatOf(output))) {
    throw new Error(`${output}: expected a folder to write to, because the input is one`)
  }
  if (ofFolder || found?.isDirectory() || output.endsWith('/') || output.endsWith(sep)) {
    return (photo) => join(output, basename(photo))
  }
  if (!formatOf(output)) {
    throw new Error(`${output}: expected a name that ends as a ${formatNames} file's does`)
  }
  stat(dirname(output))
  return () => output
}

/** By what the disk says is the same file, not by its name: links and spellings make no difference. */
function refuseOverwriting(jobs: readonly Job[]): void {
  const inputs = new Set(
    jobs.flatMap(({ photo, mask }) => [identity(photo), mask && identity(mask)]),
  )
  for (const { output } of jobs) {
    const same = identity(output)
    if (same && inputs.has(same)) {
      throw new Error(`${output}: is an input and would be written over; --overwrite allows it`)
    }
  }
}

function identity(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

function imagesIn(folder: string): string[] {
  const images = readdirSync(folder)
    .filter((name) => !name.startsWith('.') && formatOf(name))
    .sort()
    .map((name) => join(folder, name))
  if (images.length === 0) throw new Error(`${folder}: expected ${formatNames} images, got none`)
  return images
}

function stem(file: string): string {
  return basename(file, extname(file))
}

function stat(file: string): Stats {
  try {
    return statSync(file)
  } catch (error) {
    throw new Error(`${file}: ${reason(error)}`, { cause: error })
  }
}
