import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as door from '../../src/worker/index'

// Workers run files, so what is tested is the package as built.

export const root = fileURLToPath(new URL('../..', import.meta.url))
if (!existsSync(`${root}dist/worker-node.js`))
  throw new Error('dist is missing: npm run build first')

type Door = typeof door

/** `isophote/worker`, found as its users find it. */
export const { inpaintAsync, deconvolveAsync } = createRequire(import.meta.url)(
  'isophote/worker',
) as Door

export const { inpaintAsync: inpaintAsyncOfModule } = (await import(
  pathToFileURL(`${root}dist/worker-node.js`).href
)) as Door

/** One of the broken workers in `threads/`. */
export function threadFile(name: string): URL {
  return new URL(`./threads/${name}.mjs`, import.meta.url)
}
