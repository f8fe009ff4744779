import { Presets, SingleBar } from 'cli-progress'

/** A bar on the terminal, for one file after the other. */
export interface ProgressBar {
  start(label: string): void
  update(fraction: number): void
  stop(): void
}

/** A bar on stderr if somebody looks at it there; otherwise one that draws nothing. */
export function createProgressBar(quiet: boolean): ProgressBar {
  if (quiet || !process.stderr.isTTY) return { start() {}, update() {}, stop() {} }
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} %  {label}',
      barsize: 24,
      clearOnComplete: true,
      // What the bar does not change of the terminal, Ctrl-C cannot leave changed.
      hideCursor: false,
      linewrap: true,
    },
    Presets.shades_classic,
  )
  return {
    start: (label) => bar.start(100, 0, { label }),
    update: (fraction) => bar.update(Math.floor(fraction * 100)),
    stop: () => bar.stop(),
  }
}
