import type { Box } from './picture'

/** Pixels to a tile's side. */
const side = 64

/**
 * Which parts of a picture hold something to fill, and which have changed since they were filled: a
 * stroke must not have the whole picture filled again.
 */
export function createTiles(width: number, height: number) {
  const columns = Math.ceil(width / side)
  const rows = Math.ceil(height / side)
  const occupied = new Uint8Array(columns * rows)
  let changed = new Set<number>()

  return {
    /** Looks at what is in a box that was changed. */
    update(box: Box, isMissing: (index: number) => boolean): void {
      for (const tile of tilesIn(box)) {
        changed.add(tile)
        const { x, y, width: across, height: down } = boxOf(tile)
        occupied[tile] = 0
        for (let row = y; row < y + down && !occupied[tile]; row++) {
          for (let i = row * width + x; i < row * width + x + across; i++) {
            if (!isMissing(i)) continue
            occupied[tile] = 1
            break
          }
        }
      }
    },
    isEmpty: () => !occupied.includes(1),
    changeAll(): void {
      for (let tile = 0; tile < occupied.length; tile++) if (occupied[tile]) changed.add(tile)
    },
    /**
     * Takes the changed tiles, and those whose filling depends on them: holes do not influence each
     * other if no pixel of one is within `2 reach + 1` pixels of the other. With them come the tiles
     * all around, into which holes may grow by less than a tile.
     */
    takeTouched(reach: number, growth: number): number[] {
      // Of two holes that grow into the same tile, none is filled without the other.
      const far = Math.ceil((2 * (reach + growth) + 1) / side) + (growth > 0 ? 1 : 0)
      const touched = changed
      changed = new Set()
      // A set's loop also comes to what is added while it runs.
      for (const tile of touched) {
        const row = Math.floor(tile / columns)
        const column = tile % columns
        for (let r = Math.max(row - far, 0); r <= Math.min(row + far, rows - 1); r++) {
          for (let c = Math.max(column - far, 0); c <= Math.min(column + far, columns - 1); c++) {
            if (occupied[r * columns + c]) touched.add(r * columns + c)
          }
        }
      }
      const all = new Set([...touched].flatMap((tile) => [...around(tile)]))
      return [...all].sort((a, b) => a - b)
    },
    /** They were taken, but not filled. */
    giveBack(tiles: readonly number[]): void {
      for (const tile of tiles) changed.add(tile)
    },
    /** Tiles side by side as one box. */
    boxesOf(tiles: readonly number[]): Box[] {
      const boxes: Box[] = []
      tiles.forEach((tile, n) => {
        const box = boxOf(tile)
        const last = boxes.at(-1)
        if (last && tiles[n - 1] === tile - 1 && last.y === box.y) {
          boxes[boxes.length - 1] = { ...last, width: last.width + box.width }
        } else boxes.push(box)
      })
      return boxes
    },
  }

  function* tilesIn(box: Box): Iterable<number> {
    if (box.width <= 0 || box.height <= 0) return
    const lastRow = Math.floor((box.y + box.height - 1) / side)
    const lastColumn = Math.floor((box.x + box.width - 1) / side)
    for (let r = Math.floor(box.y / side); r <= lastRow; r++) {
      for (let c = Math.floor(box.x / side); c <= lastColumn; c++) yield r * columns + c
    }
  }

  function* around(tile: number): Iterable<number> {
    const row = Math.floor(tile / columns)
    const column = tile % columns
    for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, rows - 1); r++) {
      for (let c = Math.max(column - 1, 0); c <= Math.min(column + 1, columns - 1); c++) {
        yield r * columns + c
      }
    }
  }

  function boxOf(tile: number): Box {
    const x = (tile % columns) * side
    const y = Math.floor(tile / columns) * side
    return { x, y, width: Math.min(side, width - x), height: Math.min(side, height - y) }
  }
}
