import sharp from 'sharp'
import { textLine } from './stroke-font.mjs'

const gap = 12
const captionHeight = 34

/** Rows of captioned pictures, all of one size, on one white sheet. */
export async function contactSheet(rows, file) {
  const { width, height } = await sharp(rows[0][0].file).metadata()
  const sheet = {
    width: gap + rows[0].length * (width + gap),
    height: gap + rows.length * (height + captionHeight),
  }
  const cells = rows.flatMap((pictures, row) =>
    pictures.map((picture, column) => ({
      ...picture,
      left: gap + column * (width + gap),
      top: gap + row * (height + captionHeight),
    })),
  )
  const captions = cells.map(({ caption, left, top }) =>
    textLine(caption, left + 1, top + height + 20, 11, 1.5, '#333'),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}">${captions.join('')}</svg>`
  await sharp({ create: { ...sheet, channels: 3, background: '#fff' } })
    .composite([
      ...cells.map(({ file, left, top }) => ({ input: file, left, top })),
      { input: Buffer.from(svg), left: 0, top: 0 },
    ])
    .png({ adaptiveFiltering: true, compressionLevel: 9 })
    .toFile(file)
}
