import { createRequire } from 'node:module'
import type { Bytes } from './pictures'

/** What the tests use of opencv.js; its own types describe C++ overloads, not what is in the file. */
interface OpenCv {
  readonly Mat: new (rows: number, columns: number, type: number) => Mat
  readonly CV_8UC1: number
  readonly CV_8UC3: number
  readonly INPAINT_TELEA: number
  readonly INPAINT_NS: number
  inpaint(image: Mat, mask: Mat, result: Mat, radius: number, method: number): void
}

interface Mat {
  /** A view into the module's memory: to be asked for anew after every call, which may move it. */
  readonly data: Uint8Array
  delete(): void
}

/** `cv.inpaint` on an 8-bit image of 1 or 3 channels. */
export type CvInpaint = (
  image: Bytes,
  mask: Uint8Array,
  radius: number,
  method: 'telea' | 'ns',
) => Bytes

/** Starts opencv.js 4.12, whose inpainting gives the same bits as native OpenCV from 4.10 on. */
export async function loadOpenCv(): Promise<CvInpaint> {
  const { cv } = await withoutItsHandlers(start)
  return (image, mask, radius, method) => inpaintWith(cv, image, mask, radius, method)
}

/**
 * The module has a `then` that answers with the module itself: to await it would never end. So it
 * is called by hand, and what it gives is wrapped in an object that has none.
 */
function start(): Promise<{ cv: OpenCv }> {
  const module = createRequire(import.meta.url)('@techstark/opencv-js') as {
    then(ready: (cv: OpenCv) => void): void
  }
  return new Promise((resolve) => module.then((cv) => resolve({ cv })))
}

function inpaintWith(
  cv: OpenCv,
  image: Bytes,
  mask: Uint8Array,
  radius: number,
  method: 'telea' | 'ns',
): Bytes {
  const { width, height, channels } = image
  if (channels !== 1 && channels !== 3) throw new Error(`OpenCV takes no ${channels} channels`)
  const type = channels === 1 ? cv.CV_8UC1 : cv.CV_8UC3
  const from = new cv.Mat(height, width, type)
  const missing = new cv.Mat(height, width, cv.CV_8UC1)
  const to = new cv.Mat(height, width, type)
  try {
    from.data.set(image.data)
    missing.data.set(mask)
    cv.inpaint(from, missing, to, radius, method === 'telea' ? cv.INPAINT_TELEA : cv.INPAINT_NS)
    return { ...image, data: new Uint8Array(to.data) }
  } finally {
    from.delete()
    missing.delete()
    to.delete()
  }
}

/**
 * The module listens for uncaught exceptions of the whole process and answers each by printing its
 * own source, ten megabytes in one line. Whatever it adds is taken off again.
 */
async function withoutItsHandlers<Result>(start: () => Promise<Result>): Promise<Result> {
  const events = ['uncaughtException', 'unhandledRejection'] as const
  const before = events.map((event) => process.listeners(event as 'uncaughtException'))
  try {
    return await start()
  } finally {
    events.forEach((event, e) => {
      for (const listener of process.listeners(event as 'uncaughtException')) {
        if (!before[e].includes(listener)) process.removeListener(event, listener)
      }
    })
  }
}
