import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPython } from './peer-process.mjs'

/** scikit-image's inpainting; `undefined` where no Python has it. */
export async function startScikitImage() {
  const python = await startPython('scikit-image.py')
  if (!python) return undefined
  const { version, folder, ask, stop } = python
  return {
    version,
    async load({ data, width, height, channels }, mask) {
      const paths = { picture: join(folder, 'picture'), mask: join(folder, 'mask') }
      writeFileSync(paths.picture, data)
      writeFileSync(paths.mask, mask)
      await ask({ ...paths, shape: [height, width, channels] })
    },
    time: async () => ask({}),
    stop,
  }
}
