import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { inpaint } from '../../src'
import { emptyFolder, isophote, program } from './isophote'
import { block, load, picture, save } from './pictures'

const photo = picture(40, 25, 3)
const mask = block(photo, [10, 6, 18, 14])

let folder: string
beforeEach(async () => {
  folder = emptyFolder()
  await save(join(folder, 'photo.png'), photo)
  await save(join(folder, 'mask.png'), mask)
})

describe('what is said', () => {
  test('one line on stdout, and in a pipe nothing else', async () => {
    const { stdout, stderr } = await isophote(folder, 'photo.png mask.png -o out.png')
    expect(stdout).toMatch(
      /^photo\.png: 40 x 25 pixels, 64 missing \(6\.4 %\), auto, \d+\.\d ms\n$/,
    )
    expect(stderr).toBe('')
  })

  test('--quiet: nothing', async () => {
    const outcome = await isophote(folder, 'photo.png mask.png -o out.png --quiet')
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(existsSync(join(folder, 'out.png'))).toBe(true)
  })

  test.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))(
    'a bar on a terminal, unless quiet',
    () => {
      // script(1) runs a command on a terminal of its own.
      const onTerminal = (args: string) =>
        execFileSync(
          '/usr/bin/script',
          ['-qec', `'${process.execPath}' '${program}' ${args}`, '/dev/null'],
          { cwd: folder, encoding: 'utf8' },
        )
      expect(onTerminal('photo.png mask.png -o out.png')).toMatch(/█+ 100 % {2}photo\.png/)
      expect(onTerminal('photo.png mask.png -o out.png -q')).toBe('')
    },
  )

  test('--version is that of the package', async () => {
    const outcome = { status: 0, stdout: `${version}\n`, stderr: '' }
    expect(await isophote(folder, '--version')).toEqual(outcome)
    expect(await isophote(folder, '-V')).toEqual(outcome)
  })

  test('--help explains the mask, names every option in groups, and gives examples', async () => {
    const { status, stdout, stderr } = await isophote(folder, '--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('White in the mask means: repair this.')
    for (const heading of ['Output', 'Repair', 'Mask', 'Formats', 'Masks', 'Examples']) {
      expect(stdout).toContain(`\n${heading}:\n`)
    }
    for (const option of ['output', 'overwrite', 'quality', 'quiet', 'method', 'radius']) {
      expect(stdout).toContain(` --${option} `)
    }
    for (const option of [
      'mask',
      'mask-color',
      'mask-tolerance',
      'mask-threshold',
      'invert-mask',
    ]) {
      expect(stdout).toContain(` --${option} `)
    }
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  test('without sharp: what to do about it, and nothing else', async () => {
    copyFileSync(program, join(folder, 'cli.cjs'))
    const script = join(folder, 'cli.cjs')
    expect(await isophote(folder, 'photo.png mask.png -o out.png', script)).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'isophote: images are read and written by sharp, which is not installed here: npm install sharp\n',
    })
    expect(await isophote(folder, '--version', script)).toMatchObject({ status: 0 })
  })
})

describe('what is written', () => {
  test('an older output is replaced', async () => {
    await save(join(folder, 'out.png'), picture(5, 5, 1))
    expect(await isophote(folder, 'photo.png mask.png -o out.png')).toMatchObject({ status: 0 })
    expect(await load(join(folder, 'out.png'))).toEqual(inpaint(photo, mask, { method: 'auto' }))
    expect(readdirSync(folder).sort()).toEqual(['mask.png', 'out.png', 'photo.png'])
  })

  test('an input is not, by whatever name', async () => {
    const before = ['photo.png', 'mask.png'].map((name) => readFileSync(join(folder, name)))
    symlinkSync('photo.png', join(folder, 'symlink.png'))
    linkSync(join(folder, 'mask.png'), join(folder, 'hardlink.png'))
    for (const name of [
      'photo.png',
      './photo.png',
      join(folder, 'photo.png'),
      'mask.png',
      'symlink.png',
      'hardlink.png',
    ]) {
      expect(await isophote(folder, `photo.png mask.png -o ${name}`)).toEqual({
        status: 1,
        stdout: '',
        stderr: `isophote: ${name}: is an input and would be written over; --overwrite allows it\n`,
      })
    }
    const after = ['photo.png', 'mask.png'].map((name) => readFileSync(join(folder, name)))
    expect(after).toEqual(before)
  })

  test.each(['--overwrite', '-f'])('%s: an input too', async (flag) => {
    await isophote(folder, `photo.png mask.png -o photo.png ${flag}`)
    expect(await load(join(folder, 'photo.png'))).toEqual(inpaint(photo, mask, { method: 'auto' }))
  })

  test('after a failure, neither an output nor a temporary file', async () => {
    await save(join(folder, 'other.png'), block({ width: 9, height: 9 }, [1, 1, 2, 2]))
    await isophote(folder, 'photo.png other.png -o new/out.png')
    expect(readdirSync(folder).sort()).toEqual(['mask.png', 'other.png', 'photo.png'])
  })

  test.skipIf(process.platform === 'win32')(
    'Ctrl-C ends it at once, and every file there is is whole',
    async () => {
      for (let n = 0; n < 40; n++) copyFileSync(join(folder, 'photo.png'), join(folder, `${n}.png`))
      const child = spawn(process.execPath, [program, '.', 'mask.png', '-o', 'out'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      child.stdout.once('data', () => child.kill('SIGINT'))
      const signal = await new Promise((resolve) => child.on('exit', (_, name) => resolve(name)))
      expect(signal).toBe('SIGINT')
      const written = readdirSync(join(folder, 'out'))
      expect(written.length).toBeLessThan(40)
      for (const name of written) {
        expect(name).toMatch(/^\d+\.png$/)
        expect(await load(join(folder, 'out', name))).toEqual(
          inpaint(photo, mask, { method: 'auto' }),
        )
      }
    },
  )
})
