import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'

/**
 * Waits until V8's optimising compiler has nothing left to do, as it does in a thread of its own.
 *
 * At its end Node 20 waits for that thread; should the thread wait for a garbage collection just then,
 * which takes the main thread, the process never ends. Seen in one of some hundred calls.
 */
export async function settle(): Promise<void> {
  setFlagsFromString('--no-opt')
  await setTimeout(longestCompilation)
}

/** Milliseconds; a function of ours takes a few. */
const longestCompilation = 40
