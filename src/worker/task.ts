import type { Setting } from '../deconvolution/channel'
import type { Batch } from './batch'

/** What a worker is sent, and sends back when it is done: holes to fill, or a channel to deconvolve. */
export type Task = Batch | ChannelTask

/** One channel of a picture on its way to a worker and back. */
export interface ChannelTask {
  readonly setting: Setting
  readonly samples: Float64Array
  /** How much of it to do before telling so. */
  readonly progressPerReport: number
  /** Whether somebody wants to hear of every iteration. */
  readonly tellsIterations: boolean
}

/** The memory of a task, to be transferred with it. */
export function buffersOf(task: Task): ArrayBuffer[] {
  const arrays = 'setting' in task ? [task.samples] : [task.samples, ...arraysIn(task.guidances)]
  return arrays.map(({ buffer }) => buffer as ArrayBuffer)
}

/** All typed arrays in plain data. */
function arraysIn(data: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(data)) return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(arraysIn) : []
}
