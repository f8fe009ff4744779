import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Results are the same bits in every engine. Functions that engines compute each in their own way
// would end that, in the last bit and on some machines only: hard to see, so they are not let in.

const root = join(import.meta.dirname, '../../src')

/** What an engine may round as it likes; a power of two by a written number is exact everywhere. */
const inexact =
  /Math\.(?:a?(?:sin|cos|tan)h?|atan2|expm?1?|log(?:2|10|1p)?|pow|hypot|cbrt)\b|(?<!\b2 )\*\* |\*\* (?!\d)/g

/** Where no sample depends on it. */
const allowed = [
  // How far a progress bar is.
  'elliptic/conjugate-gradients.ts Math.log',
  'transport/carry-vorticity.ts Math.log',
  // A guess that is put right.
  'exact-math/binary.ts Math.log2',
]

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('cli'),
)

function usesIn(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replaceAll(/'[^'\n]*'/g, "''")
  return [...new Set(code.match(inexact))].map((use) => `${file} ${use}`)
}

test('no sample goes through a function that engines compute differently', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(usesIn).sort()).toEqual(allowed.sort())
})
