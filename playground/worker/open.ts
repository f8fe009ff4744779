import { blurredExample, scratchedExample } from './examples'
import { type Picture, readPicture, rgbaOf } from './picture'
import { type Mode, putOn, sheetOf } from './sheets'

/** What the page is told of a picture that was opened. */
export interface Opened {
  readonly bitmap: ImageBitmap
  /** What was made of it already. */
  readonly result?: ImageBitmap
  readonly width: number
  readonly height: number
  readonly isTransparent: boolean
  /** Of the example: where its scratches are. */
  readonly scratches?: Uint8Array
}

export async function openFile({ mode, file }: { mode: Mode; file: File }): Promise<Opened> {
  return putAndShow(mode, await readPicture(file))
}

/** What was made of the other mode's picture becomes this one's. */
export async function handOver({ from, to }: { from: Mode; to: Mode }): Promise<Opened> {
  const { result } = sheetOf(from)
  return putAndShow(to, { ...result, data: result.data.slice() })
}

/** A picture that is there already. */
export async function openAgain({ mode }: { mode: Mode }): Promise<Opened> {
  const { original, result } = sheetOf(mode)
  return { ...(await shown(original)), result: await bitmapOf(result) }
}

export async function openScratched(): Promise<Opened> {
  const { picture, scratches } = await scratchedExample()
  return { ...(await putAndShow('repair', picture)), scratches }
}

export async function openBlurred(): Promise<Opened> {
  return putAndShow('sharpen', await blurredExample())
}

async function putAndShow(mode: Mode, picture: Picture): Promise<Opened> {
  putOn(mode, picture)
  return shown(picture)
}

async function shown(picture: Picture): Promise<Opened> {
  const { width, height, channels } = picture
  return { bitmap: await bitmapOf(picture), width, height, isTransparent: channels === 4 }
}

function bitmapOf(picture: Picture): Promise<ImageBitmap> {
  const { width, height } = picture
  const rgba = rgbaOf(picture, { x: 0, y: 0, width, height })
  return createImageBitmap(new ImageData(rgba as ImageDataArray, width, height))
}
