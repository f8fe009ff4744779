/** The arcsine of x from 0 to 1, within six units in the last place; the same bits in every engine. */
export function asin(x: number): number {
  const adjacent = Math.sqrt((1 - x) * (1 + x))
  return x < adjacent ? arctangent(x / adjacent) : Math.PI / 2 - arctangent(adjacent / x)
}

/** For t from 0 to 1. Its angle is halved twice, which makes the series short. */
function arctangent(t: number): number {
  const half = t / (1 + Math.sqrt(1 + t * t))
  const quarter = half / (1 + Math.sqrt(1 + half * half))
  const z = quarter * quarter
  let series = 0
  for (let odd = 25; odd >= 3; odd -= 2) series = 1 / odd - z * series
  return 4 * (quarter - quarter * z * series)
}
