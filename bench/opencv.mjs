import { time } from './measure.mjs'

/** Loads opencv.js and waits until its WebAssembly is ready. */
export async function loadOpenCv() {
  // It listens for uncaught exceptions, and answers one by printing its whole source.
  const events = ['uncaughtException', 'unhandledRejection']
  const before = new Map(events.map((event) => [event, process.listeners(event)]))
  const { default: cv } = await import('@techstark/opencv-js')
  if (!cv.Mat) {
    await new Promise((resolve) => {
      cv.onRuntimeInitialized = resolve
    })
  }
  for (const event of events) {
    for (const listener of process.listeners(event)) {
      if (!before.get(event).includes(listener)) process.removeListener(event, listener)
    }
  }
  // The module must not be returned itself: it has a `then` that resolves with the module again,
  // so that awaiting it never ends.
  return {
    version: cv.getBuildInformation().match(/OpenCV (\S+)/)[1],
    prepare: (picture, mask) => prepare(cv, picture, mask),
  }
}

/** The picture and the mask as Mats, so that only `cv.inpaint` itself is timed. Delete it after use. */
function prepare(cv, { data, width, height, channels }, mask) {
  const type = { 1: cv.CV_8UC1, 3: cv.CV_8UC3 }[channels]
  const source = cv.matFromArray(height, width, type, data)
  const missing = cv.matFromArray(height, width, cv.CV_8UC1, mask)
  const result = new cv.Mat()
  return {
    time: (method, radius) =>
      time(() =>
        cv.inpaint(
          source,
          missing,
          result,
          radius,
          method === 'telea' ? cv.INPAINT_TELEA : cv.INPAINT_NS,
        ),
      ),
    result: () => result.data,
    delete() {
      source.delete()
      missing.delete()
      result.delete()
    },
  }
}
