import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const inPage = join(import.meta.dirname, 'in-page')

/**
 * A module for a page; `undefined` where the code needs something that only Node has.
 */
export async function bundleForPage(code: string): Promise<string | undefined> {
  let needsNode = false
  const instead: Plugin = {
    name: 'instead',
    setup({ onResolve }) {
      onResolve({ filter: /^vitest$|\/(load-picture|failure-pictures)$/ }, ({ path }) => ({
        path: join(inPage, `${basename(path)}.ts`),
      }))
      onResolve({ filter: /^(node:.*|sharp|esbuild|puppeteer-core|vite)$/ }, ({ path }) => {
        needsNode = true
        return { path, external: true }
      })
    },
  }
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(import.meta.dirname, '..'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [instead],
  })
  return needsNode ? undefined : outputFiles[0].text
}

/** What a page is told to make such a module its global `it`. */
export function importing(script: string): string {
  return `(async () => {
    const url = URL.createObjectURL(new Blob([${JSON.stringify(script)}], { type: 'text/javascript' }))
    globalThis.it = await import(url)
  })()`
}
