import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import sharp from 'sharp'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sample, samplesInPages, samplesInSource } from './samples'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
let folder = ''

// The folder of someone who installed isophote, and has a photo, a mask, and some folders of them.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isophote-samples-'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(root, join(folder, 'node_modules/isophote'), 'dir')
  for (const name of ['sharp', 'ndarray', 'vite', 'esbuild', '@types/react', 'csstype']) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true })
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'dir')
  }
  const photo = sharp(join(root, 'examples/chelsea.png')).resize(64, 48, { fit: 'fill' })
  const black = { create: { width: 64, height: 48, channels: 3 as const, background: '#000' } }
  const stroke =
    '<svg width="64" height="48"><path d="M5 5 L60 40" stroke="#fff" stroke-width="3"/></svg>'
  const mask = await sharp(black)
    .composite([{ input: Buffer.from(stroke) }])
    .png()
    .toBuffer()
  const damaged = (blend: 'over' | 'dest-out', colour: string) =>
    photo
      .clone()
      .ensureAlpha()
      .composite([{ input: Buffer.from(stroke.replace('#fff', colour)), blend }])
      .png()
      .toBuffer()
  await mkdir(join(folder, 'photos'))
  await mkdir(join(folder, 'masks'))
  for (const name of ['photo.jpg', 'photos/a.jpg', 'photos/b.jpg']) {
    await photo.clone().toFile(join(folder, name))
  }
  await photo.clone().png().toFile(join(folder, 'photo.png'))
  for (const name of ['mask.png', 'masks/a.png', 'masks/b.png']) {
    await writeFile(join(folder, name), mask)
  }
  for (const name of ['clock.png', 'clock-blur.json']) {
    await copyFile(join(root, 'gallery/pictures', name), join(folder, name))
  }
  await writeFile(join(folder, 'painted.png'), await damaged('over', '#f0f'))
  await writeFile(join(folder, 'erased.png'), await damaged('dest-out', '#fff'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const samples = [...samplesInPages(), ...samplesInSource()]
const scripts = samples.filter(({ language }) => ['ts', 'js'].includes(language))
const shell = samples.filter(({ language }) => language === 'sh')
const components = samples.filter(({ language }) => language === 'tsx')
/** Read by the site's build, which fails on a formula that is none. */
const formulas = samples.filter(({ language }) => language === 'math')

test('there are samples, and none in a language that nobody runs', () => {
  expect(scripts.length).toBeGreaterThan(5)
  expect(shell.length).toBeGreaterThan(1)
  expect(components.length).toBeGreaterThan(0)
  const known = new Set([...scripts, ...shell, ...components, ...formulas])
  expect(samples.filter((sample) => !known.has(sample))).toEqual([])
})

test.each(scripts)('$name runs and prints what it says', async (sample) => {
  const { code } = await transform(sample.code, { loader: 'ts', format: 'esm' })
  const file = join(folder, `${sample.name.replaceAll(/\W/g, '-')}.mjs`)
  await writeFile(file, code)
  const browser = join(import.meta.dirname, 'browser.mjs')
  const uses = sample.code.includes('document.') ? ['--import', browser] : []
  const { stdout } = await run(process.execPath, [...uses, file], { cwd: folder })
  expect(stdout).toBe(promisedOutput(sample))
})

test.each(components)('$name has the right types', async (sample) => {
  const file = join(folder, `${sample.name.replaceAll(/\W/g, '-')}.tsx`)
  await writeFile(file, sample.code)
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    types: [],
  })
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  expect(problems).toEqual([])
})

test.each(shell.flatMap(commandsOf))('$name: $command', async ({ command }) => {
  const [, ...args] = command.replace(/^npx /, '').split(/\s+/)
  const result = await run(process.execPath, [join(root, 'dist/cli.cjs'), ...args], { cwd: folder })
  expect(result.stderr).toBe('')
})

/** What the comments behind `console.log` say it prints. */
function promisedOutput({ code }: Sample): string {
  return [...code.matchAll(/^ *console\.log\(.*\) \/\/ (.*)$/gm)]
    .map((match) => `${match[1]}\n`)
    .join('')
}

/** The commands that call isophote; npm's own are run by whoever runs these tests. */
function commandsOf({ name, code }: Sample): { name: string; command: string }[] {
  return code
    .split('\n')
    .map((line) => line.replace(/\s+#.*/, '').trim())
    .filter((line) => /^(npx )?isophote /.test(line))
    .map((command) => ({ name, command }))
}
