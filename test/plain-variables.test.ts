import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// A new version of esbuild that writes its code in another way would end this without a word.

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const built = readdirSync(dist)
  .filter((name) => /\.c?js$/.test(name) && name !== 'cli.cjs')
  .map((name) => ({ name, code: readFileSync(dist + name, 'utf8') }))

test('both the doors and what runs in workers are looked at', () => {
  const names = built.map(({ name }) => name)
  for (const door of ['core', 'worker-thread']) expect(names).toContain(`${door}.js`)
})

/** What closures share is `var` in the built files, as build/plain-variables.ts says and why. */
test('the built kernels share plain variables', () => {
  let plain = 0
  for (const { name, code } of built) {
    for (const maker of code.match(/^function create[\s\S]*?^}/gm) ?? []) {
      expect(maker, name).not.toMatch(/^ {2}(let|const) /m)
      plain += maker.match(/^ {2}var /gm)?.length ?? 0
    }
  }
  expect(plain).toBeGreaterThan(100)
})

/** V8 would load and check a variable of the module each time: see src/fast-marching/least-direction.ts. */
test('the numbers that loops over neighbours need are written where they are used', () => {
  let loops = 0
  for (const { name, code } of built) {
    expect(code, name).not.toMatch(/\b(leastDirection|mostAtRightAngle|VISITED)\b/)
    const makers = code.match(/^function create(Gathered|Pair)Sums[\s\S]*?^}/gm) ?? []
    loops += makers.filter((maker) => maker.includes('1e-6')).length
  }
  // Two of Telea's loops, as a module, as CommonJS, and in the workers of browsers and of Node.
  expect(loops).toBe(8)
})
