/** How long `run` takes, in milliseconds. */
export function time(run) {
  const start = performance.now()
  run()
  return performance.now() - start
}

/**
 * Runs the contenders in turns, A B A B ..., so that a slow spell of the machine hits all of them,
 * and returns each one's median. A contender takes one measurement and returns its milliseconds.
 *
 * At least `rounds` are made, and more while `budget` milliseconds last. A cell so slow that it has
 * used `patience` already stops at three: there one measurement is long enough to be steady.
 */
export async function interleave(contenders, { rounds, budget, patience }) {
  const times = contenders.map(() => [])
  const start = performance.now()
  for (let round = 0; ; round++) {
    const spent = performance.now() - start
    if (round >= rounds ? spent > budget : round >= 3 && spent > patience) break
    for (let c = 0; c < contenders.length; c++) times[c].push(await contenders[c]())
  }
  return times.map(median)
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export function geomean(values) {
  return Math.exp(values.reduce((sum, v) => sum + Math.log(v), 0) / values.length)
}

/** The exponent p of the power law y = a x^p that fits best (least squares on logarithms). */
export function exponent(xs, ys) {
  const u = xs.map(Math.log)
  const v = ys.map(Math.log)
  const meanU = u.reduce((a, b) => a + b) / u.length
  const meanV = v.reduce((a, b) => a + b) / v.length
  let uv = 0
  let uu = 0
  for (let i = 0; i < u.length; i++) {
    uv += (u[i] - meanU) * (v[i] - meanV)
    uu += (u[i] - meanU) ** 2
  }
  return uv / uu
}
