import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { createServer as createViteServer, build as viteBuild } from 'vite'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { inpaint } from '../../src/index'
import { browsers } from './browsers'

// What docs/guides/bundlers.md says of Vite and esbuild, done: someone's page, built and opened.

const root = join(import.meta.dirname, '../..')
const image = {
  data: Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 251),
  width: 20,
  height: 20,
}
const mask = Array.from(image.data, (_, i) => (i % 20 > 8 && i % 20 < 12 ? 1 : 0))
const expected = inpaint(image, mask, 3, 'ns').data.join()

const script = `
  import { inpaintAsync } from 'isophote/worker'
  const data = Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 251)
  const mask = Array.from(data, (_, i) => (i % 20 > 8 && i % 20 < 12 ? 1 : 0))
  inpaintAsync({ data, width: 20, height: 20 }, mask, 3, 'ns').then(
    (result) => { document.title = result.data.join() },
    (error) => { document.title = String(error) },
  )
`
const html = '<!doctype html><title></title><script type="module" src="./main.js"></script>'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isophote-bundlers-'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(root, join(folder, 'node_modules/isophote'), 'dir')
  await writeFile(join(folder, 'index.html'), html)
  await writeFile(join(folder, 'main.js'), script)
})
afterEach(() => rm(folder, { recursive: true }))

describe.each(browsers)('in $name', ({ launch }) => {
  /** What the page comes to. */
  async function titleOf(url: string): Promise<string> {
    const browser = await launch()
    try {
      const page = await browser.newPage()
      await page.goto(url)
      await page.waitForFunction('document.title !== ""', { timeout: 30_000 })
      return await page.title()
    } finally {
      await browser.close()
    }
  }

  test('Vite, built, under a strict policy', async () => {
    await viteBuild({
      root: folder,
      logLevel: 'error',
      worker: { format: 'es' },
      configFile: false,
    })
    expect(await titleOf(await serve(join(folder, 'dist')))).toBe(expected)
  })

  test('Vite, in development', async () => {
    const server = await createViteServer({
      root: folder,
      configFile: false,
      logLevel: 'error',
      server: { port: 0, host: '127.0.0.1', fs: { allow: [folder, root] } },
      optimizeDeps: { exclude: ['isophote'] },
    })
    onTestFinished(() => server.close())
    await server.listen()
    expect(await titleOf(server.resolvedUrls?.local[0] as string)).toBe(expected)
  })

  test('esbuild, the worker copied beside the bundle, under a strict policy', async () => {
    const out = join(folder, 'public')
    await mkdir(out)
    await writeFile(join(out, 'index.html'), html)
    await esbuild({
      entryPoints: [join(folder, 'main.js')],
      outfile: join(out, 'main.js'),
      bundle: true,
      format: 'esm',
      logLevel: 'silent',
    })
    await copyFile(join(root, 'dist/worker-thread.js'), join(out, 'worker-thread.js'))
    expect(await titleOf(await serve(out))).toBe(expected)
  })

  test('none: the files of the package as they are', async () => {
    const out = join(folder, 'plain')
    await mkdir(out)
    await writeFile(join(out, 'index.html'), html)
    await symlink(join(root, 'dist'), join(out, 'lib'), 'dir')
    await writeFile(join(out, 'main.js'), script.replace('isophote/worker', './lib/worker.js'))
    expect(await titleOf(await serve(out))).toBe(expected)
  })
})

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** A folder on a server that allows scripts and workers of its own origin, and nothing else. */
async function serve(from: string): Promise<string> {
  const server = createHttpServer(async ({ url = '/' }, response) => {
    const file = join(from, url === '/' ? 'index.html' : url)
    const content = await readFile(file).catch(() => undefined)
    response.writeHead(content ? 200 : 404, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'none'; script-src 'self'; worker-src 'self'",
    })
    response.end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
