import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join, sep } from 'node:path'
import { naming } from './errors'
import { formatNames, formatOf } from './formats'
import type { MaskSource } from './missing-pixels'

/** What files a call is about. */
export interface Places {
  /** A file or a folder, as are the mask's path and the output. */
  readonly photo: string
  readonly mask?: MaskSource
  readonly output: string
  readonly overwrite: boolean
  /** Another file that is read. */
  readonly psfFile?: string
}

/** One photo to work on. */
export interface Job {
  readonly photo: string
  /** The mask's file, where the mask is one. */
  readonly mask?: string
  readonly output: string
}

/** Which files are read and written. All that their names can be wrong in is found here, before any work. */
export async function planJobs(places: Places): Promise<Job[]> {
  const { photo, mask, output, overwrite, psfFile } = places
  const ofFolder = await isFolder(photo)
  const photos = ofFolder ? await imagesIn(photo) : [photo]
  const maskFor = mask?.kind === 'file' ? await maskFinder(mask.path) : () => undefined
  const outputFor = await outputFinder(output, ofFolder)
  const jobs = photos.map((file) => ({
    photo: file,
    mask: maskFor(file),
    output: outputFor(file),
  }))
  for (const { output } of jobs) {
    if (formatOf(output)) continue
    throw new Error(`${output}: expected a name that ends like that of a ${formatNames} file`)
  }
  if (!overwrite) await refuseOverwriting(jobs, psfFile)
  return jobs
}

async function maskFinder(mask: string): Promise<(photo: string) => string> {
  if (!(await isFolder(mask))) return () => mask
  const masks = new Map<string, string>()
  for (const file of await imagesIn(mask)) {
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

async function outputFinder(output: string, ofFolder: boolean): Promise<(photo: string) => string> {
  const exists = (await identity(output)) !== undefined
  const toFolder = exists ? await isFolder(output) : output.endsWith('/') || output.endsWith(sep)
  if (ofFolder && !toFolder && (exists || formatOf(output))) {
    throw new Error(`${output}: expected a folder to write to, because the input is one`)
  }
  return ofFolder || toFolder ? (photo) => join(output, basename(photo)) : () => output
}

async function refuseOverwriting(jobs: readonly Job[], psfFile?: string): Promise<void> {
  const inputs = new Set<string | undefined>()
  if (psfFile !== undefined) inputs.add(await identity(psfFile))
  for (const { photo, mask = photo } of jobs) {
    inputs.add(await identity(photo)).add(await identity(mask))
  }
  for (const { output } of jobs) {
    const existing = await identity(output)
    if (existing !== undefined && inputs.has(existing)) {
      throw new Error(`${output}: is an input and would be written over; --overwrite allows it`)
    }
  }
}

/** What the disk knows a file by, however its name is spelt and through whatever link. */
async function identity(file: string): Promise<string | undefined> {
  return naming(file, async () => {
    try {
      const { dev, ino } = await stat(file, { bigint: true })
      return `${dev}:${ino}`
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  })
}

async function isFolder(file: string): Promise<boolean> {
  return naming(file, async () => (await stat(file)).isDirectory())
}

async function imagesIn(folder: string): Promise<string[]> {
  return naming(folder, async () => {
    const names = await readdir(folder)
    const images = names.filter((name) => !name.startsWith('.') && formatOf(name)).sort()
    if (images.length === 0) throw new Error(`expected ${formatNames} images, got none`)
    return images.map((name) => join(folder, name))
  })
}

function stem(file: string): string {
  return basename(file, extname(file))
}
