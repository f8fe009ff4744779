import { channelSolver } from '../deconvolution/channel'
import { methodNamed } from '../methods'
import type { AnyPatch, Patch } from '../patch'
import { type Batch, patchesOf } from './batch'
import { buffersOf, type ChannelTask, type Task } from './task'

/** What a worker says: now and then how far it is, and at the end the task or what went wrong. */
export interface Answer {
  /** How much of the task is done: pixels of a batch, the share of a channel. */
  readonly done: number
  readonly iteration?: { readonly iterations: number; readonly residual: number }
  /** A patch as it looks by now. */
  readonly preview?: AnyPatch
  readonly task?: Task
  readonly error?: unknown
}

/** The worker's part: does a task, and sends it back. */
export function answer(task: Task, send: (answer: Answer, transfer: ArrayBuffer[]) => void): void {
  try {
    const tell = (answer: Answer): void => send(answer, [])
    const done = 'setting' in task ? solveChannel(task, tell) : fillBatch(task, tell)
    // What it was guided by has done its part, and need not travel back.
    const back = 'setting' in task ? task : { ...task, guidances: undefined }
    send({ done, task: back }, buffersOf(back))
  } catch (error) {
    // As an answer, because an error thrown in a Web Worker arrives as no more than its message.
    send({ done: 0, error }, [])
  }
}

function fillBatch(batch: Batch, tell: (answer: Answer) => void): number {
  const { method, options, pixelsPerReport, wantsPreviews } = batch.instructions
  const { fill } = methodNamed(method)
  let filled = 0
  let told = 0
  patchesOf(batch).forEach((patch, n) => {
    const report = (pixels: number, estimate?: () => void): void => {
      const shows = estimate !== undefined && wantsPreviews
      if (filled + pixels - told < pixelsPerReport && !shows) return
      told = filled + pixels
      if (shows) estimate()
      tell({ done: told, preview: shows ? copyOf(patch) : undefined })
    }
    fill(patch as Patch, { ...options, guidance: batch.guidances?.[n], report })
    filled += patch.missing.length
  })
  return filled
}

/** Alone: sent as it is, a patch would take the memory of its whole batch along. */
function copyOf(patch: AnyPatch): AnyPatch {
  const { runs, missing, samples } = patch
  return { ...patch, runs: runs.slice(), missing: missing.slice(), samples: samples.slice() }
}

function solveChannel(task: ChannelTask, tell: (answer: Answer) => void): number {
  const { setting, samples, progressPerReport, tellsIterations } = task
  let told = 0
  channelSolver(setting)(samples, {
    progress(fraction) {
      if (fraction - told < progressPerReport) return
      told = fraction
      tell({ done: told })
    },
    iteration: tellsIterations
      ? (iterations, residual) => tell({ done: told, iteration: { iterations, residual } })
      : undefined,
  })
  return 1
}
