/** The work on one pixel, set up by its own `begin`: fills `p` in every channel and makes it known. */
export interface PixelKernel<Settings extends unknown[]> {
  readonly begin: (...settings: Settings) => void
  readonly fill: (p: number) => void
}

/** Runs a kernel along the first `count` pixels of `order`. */
export function fillInOrder(
  { fill }: PixelKernel<never>,
  order: Int32Array,
  count: number,
  report: (pixels: number) => void,
): void {
  for (let start = 0; start < count; start += pixelsPerReport) {
    const end = Math.min(start + pixelsPerReport, count)
    for (let i = start; i < end; i++) fill(order[i])
    report(end)
  }
}

/** Some milliseconds of work. */
const pixelsPerReport = 4096
