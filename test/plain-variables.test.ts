import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// What closures share is `var` in the built files, as build/plain-variables.ts says and why. A new
// version of esbuild that writes its code in another way would end that without a word.

test('the built kernels share plain variables', () => {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url))
  const built = readdirSync(dist).filter((name) => /\.c?js$/.test(name) && name !== 'cli.cjs')
  for (const door of ['core', 'worker-thread']) expect(built).toContain(`${door}.js`)
  let plain = 0
  for (const name of built) {
    const makers = readFileSync(dist + name, 'utf8').match(/^function create[\s\S]*?^}/gm) ?? []
    for (const maker of makers) {
      expect(maker, name).not.toMatch(/^ {2}(let|const) /m)
      plain += maker.match(/^ {2}var /gm)?.length ?? 0
    }
  }
  expect(plain).toBeGreaterThan(100)
})
