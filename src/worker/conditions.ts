import { checkNumber, describe } from '../image/check'
import type { AbortSignalLike, Conditions } from './run-errands'
import type { Platform } from './thread'

/** What every call takes that is done by workers. */
export interface WorkerOptions {
  /**
   * An `AbortSignal`. Aborting it rejects the promise with the signal's reason, at any time, and
   * stops the workers.
   */
  readonly signal?: AbortSignalLike
  /**
   * How many workers the call may have at once, 1 to 64. Default: as many as there are processors,
   * and at most 4. A hole, or a channel to deconvolve, is never divided between two.
   */
  readonly workers?: number
  /**
   * Where the worker's code is served from, if not beside this module: a copy of the file that
   * `isophote/worker-thread` stands for. In Node, the path or `file:` URL of such a copy.
   */
  readonly workerUrl?: string | { readonly href: string }
}

/** A call's conditions, checked; that its signal is one, `trackProgress` checks. */
export function conditionsFrom(
  platform: Platform,
  { signal, workers = Math.min(platform.processors(), 4), workerUrl }: WorkerOptions,
): Conditions {
  checkNumber('workers', workers, 1, 64, 'whole number')
  return { platform, workers, workerUrl: urlOf(workerUrl), signal }
}

function urlOf(url: unknown): string | undefined {
  if (url === undefined || typeof url === 'string') return url
  const { href } = (url ?? {}) as { href?: unknown }
  if (typeof href === 'string') return href
  throw new TypeError(`workerUrl: expected a URL or a string, got ${describe(url)}`)
}

/** That it has `aborted` is known by now; here it must also be able to tell. */
export function checkSignal(signal: AbortSignalLike | undefined): void {
  if (signal === undefined || typeof signal.addEventListener === 'function') return
  throw new TypeError(`signal: expected an AbortSignal, got ${describe(signal)}`)
}
