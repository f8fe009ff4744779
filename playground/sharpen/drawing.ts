import { type Psf, psf } from '../../src/deconvolution'

/** Pixels to a side of what can be drawn: odd, so that there is a middle. */
export const drawingSide = 25

/** A blur that is drawn by hand, pixel by pixel: each is 0 to 255. */
export function createDrawing() {
  const cells = new Uint8Array(drawingSide * drawingSide)

  const middle = (drawingSide - 1) / 2
  for (let t = -5; t <= 5; t++) touch(middle + t, middle + Math.round(3 * Math.sin(t / 2)), 1)

  /** Makes a cell and, less so, those beside it lighter: or all of them dark. */
  function touch(x: number, y: number, strength: 0 | 1): void {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const column = x + dx
        const row = y + dy
        if (column < 0 || row < 0 || column >= drawingSide || row >= drawingSide) continue
        const weight = dx === 0 && dy === 0 ? 255 : dx === 0 || dy === 0 ? 70 : 0
        const i = row * drawingSide + column
        cells[i] = strength === 1 ? Math.max(cells[i], weight) : 0
      }
    }
  }

  return {
    touch,
    clear: () => cells.fill(0),
    /** What is drawn, without the empty rows and columns around it; `undefined` if nothing is. */
    rows(): number[][] | undefined {
      if (!cells.some((cell) => cell > 0)) return undefined
      let reach = 0
      cells.forEach((cell, i) => {
        if (cell === 0) return
        const x = Math.abs((i % drawingSide) - middle)
        const y = Math.abs(Math.floor(i / drawingSide) - middle)
        reach = Math.max(reach, x, y)
      })
      const rows: number[][] = []
      for (let y = middle - reach; y <= middle + reach; y++) {
        const start = y * drawingSide + middle - reach
        rows.push([...cells.subarray(start, start + 2 * reach + 1)])
      }
      return rows
    },
  }
}

/** A PSF as large as the drawing, so that its pixels are the drawing's. */
export function framed(made: Psf): Psf {
  if (made.width > drawingSide || made.height > drawingSide) return made
  const rows = Array.from({ length: drawingSide }, () => new Array<number>(drawingSide).fill(0))
  const left = (drawingSide - 1) / 2 - made.origin[0]
  const top = (drawingSide - 1) / 2 - made.origin[1]
  made.data.forEach((weight, i) => {
    const row = rows[top + Math.floor(i / made.width)]
    const column = left + (i % made.width)
    if (row && column >= 0 && column < drawingSide) row[column] = weight
  })
  return psf.from(rows)
}
