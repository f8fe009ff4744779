import type { Answer } from './answer'
import { lendMemory, type Memory } from './memory'
import type { Task } from './task'
import type { Platform, Thread } from './thread'

/** One call's work for the pool. */
export interface Job {
  readonly platform: Platform
  readonly workerUrl: string | undefined
  /** How many workers it may have at once. */
  readonly workers: number
  /** What is not begun yet; the pool takes from the front. */
  readonly errands: Errand[]
  /** Its worker is lost, or an answer could not be taken. */
  readonly failed: (error: unknown) => void
}

/** One task, there and back. */
export interface Errand {
  /** Called when a worker is free, so that memory is used for what is under way only. The task lies in a buffer of `memory`. */
  readonly cut: (memory: Memory) => Task
  readonly answered: (answer: Answer) => void
}

interface Slot {
  readonly url: string | undefined
  readonly thread: Thread
  readonly memory: Memory
  /** Whose errands it is on. */
  job?: Job
  /** Sent and not answered; the worker takes them one after another. */
  readonly errands: Errand[]
  closing?: unknown
}

// Starting a worker and warming up its code takes longer than most pictures do. So workers outlive
// the call, and all calls share them: a hundred calls at once get the workers of one, in turns.
const slots = new Set<Slot>()
const jobs = new Set<Job>()

/** Milliseconds until an idle worker is closed. */
const patience = 5000

/** Has a job's errands run, after those of the jobs before it. */
export function enter(job: Job): void {
  jobs.add(job)
  handOut()
}

/** Forgets a job. Workers still busy with it are stopped, there being no gentler way. */
export function leave(job: Job): void {
  jobs.delete(job)
  for (const slot of slots) if (slot.job === job) close(slot)
  handOut()
}

function handOut(): void {
  for (const job of jobs) {
    try {
      while (job.errands.length > 0) {
        const slot = freeSlot(job) ?? slotToLoadAhead(job)
        if (!slot) break
        begin(slot, job)
      }
    } catch (error) {
      job.failed(error)
    }
  }
}

function freeSlot(job: Job): Slot | undefined {
  const { platform, workerUrl: url, workers } = job
  const busy = [...slots].filter((slot) => slot.job)
  if (busy.filter((slot) => slot.job === job).length >= workers) return
  for (const slot of slots) if (!slot.job && slot.url === url) return slot
  return busy.length < workers ? open(platform, url) : undefined
}

/**
 * A worker need not wait for its next task to be cut if it has that one already. Only the last ones
 * are kept back for whoever is done first.
 */
function slotToLoadAhead(job: Job): Slot | undefined {
  if (job.errands.length <= job.workers) return undefined
  return [...slots].find((slot) => slot.job === job && slot.errands.length === 1)
}

function open(platform: Platform, url: string | undefined): Slot {
  const thread = platform.startThread(url, {
    answered: (answer) => answered(slot, answer),
    failed: (error) => lost(slot, error),
  })
  const slot: Slot = { url, thread, memory: lendMemory(platform.sharesMemory), errands: [] }
  slots.add(slot)
  return slot
}

function begin(slot: Slot, job: Job): void {
  clearTimeout(slot.closing)
  const errand = job.errands.shift() as Errand
  slot.job = job
  slot.errands.push(errand)
  slot.thread.hold(true)
  slot.thread.send(errand.cut(slot.memory))
}

function answered(slot: Slot, answer: Answer): void {
  const { job, errands } = slot
  if (!job || !slots.has(slot)) return
  const [errand] = errands
  if (answer.task || answer.error) {
    errands.shift()
    if (errands.length === 0) rest(slot)
    // First the worker's next task, then this one: it need not wait for us.
    handOut()
    // Cutting that task may have failed.
    if (!jobs.has(job)) return
  }
  try {
    if (answer.error) throw answer.error
    errand.answered(answer)
  } catch (error) {
    job.failed(error)
  }
}

function lost(slot: Slot, error: unknown): void {
  if (!slots.has(slot)) return
  const { job } = slot
  close(slot)
  job?.failed(error)
  handOut()
}

function rest(slot: Slot): void {
  slot.job = undefined
  slot.thread.hold(false)
  slot.closing = setTimeout(() => close(slot), patience)
  // In Node a timer would keep the process running; in a browser it is a number.
  ;(slot.closing as { unref?(): void }).unref?.()
}

function close(slot: Slot): void {
  clearTimeout(slot.closing)
  slots.delete(slot)
  slot.thread.stop()
}

// The same everywhere, declared here because the library is compiled without the types of either.
declare function setTimeout(run: () => void, milliseconds: number): unknown
declare function clearTimeout(timer: unknown): void
