import { checkInteger, describe } from './check'

/** Where the samples of an image or a mask lie: sample (x, y, c) is at `offset + y * rowStep + x * pixelStep + c * channelStep`. */
export interface Layout<Data> {
  readonly data: Data
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly offset: number
  readonly rowStep: number
  readonly pixelStep: number
  readonly channelStep: number
}

type Shaped = {
  data: ArrayLike<unknown>
  width?: unknown
  height?: unknown
  channels?: unknown
  info?: { width: unknown; height: unknown; channels: unknown }
  shape?: number[]
  stride?: number[]
  offset?: number
}

/**
 * The layout of anything image-shaped, or `undefined` where `value` is no such thing.
 * The element type of `data` is left for the caller to check; its length is checked here.
 */
export function layoutOf<Data extends ArrayLike<unknown>>(
  name: string,
  value: unknown,
): Layout<Data> | undefined {
  if (typeof value !== 'object' || value === null || !('data' in value)) return undefined
  const shaped = value as Shaped
  if (Array.isArray(shaped.shape) && Array.isArray(shaped.stride)) {
    return ndarrayLayout(name, shaped) as Layout<Data>
  }
  const size = typeof shaped.info === 'object' && shaped.info !== null ? shaped.info : shaped
  if (size.width === undefined || size.height === undefined) return undefined
  return rasterLayout(name, shaped.data, size.width, size.height, size.channels) as Layout<Data>
}

function rasterLayout(
  name: string,
  data: ArrayLike<unknown>,
  width: unknown,
  height: unknown,
  channels: unknown,
): Layout<ArrayLike<unknown>> {
  checkInteger(`${name}.width`, width, 1)
  checkInteger(`${name}.height`, height, 1)
  checkAttached(name, data)
  const pixels = width * height
  const count = channels === undefined ? data.length / pixels : channels
  if (channels !== undefined) checkInteger(`${name}.channels`, channels, 1)
  else if (!Number.isInteger(count) || count === 0) {
    throw new RangeError(
      `${name}.data: expected ${width} x ${height} x channels samples, got ${data.length}`,
    )
  }
  const perPixel = count as number
  if (data.length !== pixels * perPixel) {
    throw new RangeError(
      `${name}.data: expected ${width} x ${height} x ${perPixel} = ${pixels * perPixel} samples, got ${data.length}`,
    )
  }
  return {
    data,
    width,
    height,
    channels: perPixel,
    offset: 0,
    rowStep: width * perPixel,
    pixelStep: perPixel,
    channelStep: 1,
  }
}

function ndarrayLayout(
  name: string,
  { data, shape, stride, offset }: Shaped,
): Layout<ArrayLike<unknown>> {
  const [height, width, channels = 1] = shape as number[]
  const [rowStep, pixelStep, channelStep = 1] = stride as number[]
  const dimensions = (shape as number[]).length
  if (dimensions !== 2 && dimensions !== 3) {
    throw new RangeError(
      `${name}.shape: expected [height, width] or [height, width, channels], got ${dimensions} dimensions`,
    )
  }
  checkInteger(`${name}.width`, width, 1)
  checkInteger(`${name}.height`, height, 1)
  checkAttached(name, data)
  checkInteger(`${name}.channels`, channels, 1)
  const first = offset ?? 0
  let lowest = first
  let highest = first
  for (const [step, length] of [
    [rowStep, height],
    [pixelStep, width],
    [channelStep, channels],
  ] as const) {
    const reach = step * (length - 1)
    if (reach < 0) lowest += reach
    else highest += reach
  }
  // Written so that a NaN or missing stride fails too.
  if (!(Number.isInteger(lowest) && lowest >= 0 && highest < data.length)) {
    throw new RangeError(
      `${name}.data: expected samples from ${lowest} to ${highest} as shape, stride and offset say, got ${data.length} samples`,
    )
  }
  return { data, width, height, channels, offset: first, rowStep, pixelStep, channelStep }
}

/** A buffer that was transferred to a worker reads as empty; say so rather than complain of its length. */
function checkAttached(name: string, data: unknown): void {
  if (!ArrayBuffer.isView(data)) return
  try {
    new Uint8Array(data.buffer, 0, 0)
  } catch {
    throw new TypeError(
      `${name}.data: expected samples, got a ${describe(data)} whose buffer is detached`,
    )
  }
}
