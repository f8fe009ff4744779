import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'

/** The page, built and served under the strictest policy it promises to do with. */
export async function servePage() {
  const configFile = fileURLToPath(new URL('../../playground/vite.config.ts', import.meta.url))
  const outDir = await mkdtemp(join(tmpdir(), 'playground-'))
  const options = { configFile, logLevel: 'error', build: { outDir } } as const
  await build(options)
  const headers = { 'Content-Security-Policy': "script-src 'self'; worker-src 'self'" }
  const server = await preview({ ...options, preview: { port: 0, host: '127.0.0.1', headers } })
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}

/** Once for all test files. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await servePage()
  provide('playground', url)
  return close
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the page is served. */
    playground: string
  }
}
