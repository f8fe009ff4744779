import {
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'
import { type File, startTests, type Task, type VitestRunner } from '@vitest/runner'
import { fn } from '@vitest/spy'

// What a test file imports from vitest, as far as it works in a page: vitest's own parts, without the
// server that they come with.

export {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  onTestFinished,
  test,
} from '@vitest/runner'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

export const expect = ((value: unknown, message?: string) => {
  // Matchers that count assertions look here.
  setState({ assertionCalls: 0 }, expect as never)
  return chai.expect(value, message)
}) as typeof chai.expect
Object.assign(expect, chai.expect)
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true })

const stubbed = new Map<string, PropertyDescriptor | undefined>()

export const vi = {
  fn,
  stubGlobal(name: string, value: unknown): void {
    if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  },
  unstubAllGlobals(): void {
    for (const [name, descriptor] of stubbed) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor)
      else delete (globalThis as Record<string, unknown>)[name]
    }
    stubbed.clear()
  },
}

export interface Outcome {
  readonly passed: number
  /** Each with its name and its error. */
  readonly failed: readonly string[]
}

/** Runs a test file, which `load` evaluates. */
export async function runTests(name: string, load: () => unknown): Promise<Outcome> {
  const config = {
    root: '/',
    name: '',
    setupFiles: [],
    passWithNoTests: false,
    allowOnly: false,
    sequence: { hooks: 'stack', setupFiles: 'list', seed: 0, shuffle: false, concurrent: false },
    maxConcurrency: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
    includeTaskLocation: false,
    tags: [],
  }
  const runner = { config, importFile: async () => void (await load()) } as unknown as VitestRunner
  const files = await startTests([`/${name}`], runner)
  const passed: string[] = []
  const failed: string[] = []
  for (const file of files) collect(file, passed, failed)
  return { passed: passed.length, failed }
}

function collect(task: Task | File, passed: string[], failed: string[]): void {
  const { result } = task
  for (const { message } of result?.errors ?? []) failed.push(`${task.name}: ${message}`)
  if (task.type === 'test' && result?.state === 'pass') passed.push(task.name)
  if ('tasks' in task) for (const child of task.tasks) collect(child, passed, failed)
}
