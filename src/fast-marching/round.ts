/** To the nearest whole number from 0 to 255, halves to the even one: how OpenCV stores a pixel. */
export function toByte(value: number): number {
  if (!(value > 0)) return 0
  if (value >= 255) return 255
  const below = Math.floor(value)
  const rest = value - below
  return rest > 0.5 || (rest === 0.5 && (below & 1) === 1) ? below + 1 : below
}
