import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DeconvolveOptions, deconvolve, type Psf, psf } from '../../src/deconvolution'
import { emptyFolder, isophote, program } from './isophote'
import { block, load, picture, save } from './pictures'

const photo = picture(30, 20, 3)
const mask = block(photo, [10, 6, 13, 9])
const kernel = {
  data: Uint8Array.of(0, 2, 0, 2, 8, 4, 0, 2, 0),
  width: 3,
  height: 3,
  channels: 1,
} as const

let folder: string
beforeEach(async () => {
  folder = emptyFolder()
  await save(join(folder, 'photo.png'), photo)
  await save(join(folder, 'mask.png'), mask)
  await save(join(folder, 'kernel.png'), kernel)
})

describe('the library with the options of the shell', () => {
  test.each<[args: string, psf: Psf, options: DeconvolveOptions]>([
    ['--psf gaussian:1.2', psf.gaussian(1.2), { method: 'total-variation' }],
    ['--psf motion:7,30 --method wiener', psf.motion(7, 30), { method: 'wiener' }],
    ['--psf motion:5 -m unsupervised-wiener', psf.motion(5), { method: 'unsupervised-wiener' }],
    ['--psf disk:2.5 -m tikhonov --noise 3.5', psf.disk(2.5), { method: 'tikhonov', noise: 3.5 }],
    ['--psf box:3 -m wiener --balance 1e-2', psf.box(3), { method: 'wiener', balance: 0.01 }],
    ['--psf box:5,2 -m inverse', psf.box(5, 2), { method: 'inverse' }],
    [
      '--psf kernel.png -m richardson-lucy --noise 3 --iterations 4',
      psf.from(kernel),
      { method: 'richardson-lucy', noise: 3, iterations: 4 },
    ],
    [
      '--psf disk:1 -m hyper-laplacian --boundary taper',
      psf.disk(1),
      { method: 'hyper-laplacian', boundary: 'taper' },
    ],
    ['--psf gaussian:1 --mask mask.png', psf.gaussian(1), { method: 'total-variation', mask }],
    [
      '--psf gaussian:1 -m wiener --mask mask.png --mask-threshold 254 --invert-mask',
      psf.gaussian(1),
      { method: 'wiener', mask, maskMeans: 'keep' },
    ],
  ])('%s', async (args, itsPsf, options) => {
    const { status, stderr } = await isophote(folder, `deblur photo.png ${args} -o out.png`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(await load(join(folder, 'out.png'))).toEqual(deconvolve(photo, itsPsf, options))
  })

  test('of 16 bits, the noise counts in their levels', async () => {
    const wide = picture(24, 18, 1, 16)
    await save(join(folder, 'wide.png'), wide)
    await isophote(folder, 'deblur wide.png --psf gaussian:1 --noise 500 -o out.tiff')
    expect(await load(join(folder, 'out.tiff'))).toEqual(
      deconvolve(wide, psf.gaussian(1), 'total-variation', { noise: 500 }),
    )
  })

  test.each([2, 4] as const)('of %i channels, transparency stays as it is', async (channels) => {
    const clear = picture(24, 18, channels)
    await save(join(folder, 'clear.png'), clear)
    await isophote(folder, 'deblur clear.png --psf gaussian:1 -m wiener -o out.png')
    const { data } = await load(join(folder, 'out.png'))
    const isAlpha = (i: number) => (i + 1) % channels === 0
    const colours = clear.data.filter((_, i) => !isAlpha(i))
    const image = { data: colours, width: 24, height: 18, channels: channels - 1 }
    expect(data.filter((_, i) => !isAlpha(i))).toEqual(deconvolve(image, psf.gaussian(1)).data)
    expect(data.filter((_, i) => isAlpha(i))).toEqual(clear.data.filter((_, i) => isAlpha(i)))
  })
})

describe('what is said', () => {
  test('one line on stdout, and in a pipe nothing else', async () => {
    const call = 'deblur photo.png --psf gaussian:1 -m wiener -o out.png'
    const { stdout, stderr } = await isophote(folder, call)
    expect(stdout).toMatch(/^photo\.png: 30 x 20 pixels, wiener, \d+\.\d ms\n$/)
    expect(stderr).toBe('')
    const masked = await isophote(folder, `${call} --mask mask.png`)
    expect(masked.stdout).toMatch(
      /^photo\.png: 30 x 20 pixels, 9 filled \(1\.5 %\), wiener, \d+\.\d ms\n$/,
    )
    expect(await isophote(folder, `${call} --quiet`)).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))(
    'a bar on a terminal',
    () => {
      const shown = execFileSync(
        '/usr/bin/script',
        [
          '-qec',
          `'${process.execPath}' '${program}' deblur photo.png --psf gaussian:1 -o out.png`,
          '/dev/null',
        ],
        { cwd: folder, encoding: 'utf8' },
      )
      expect(shown).toMatch(/█+ 100 % {2}photo\.png/)
    },
  )

  test('--help names every option in groups, every method and blur, and gives examples', async () => {
    const { status, stdout, stderr } = await isophote(folder, 'deblur --help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const heading of ['Output', 'Blur', 'Sharpening', 'Mask', 'Blurs', 'Examples']) {
      expect(stdout).toContain(`\n${heading}:\n`)
    }
    for (const option of [
      ...['output', 'overwrite', 'quality', 'quiet', 'psf', 'method', 'noise', 'balance'],
      ...['iterations', 'boundary', 'mask', 'mask-threshold', 'invert-mask'],
    ]) {
      expect(stdout).toContain(` --${option} `)
    }
    const refusal = await isophote(folder, 'deblur a.png --psf box:2 -m none -o b.png')
    const methods = [...refusal.stderr.matchAll(/'([a-z-]+)'/g)].map((match) => match[1])
    expect(methods.length).toBe(8)
    for (const method of methods.slice(0, -1)) expect(stdout).toMatch(new RegExp(` ${method}\\b`))
    for (const name of Object.keys(psf)) if (name !== 'from') expect(stdout).toContain(`${name}:`)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect((await isophote(folder, '--help')).stdout).toContain('isophote deblur --help')
  })
})

describe('files', () => {
  test('a folder of photos, each with its mask', async () => {
    for (const name of ['photos', 'masks']) mkdirSync(join(folder, name))
    const small = picture(20, 16, 1)
    const smallMask = block(small, [4, 4, 6, 6])
    await save(join(folder, 'photos/a.png'), photo)
    await save(join(folder, 'photos/b.tiff'), small)
    await save(join(folder, 'masks/a.png'), mask)
    await save(join(folder, 'masks/b.png'), smallMask)
    const { stdout } = await isophote(
      folder,
      'deblur photos --psf kernel.png -m wiener --mask masks -o new/sharp',
    )
    expect(stdout.replace(/[\d.]+ ms/g, '_ ms')).toBe(
      'photos/a.png: 30 x 20 pixels, 9 filled (1.5 %), wiener, _ ms\n' +
        'photos/b.tiff: 20 x 16 pixels, 4 filled (1.3 %), wiener, _ ms\n',
    )
    expect(readdirSync(join(folder, 'new/sharp'))).toEqual(['a.png', 'b.tiff'])
    expect(await load(join(folder, 'new/sharp/b.tiff'))).toEqual(
      deconvolve(small, psf.from(kernel), 'wiener', { mask: smallMask }),
    )
  })

  test('an input is not written over unless allowed, nor is the PSF', async () => {
    symlinkSync('kernel.png', join(folder, 'link.png'))
    const call = 'deblur photo.png --psf kernel.png -m wiener --mask mask.png'
    for (const name of ['photo.png', 'mask.png', 'kernel.png', 'link.png']) {
      expect(await isophote(folder, `${call} -o ${name}`)).toEqual({
        status: 1,
        stdout: '',
        stderr: `isophote: ${name}: is an input and would be written over; --overwrite allows it\n`,
      })
    }
    expect(await isophote(folder, `${call} -o photo.png -f`)).toMatchObject({ status: 0 })
    expect(await load(join(folder, 'photo.png'))).toEqual(
      deconvolve(photo, psf.from(kernel), 'wiener', { mask }),
    )
  })

  test('a folder called deblur is still repaired, as ./deblur', async () => {
    mkdirSync(join(folder, 'deblur'))
    await save(join(folder, 'deblur/a.png'), photo)
    expect(await isophote(folder, './deblur mask.png -o out')).toMatchObject({ status: 0 })
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.png'])
  })
})

describe.concurrent('bad input: one line, exit code 1, nothing written', () => {
  const forms =
    'gaussian:<sigma>, motion:<length>,<degrees>, disk:<radius>, box:<width>,<height> or an image file'
  let inputFolder: string
  let inputs: string[]

  beforeAll(async () => {
    inputFolder = mkdtempSync(join(tmpdir(), 'isophote-'))
    await save(join(inputFolder, 'photo.png'), photo)
    await save(join(inputFolder, 'all.png'), block(photo, [0, 0, 30, 20]))
    await save(join(inputFolder, 'black.png'), block({ width: 3, height: 3 }, [0, 0, 0, 0]))
    await save(join(inputFolder, 'other.png'), block({ width: 20, height: 30 }, [5, 5, 9, 9]))
    inputs = readdirSync(inputFolder)
    return () => rmSync(inputFolder, { recursive: true })
  })

  test.each([
    ['', "missing required argument 'photo'"],
    ['photo.png --psf box:3', '--output: expected a file or a folder to write to, got none'],
    ['photo.png -o o.png', `--psf: expected ${forms}, got none`],
    ['photo.png --psf magic:3 -o o.png', `--psf: expected ${forms}, got 'magic:3'`],
    ['photo.png --psf constructor:3 -o o.png', `--psf: expected ${forms}, got 'constructor:3'`],
    ['photo.png --psf motion:9,up -o o.png', `--psf: expected ${forms}, got 'motion:9,up'`],
    ['photo.png --psf disk: -o o.png', `--psf: expected ${forms}, got 'disk:'`],
    ['photo.png --psf disk:2,3 -o o.png', `--psf: expected ${forms}, got 'disk:2,3'`],
    [
      'photo.png --psf gaussian:0 -o o.png',
      '--psf gaussian:0: sigma: expected a number from 0.01 to 1000, got 0',
    ],
    ['photo.png --psf gone.png -o o.png', 'gone.png: no such file or directory'],
    ['photo.png --psf black.png -o o.png', 'black.png: psf: expected a weight above 0, got none'],
    [
      'photo.png --psf box:31 -o o.png',
      'photo.png: psf: expected at most 30 x 20 pixels, as the image has, got 31 x 31',
    ],
    [
      'photo.png --psf box:3 --method magic -o o.png',
      "--method: expected 'wiener', 'tikhonov', 'inverse', 'unsupervised-wiener', 'richardson-lucy', 'total-variation' or 'hyper-laplacian', got 'magic'",
    ],
    [
      'photo.png --psf box:3 --method wiener --noise 2 -o o.png',
      '--noise: goes with total-variation, hyper-laplacian, tikhonov, richardson-lucy, not with wiener',
    ],
    [
      'photo.png --psf box:3 --method tikhonov --iterations 9 -o o.png',
      '--iterations: goes with total-variation, hyper-laplacian, richardson-lucy, not with tikhonov',
    ],
    [
      'photo.png --psf box:3 --noise 2 --balance 1 -o o.png',
      '--noise: expected it or balance, got both',
    ],
    [
      'photo.png --psf box:3 --noise loud -o o.png',
      "--noise: expected a number from 0, got 'loud'",
    ],
    ['photo.png --psf box:3 --noise -2 -o o.png', "--noise: expected a number from 0, got '-2'"],
    [
      'photo.png --psf box:3 --iterations 2.5 -o o.png',
      "--iterations: expected a whole number from 1 to 10000, got '2.5'",
    ],
    [
      'photo.png --psf box:3 --boundary wall -o o.png',
      "--boundary: expected 'free', 'reflect', 'taper', 'zero' or 'periodic', got 'wall'",
    ],
    ['photo.png --psf box:3 --invert-mask -o o.png', '--invert-mask: goes with --mask'],
    ['photo.png --psf box:3 --mask-threshold 9 -o o.png', '--mask-threshold: goes with --mask'],
    ['photo.png --psf box:3 --radius 9 -o o.png', "unknown option '--radius'"],
    [
      'photo.png all.png --psf box:3 -o o.png',
      "too many arguments for 'deblur'. Expected 1 argument but got 2.",
    ],
    ['gone.png --psf box:3 -o o.png', 'gone.png: no such file or directory'],
    [
      'photo.png --psf box:3 -o o.bmp',
      'o.bmp: expected a name that ends like that of a JPEG, PNG, WebP or TIFF file',
    ],
    [
      'photo.png --psf box:3 --mask other.png -o o.png',
      'photo.png: mask: expected 30 x 20 pixels, got 20 x 30',
    ],
    [
      'photo.png --psf box:3 --mask all.png -o o.png',
      'photo.png: mask: expected at least one known pixel, got none',
    ],
  ])('isophote deblur %s', async (args, line) => {
    expect(await isophote(inputFolder, `deblur ${args}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: `isophote: ${line}\n`,
    })
    expect(readdirSync(inputFolder)).toEqual(inputs)
  })
})
