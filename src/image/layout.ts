import { checkNumber, describe, wrongValue } from './check'

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

/** Throws unless `data` is an array of a kind that is taken; `name` is what errors call what it is part of. */
type CheckData<Data> = (name: string, data: unknown) => asserts data is Data

/** What may be found in an image or a mask, whatever its kind; all of it is still to be checked. */
interface Shaped {
  data: unknown
  width?: unknown
  height?: unknown
  channels?: unknown
  info?: { width: unknown; height: unknown; channels: unknown } | null
  shape?: unknown
  stride?: unknown
  offset?: unknown
}

/** The layout of anything image-shaped, or `undefined` where `value` is no such thing. */
export function layoutOf<Data extends ArrayLike<unknown>>(
  name: string,
  value: unknown,
  checkData: CheckData<Data>,
): Layout<Data> | undefined {
  if (typeof value !== 'object' || value === null || !('data' in value)) return undefined
  const shaped = value as Shaped
  const { data, shape, stride } = shaped
  const isNdarray = Array.isArray(shape) && Array.isArray(stride)
  const size = shaped.info ?? shaped
  if (!isNdarray && (size.width === undefined || size.height === undefined)) return undefined
  checkData(name, data)
  checkAttached(`${name}.data`, data)
  return isNdarray
    ? ndarrayLayout(name, data, shape, stride, shaped.offset)
    : rasterLayout(name, data, size)
}

function rasterLayout<Data extends ArrayLike<unknown>>(
  name: string,
  data: Data,
  { width, height, channels }: Pick<Shaped, 'width' | 'height' | 'channels'>,
): Layout<Data> {
  checkNumber(`${name}.width`, width, 1, Infinity, 'whole number')
  checkNumber(`${name}.height`, height, 1, Infinity, 'whole number')
  const inferred = data.length / (width * height)
  if (channels !== undefined) checkNumber(`${name}.channels`, channels, 1, Infinity, 'whole number')
  const perPixel = channels ?? Math.max(Math.floor(inferred), 1)
  if (inferred !== perPixel) {
    const each = channels ? `${channels} = ${width * height * channels}` : 'channels'
    throw wrongValue(`${name}.data`, `${width} x ${height} x ${each} samples`, data.length)
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

function ndarrayLayout<Data extends ArrayLike<unknown>>(
  name: string,
  data: Data,
  shape: unknown[],
  stride: unknown[],
  offset: unknown = 0,
): Layout<Data> {
  if (shape.length !== 2 && shape.length !== 3) {
    throw wrongValue(
      `${name}.shape`,
      '[height, width] or [height, width, channels]',
      `${shape.length} dimensions`,
    )
  }
  const [height, width, channels = 1] = shape
  checkNumber(`${name}.width`, width, 1, Infinity, 'whole number')
  checkNumber(`${name}.height`, height, 1, Infinity, 'whole number')
  checkNumber(`${name}.channels`, channels, 1, Infinity, 'whole number')
  const steps = [...stride, offset]
  if (stride.length !== shape.length || !steps.every(Number.isInteger)) {
    throw wrongValue(`${name}.stride, ${name}.offset`, 'whole numbers', steps.join(', '))
  }
  const [rowStep, pixelStep, channelStep = 0] = stride as number[]
  let lowest = offset as number
  let highest = lowest
  for (const reach of [
    rowStep * (height - 1),
    pixelStep * (width - 1),
    channelStep * (channels - 1),
  ]) {
    if (reach < 0) lowest += reach
    else highest += reach
  }
  if (lowest < 0 || highest >= data.length) {
    throw wrongValue(
      `${name}.data`,
      `samples from ${lowest} to ${highest} by shape, stride and offset`,
      data.length,
    )
  }
  return {
    data,
    width,
    height,
    channels,
    offset: offset as number,
    rowStep,
    pixelStep,
    channelStep,
  }
}

/** A buffer that was transferred to a worker reads as empty; say so rather than complain of its length. */
function checkAttached(name: string, data: unknown): void {
  if (!ArrayBuffer.isView(data)) return
  try {
    new Uint8Array(data.buffer, 0, 0)
  } catch {
    throw new TypeError(`${name}: expected samples, got ${describe(data)} whose buffer is detached`)
  }
}
