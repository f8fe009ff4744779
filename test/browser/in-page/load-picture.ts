import type { Bytes, PictureName } from '../../support/pictures'

/** The pictures as whoever opened the page has put them there: a page has no files. */
export async function loadPicture(name: PictureName): Promise<Bytes> {
  const { pictures } = globalThis as unknown as {
    pictures: Record<PictureName, Omit<Bytes, 'data'> & { data: string }>
  }
  const { data, ...size } = pictures[name]
  return { data: Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)), ...size }
}
