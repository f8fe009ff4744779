import { isMissing, type Point } from '../repair/marks'
import { type Box, type Picture, readPicture } from './picture'
import { sheetOf } from './sheets'

/** What is painted on the page is painted here too. */
export async function mark({ box, part }: { box: Box; part: Uint8Array }): Promise<void> {
  const { marks, tiles, original } = sheetOf('repair')
  for (let y = 0; y < box.height; y++) {
    const to = (box.y + y) * original.width + box.x
    marks.set(part.subarray(y * box.width, (y + 1) * box.width), to)
  }
  tiles.update(box, (i) => isMissing(marks[i]))
}

/**
 * A mask from a file: what is light, or, where the file is transparent, what is painted.
 *
 * @throws {Error} It is not of the picture's size; the message is for the user.
 */
export async function maskFromFile({ file }: { file: File }): Promise<{ bytes: Uint8Array }> {
  const { width, height } = sheetOf('repair').original
  const mask = await readPicture(file)
  if (mask.width !== width || mask.height !== height) {
    throw new Error(
      `A mask has to be as large as its picture, ${width} x ${height} pixels; “${file.name}” has ${mask.width} x ${mask.height}.`,
    )
  }
  const { data, channels } = mask
  return {
    bytes: bytesWhere(mask, (i) =>
      channels === 4 ? data[i + 3] > 127 : Math.max(data[i], data[i + 1], data[i + 2]) > 127,
    ),
  }
}

/** All pixels about the colour of one of them. */
export async function maskFromColor({ x, y, tolerance }: Point & { tolerance: number }) {
  const { original } = sheetOf('repair')
  const { data, width, channels } = original
  const at = (y * width + x) * channels
  const [red, green, blue] = data.subarray(at, at + 3)
  const bytes = bytesWhere(
    original,
    (i) =>
      Math.abs(data[i] - red) <= tolerance &&
      Math.abs(data[i + 1] - green) <= tolerance &&
      Math.abs(data[i + 2] - blue) <= tolerance,
  )
  return { bytes, color: [red, green, blue] as const }
}

export async function maskFromTransparency(): Promise<{ bytes: Uint8Array }> {
  const { original } = sheetOf('repair')
  return {
    bytes: bytesWhere(original, (i) => original.channels === 4 && original.data[i + 3] < 255),
  }
}

function bytesWhere(
  { data, channels }: Picture,
  isMissing: (index: number) => boolean,
): Uint8Array {
  const bytes = new Uint8Array(data.length / channels)
  for (let n = 0, i = 0; n < bytes.length; n++, i += channels) if (isMissing(i)) bytes[n] = 1
  return bytes
}
