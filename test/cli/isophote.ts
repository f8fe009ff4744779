import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** The built program: what users run. */
export const program = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url))

export interface Outcome {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program in a folder; arguments are parted at spaces. */
export function isophote(folder: string, args: string, script = program): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args.split(' ').filter(Boolean)],
      { cwd: folder },
      (error, stdout, stderr) =>
        resolve({ status: error ? (error.code as unknown as number) : 0, stdout, stderr }),
    )
  })
}

/** An empty folder, gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isophote-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
