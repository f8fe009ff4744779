/** Does some work on a file; what it throws names the file. */
export async function naming<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new Error(`${file}: ${reason(error)}`, { cause: error })
  }
}

/** What went wrong, on one line, without the code words of the system and the warnings of decoders. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const system = /^E[A-Z]+: ([^,]+), /.exec(message)
  return (system ? system[1] : message).trim().replace(/\s*\n\s*/g, ' ')
}
