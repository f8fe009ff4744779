import { byId } from './element'

const line = byId('status')

/** Tells the user what is going on; readers of the screen are told too. */
export function say(words: string): void {
  line.textContent = words
  line.classList.remove('wrong', 'busy')
}

/** The same for what takes its time. */
export function sayBusy(words: string): void {
  say(words)
  line.classList.add('busy')
}

export function warn(error: unknown): void {
  say(error instanceof Error ? error.message : String(error))
  line.classList.add('wrong')
}

let underWay = 0

/** Marks the picture as busy until something is done. */
export async function busyUntil<T>(done: Promise<T>): Promise<T> {
  const stage = byId('stage')
  underWay++
  stage.setAttribute('aria-busy', 'true')
  try {
    return await done
  } finally {
    underWay--
    stage.setAttribute('aria-busy', `${underWay > 0}`)
  }
}
