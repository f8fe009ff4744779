/** For commander: reads a whole number between two others. */
export function wholeNumber(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new Error(`${name}: expected a whole number from ${least} to ${most}, got '${text}'`)
  }
}

/** For commander: reads a number that is not negative. */
export function numberFromZero(name: string): (text: string) => number {
  return (text) => {
    const value = decimal(text)
    if (value >= 0) return value
    throw new Error(`${name}: expected a number from 0, got '${text}'`)
  }
}

/** A decimal number; `NaN` for any other text. */
export function decimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}
