import { isMissing } from '../repair/marks'
import { pngOf, rgbaOf } from './picture'
import { type Mode, sheetOf } from './sheets'

/** What was made of a picture, as a PNG file. */
export async function savePicture({ mode }: { mode: Mode }): Promise<{ file: Blob }> {
  const { result } = sheetOf(mode)
  return { file: await pngOf(result, rgbaOf(result, { ...result, x: 0, y: 0 })) }
}

/** The mask as a PNG file: white is to be repaired. */
export async function saveMask(): Promise<{ file: Blob }> {
  const { marks, original } = sheetOf('repair')
  const rgba = new Uint8ClampedArray(marks.length * 4)
  for (let i = 0; i < marks.length; i++) {
    const grey = isMissing(marks[i]) ? 255 : 0
    rgba[4 * i] = grey
    rgba[4 * i + 1] = grey
    rgba[4 * i + 2] = grey
    rgba[4 * i + 3] = 255
  }
  return { file: await pngOf(original, rgba) }
}
