import type { Planes } from './level'

/**
 * The mean of |∂luma/∂x| and of |∂luma/∂y| over the known pixels around each, the features of A. Newson
 * et al. (2014), section 3.3: averages alone cannot tell grass from a wall of its colour. They come
 * multiplied by 7, so that their squares weigh as much as those of a patch's 49 differences.
 */
export function measureTexture(
  { luma, isMissing, width, height }: Pick<Planes, 'luma' | 'isMissing' | 'width' | 'height'>,
  radius: number,
): { readonly textureX: Float32Array; readonly textureY: Float32Array } {
  const pixels = width * height
  const textureX = new Float32Array(pixels)
  const textureY = new Float32Array(pixels)
  const rows: Sums = {
    x: new Float64Array(width),
    y: new Float64Array(width),
    count: new Float64Array(width),
  }
  const picture = { luma, isMissing, width, height }
  for (let y = 0; y < Math.min(radius, height); y++) addRow(picture, y, rows, 1)
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(picture, y + radius, rows, 1)
    averageRow(rows, radius, width, textureX.subarray(y * width), textureY.subarray(y * width))
    if (y >= radius) addRow(picture, y - radius, rows, -1)
  }
  return { textureX, textureY }
}

/** Sums over some rows, column by column. */
interface Sums {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly count: Float64Array
}

function addRow(
  { luma, isMissing, width, height }: Pick<Planes, 'luma' | 'isMissing' | 'width' | 'height'>,
  y: number,
  { x: sumsX, y: sumsY, count }: Sums,
  sign: 1 | -1,
): void {
  const down = y + 1 < height ? width : 0
  for (let x = 0, i = y * width; x < width; x++, i++) {
    const right = x + 1 < width ? i + 1 : i
    const below = i + down
    if (isMissing[i] + isMissing[right] + isMissing[below] > 0) continue
    sumsX[x] += sign * Math.abs(luma[right] - luma[i])
    sumsY[x] += sign * Math.abs(luma[below] - luma[i])
    count[x] += sign
  }
}

function averageRow(
  { x: sumsX, y: sumsY, count }: Sums,
  radius: number,
  width: number,
  toX: Float32Array,
  toY: Float32Array,
): void {
  let sumX = 0
  let sumY = 0
  let sum = 0
  for (let x = 0; x < Math.min(radius, width); x++) {
    sumX += sumsX[x]
    sumY += sumsY[x]
    sum += count[x]
  }
  for (let x = 0; x < width; x++) {
    if (x + radius < width) {
      sumX += sumsX[x + radius]
      sumY += sumsY[x + radius]
      sum += count[x + radius]
    }
    const share = 7 / Math.max(sum, 1)
    toX[x] = sumX * share
    toY[x] = sumY * share
    if (x >= radius) {
      sumX -= sumsX[x - radius]
      sumY -= sumsY[x - radius]
      sum -= count[x - radius]
    }
  }
}
