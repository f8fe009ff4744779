import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Writes a file whole or not at all, also when the program is stopped in the middle. Its folder is
 * made if need be: only now, so that nothing is left behind by a run that came to nothing.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  const leave = (signal: NodeJS.Signals) => {
    rmSync(temporary, { force: true })
    for (const name of signals) process.off(name, leave)
    process.kill(process.pid, signal)
  }
  mkdirSync(dirname(file), { recursive: true })
  // Only from here: a listener waits for JavaScript to be idle, and a repair would not be stoppable.
  for (const name of signals) process.on(name, leave)
  try {
    // Made at once, and only ever opened again: after `leave` has removed it, nothing makes it anew.
    closeSync(openSync(temporary, 'wx'))
    await writeFile(temporary, bytes, { flag: 'r+' })
    await rename(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    for (const name of signals) process.off(name, leave)
  }
}
