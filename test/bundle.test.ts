import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { minify } from 'terser'
import { beforeAll, describe, expect, test } from 'vitest'

// What a page pays for one import: bundled from the built package, minified by terser as webpack
// does, and gzipped. (Minified by esbuild alone it is a tenth more.)

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/**
 * Gzipped bytes, a hundredth above what was measured at most: the core stays under 20 kB; all methods
 * together take 48 kB, a quarter of it kriging and its transforms, a quarter completion and its
 * guides. A step past one of them is to be a decision.
 */
const limits = {
  isophote: { code: "export { inpaint } from 'isophote'", most: 47_950 },
  'isophote/core': { code: "export { inpaint } from 'isophote/core'", most: 19_990 },
  'isophote/telea': { code: "export { telea } from 'isophote/telea'", most: 9_900 },
  'isophote/ns': { code: "export { ns } from 'isophote/ns'", most: 9_400 },
  'isophote/navier-stokes': {
    code: "export { navierStokes } from 'isophote/navier-stokes'",
    most: 9_750,
  },
  'isophote/coherence': { code: "export { coherence } from 'isophote/coherence'", most: 8_500 },
  'isophote/harmonic': { code: "export { harmonic } from 'isophote/harmonic'", most: 10_550 },
  'isophote/biharmonic': { code: "export { biharmonic } from 'isophote/biharmonic'", most: 11_200 },
  'isophote/kriging': { code: "export { kriging } from 'isophote/kriging'", most: 23_700 },
  'isophote/exemplar': {
    code: "export { exemplar, replay, variants } from 'isophote/exemplar'",
    most: 22_300,
  },
  'isophote/edges': { code: "export { canny, completeEdges } from 'isophote/edges'", most: 5_900 },
  'isophote/fill-transparent': {
    code: "export { fillTransparent } from 'isophote/fill-transparent'",
    most: 9_100,
  },
  'isophote/fft': {
    code: "export { fft, ifft, rfft, irfft, fft2, ifft2, rfft2, irfft2, goodSize } from 'isophote/fft'",
    most: 11_450,
  },
  'isophote/deconvolution': {
    code: "export { deconvolve } from 'isophote/deconvolution'",
    most: 23_900,
  },
  // The calling thread's side; what runs in workers is a file of its own.
  'isophote/worker': { code: "export { inpaintAsync } from 'isophote/worker'", most: 49_850 },
}

type Subpath = keyof typeof limits

interface Bundle {
  readonly text: string
  readonly gzipped: number
  /** The files of `src` some of whose code is in the bundle. */
  readonly sources: readonly string[]
}

async function bundle(contents: string): Promise<Bundle> {
  // The package is found by its own name, through `exports`, as its users find it.
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    outfile: 'bundle.js',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
  })
  const [map, code] = ['.map', '.js'].map((end) => {
    const file = outputFiles.find(({ path }) => path.endsWith(end))
    if (!file) throw new Error(`esbuild wrote no ${end} file`)
    return file.text
  })
  const { sources } = JSON.parse(map) as { sources: string[] }
  const { code: smallest = '' } = await minify(code, { module: true })
  return {
    text: code,
    gzipped: gzipSync(smallest, { level: 9 }).length,
    sources: sources.map((source) => source.replace(/^.*\bsrc\//, '')),
  }
}

const bundles = {} as Record<Subpath, Bundle>

beforeAll(async () => {
  if (!existsSync(`${root}dist/index.js`)) throw new Error('dist is missing: npm run build first')
  for (const [subpath, { code }] of Object.entries(limits)) {
    bundles[subpath as Subpath] = await bundle(code)
  }
}, 60_000)

describe.each(Object.keys(limits) as Subpath[])('%s', (subpath) => {
  test('is no larger than agreed', () => {
    expect(bundles[subpath].gzipped).toBeLessThanOrEqual(limits[subpath].most)
  })

  test('asks for nothing of Node, and for no other package', () => {
    const { text } = bundles[subpath]
    expect(text).not.toMatch(/["'`]node:/)
    expect(text).not.toMatch(/\b(require|import)\b\s*\(|\bimport\b[^.(]/)
    expect(text).not.toMatch(/\b(process|Buffer|__dirname)\b/)
    // A page may forbid code made from strings.
    expect(text).not.toMatch(/\beval\b|new Function\b/)
  })

  test('holds none of the command line', () => {
    const { sources } = bundles[subpath]
    expect(sources).toContain('image/check.ts')
    expect(sources.filter((source) => source.startsWith('cli/'))).toEqual([])
  })

  test('vanishes where it is imported and not used', async () => {
    const { text } = await bundle(`import '${subpath}'`)
    expect(text.trim()).toBe('')
  })

  test('can be required too, and gives the same functions', () => {
    const [, name] = /\{ (\w+)/.exec(limits[subpath].code) as RegExpExecArray
    const fromCommonJs = require(subpath) as Record<string, unknown>
    expect(typeof fromCommonJs[name]).toBe('function')
  })
})

test('each method comes without the other', () => {
  const { isophote, 'isophote/telea': telea, 'isophote/ns': ns } = bundles
  const { 'isophote/coherence': coherence } = bundles
  const files = (from: Bundle, room: string): number =>
    from.sources.filter((source) => source.startsWith(`${room}/`)).length
  expect(files(telea, 'ns')).toBe(0)
  expect(files(ns, 'telea')).toBe(0)
  expect(files(telea, 'telea')).toBeGreaterThan(1)
  expect(files(ns, 'ns')).toBeGreaterThan(1)
  expect(files(telea, 'coherence') + files(ns, 'coherence')).toBe(0)
  expect(files(coherence, 'telea') + files(coherence, 'ns')).toBe(0)
  expect(files(isophote, 'coherence')).toBeGreaterThan(1)
  expect(files(isophote, 'telea')).toBeGreaterThan(1)
  expect(files(isophote, 'ns')).toBeGreaterThan(1)
  const { 'isophote/navier-stokes': navierStokes } = bundles
  expect(files(navierStokes, 'navier-stokes')).toBeGreaterThan(1)
  // OpenCV's form is behind the same door, and stays there.
  expect(files(navierStokes, 'ns') + files(navierStokes, 'fast-marching')).toBe(0)
  // Not by the map alone: the option only telea has is named in its code.
  expect(telea.text).toContain('gradient:')
  expect(ns.text).not.toContain('gradient:')
})

test('deconvolution is no burden for those who inpaint, nor the methods for those who need a PSF', async () => {
  const rooms = ({ sources }: Bundle): Set<string> =>
    new Set(sources.map((source) => source.replace(/\/.*/, '')))
  for (const subpath of ['isophote', 'isophote/telea', 'isophote/navier-stokes'] as const) {
    expect(rooms(bundles[subpath])).not.toContain('deconvolution')
    // Kriging needs transforms, and `inpaint` knows all methods.
    if (subpath !== 'isophote') expect(rooms(bundles[subpath])).not.toContain('fft')
  }
  const psf = await bundle("export { psf } from 'isophote/deconvolution'")
  // The map names whole files that share a chunk with what is used: by the code, then.
  expect(bundles['isophote/fft'].text).toContain('wRe')
  expect(psf.text).not.toContain('wRe')
  expect(psf.text).not.toContain('wiener')
  expect(psf.gzipped).toBeLessThan(3600)
})
