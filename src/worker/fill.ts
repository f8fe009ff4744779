import type { Method } from '../method'
import { type MethodName, type MethodOptions, methodNamed } from '../methods'
import { previewOf } from '../preview'
import type { Work } from '../repair'
import { type Batch, cutBatch, type Instructions, patchesOf } from './batch'
import { batchesOf } from './batches'
import type { Errand } from './pool'
import { type Conditions, runErrands } from './run-errands'

/** Has the holes of a prepared picture filled by workers. */
export function fillByWorkers(
  work: Work,
  method: MethodName,
  options: MethodOptions & { readonly onProgress?: unknown },
  conditions: Conditions,
): Promise<void> {
  const { picture, missing, missingPixels, outlines, newPlanes, radius, guidance, paste, report } =
    work
  // As often as a call tells its progress.
  const instructions: Instructions = {
    method,
    options: { ...ownOptions(methodNamed(method), options), radius },
    pixelsPerReport: missingPixels / 100,
    wantsPreviews: options.onProgress !== undefined,
  }
  let filled = 0
  const errands = batchesOf(outlines, conditions.workers).map((batch): Errand => {
    let before = 0
    return {
      cut: (memory) => cutBatch(picture, missing, batch, newPlanes, instructions, memory, guidance),
      answered({ done, preview, task }) {
        filled += done - before
        before = done
        if (task) for (const patch of patchesOf(task as Batch)) paste(patch)
        report(filled, preview && (() => previewOf(work, preview)))
      },
    }
  })
  return runErrands(errands, conditions)
}

/** What a method reads of a call's options; callbacks among the others could not travel. */
function ownOptions<Options extends object>(
  { options: checks = {} }: Method<Options>,
  options: Options,
): Options {
  const own = Object.entries(options).filter(([name]) => name in checks)
  return Object.fromEntries(own) as Options
}
