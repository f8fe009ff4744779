import { type Job, type Places, planJobs } from './jobs'
import { loadSharp } from './load-sharp'
import { createProgressBar } from './progress-bar'

/** Does some work on one photo or a folder of them, one after the other, until it fails. */
export async function runJobs(
  settings: Places & { readonly quiet: boolean },
  /** Returns what was done, on one line. */
  work: (job: Job, onProgress: (fraction: number) => void) => Promise<string>,
): Promise<void> {
  const jobs = await planJobs(settings)
  await loadSharp()
  const bar = createProgressBar(settings.quiet)
  for (const [n, job] of jobs.entries()) {
    bar.start(jobs.length > 1 ? `${job.photo} (${n + 1} of ${jobs.length})` : job.photo)
    const summary = await work(job, bar.update).finally(bar.stop)
    if (!settings.quiet) console.log(summary)
  }
}
