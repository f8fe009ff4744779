import type sharp from 'sharp'

/** sharp, loaded only once an image is to be read: the library itself does without it. */
export async function loadSharp(): Promise<typeof sharp> {
  try {
    return (await import('sharp')).default
  } catch (error) {
    const missing = /Cannot find (package|module) 'sharp'/.test(String(error))
    throw new Error(
      missing
        ? 'images are read and written by sharp, which is not installed here: npm install sharp'
        : `sharp is installed but does not load: npm install sharp (${error})`,
      { cause: error },
    )
  }
}
