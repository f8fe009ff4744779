import { readPicture } from './picture'

/**
 * The grey levels of a small picture of a blur, row by row.
 *
 * @throws {Error} It is larger than a blur would be; the message is for the user.
 */
export async function readRows({ file }: { file: File }): Promise<{ rows: number[][] }> {
  const { data, width, height, channels } = await readPicture(file)
  if (width > mostSide || height > mostSide) {
    throw new Error(
      `A picture of a blur has up to ${mostSide} pixels to a side; “${file.name}” has ${width} x ${height}.`,
    )
  }
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const i = (y * width + x) * channels
      return Math.round((data[i] + data[i + 1] + data[i + 2]) / 3)
    }),
  )
  if (rows.flat().every((value) => value === 0)) throw new Error(`“${file.name}” is all black.`)
  return { rows }
}

const mostSide = 101
