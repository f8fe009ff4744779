import type { Method } from '../method'
import { type MethodName, type MethodOptions, methodNamed } from '../methods'
import type { Work } from '../repair'
import { type Batch, cutBatch, type Instructions, patchesOf } from './batch'
import { batchesOf } from './batches'
import type { Errand } from './pool'
import { type Conditions, runErrands } from './run-errands'

/** Has the holes of a prepared picture filled by workers. */
export function fillByWorkers(
  { picture, missing, missingPixels, outlines, radius, guidance, paste, report }: Work,
  method: MethodName,
  options: MethodOptions,
  conditions: Conditions,
): Promise<void> {
  // As often as a call tells its progress.
  const instructions: Instructions = {
    method,
    options: { ...ownOptions(methodNamed(method), options), radius },
    pixelsPerReport: missingPixels / 100,
  }
  let filled = 0
  const errands = batchesOf(outlines, conditions.workers).map((batch): Errand => {
    let before = 0
    return {
      cut: () => cutBatch(picture, missing, batch, instructions, guidance),
      answered({ done, task }) {
        filled += done - before
        before = done
        if (task) patchesOf(task as Batch).forEach(paste)
        report(filled)
      },
    }
  })
  return runErrands(errands, conditions)
}

/** What a method reads of a call's options; callbacks among the others could not travel. */
function ownOptions<Options extends object>(
  { optionNames = [] }: Method<Options>,
  options: Options,
): Options {
  const own = Object.entries(options).filter(([name]) => optionNames.includes(name))
  return Object.fromEntries(own) as Options
}
