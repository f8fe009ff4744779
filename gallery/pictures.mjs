import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/** The side of every picture. */
export const side = 256

const own = (name) => fileURLToPath(new URL(`./pictures/${name}.png`, import.meta.url))

/** The pictures of the gallery, with those of the data folder where there is one. */
export async function loadPictures(dataFolder) {
  const files = [
    own('astronaut'),
    fileURLToPath(new URL('../examples/chelsea.png', import.meta.url)),
  ]
  if (dataFolder) {
    const inFolder = [
      ...['camera', 'brick', 'grass'].map((name) => join(dataFolder, 'cc0', `${name}.png`)),
      ...['03', '05', '08', '13', '20', '23'].map((n) =>
        join(dataFolder, 'kodak', `kodim${n}.png`),
      ),
    ]
    const absent = inFolder.find((file) => !existsSync(file))
    if (absent) throw new Error(`--data: expected ${absent} to be there`)
    files.push(...inFolder)
  }
  return Promise.all(files.map(loadCrop))
}

/** Also two that are no photographs to judge by: a silhouette, and one that is blurred all over. */
export async function loadAllPictures(dataFolder) {
  const others = dataFolder ? ['clock_motion', 'horse'] : []
  return [
    ...(await loadPictures(dataFolder)),
    ...(await Promise.all(others.map((name) => loadCrop(join(dataFolder, 'cc0', `${name}.png`))))),
  ]
}

/** The middle of a picture, as grey or RGB. */
async function loadCrop(file) {
  const { width, height, channels } = await sharp(file).metadata()
  const { data, info } = await sharp(file)
    .extract({ left: (width - side) >> 1, top: (height - side) >> 1, width: side, height: side })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    // The contact sheets' letters know no underscore.
    name: file.match(/([^\\/]*)\.png$/)[1].replace('_', ' '),
    data: new Uint8Array(data),
    width: side,
    height: side,
    channels: info.channels,
  }
}
