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
