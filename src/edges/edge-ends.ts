import type { Picture } from '../image/picture'
import type { EdgeMap } from './canny'
import { type Arc, fitArc } from './fit-arc'
import type { Plane } from './smooth'

/** Where an edge runs into a hole. */
export interface EdgeEnd extends Arc {
  /** The mean colours left and right of the edge, looking into the hole. */
  readonly left: Float64Array
  readonly right: Float64Array
}

/** The ends of all edges that lead into missing pixels, row by row. */
export function edgeEnds(picture: Picture, { values: known }: Plane, edges: EdgeMap): EdgeEnd[] {
  const { width, height, data } = edges
  const isSeen = new Int8Array(width * height)
  const ends: EdgeEnd[] = []
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (isSeen[i] === 1 || !isEdge(i) || stepsToHole(x, y) > rimWidth) continue
      const end = endAt(nearestOfCluster(i))
      if (end) ends.push(end)
    }
  }
  return ends

  function isEdge(i: number): boolean {
    return data[2 * i] !== 0 || data[2 * i + 1] !== 0
  }

  /** Marks what hangs together with an edge pixel on the rim; returns the one nearest to the hole. */
  function nearestOfCluster(seed: number): number {
    const cluster = [seed]
    isSeen[seed] = 1
    let nearest = seed
    let least = rimWidth + 1
    for (const i of cluster) {
      const depth = stepsToHole(i % width, Math.floor(i / width))
      if (depth < least) {
        least = depth
        nearest = i
      }
      eachNeighbour(i, (j, x, y) => {
        if (isSeen[j] === 1 || stepsToHole(x, y) > rimWidth || !runsAlong(i, j)) return
        isSeen[j] = 1
        cluster.push(j)
      })
    }
    return nearest
  }

  function stepsToHole(x: number, y: number): number {
    for (let steps = 1; steps <= rimWidth; steps++) {
      for (let v = Math.max(y - steps, 0); v <= Math.min(y + steps, height - 1); v++) {
        for (let u = Math.max(x - steps, 0); u <= Math.min(x + steps, width - 1); u++) {
          if (known[v * width + u] === 0) return steps
        }
      }
    }
    return rimWidth + 1
  }

  function endAt(seed: number): EdgeEnd | undefined {
    const arc = fitArc(trace(seed), edges)
    if (!arc || !leadsInto(arc)) return undefined
    const sides = [-1, 1].map((side) => colourBeside(arc, side))
    return sides[0] && sides[1] ? { ...arc, left: sides[0], right: sides[1] } : undefined
  }

  /** The pixels of an edge from its end on, for as long as it runs the same way. */
  function trace(seed: number): number[] {
    const pixels = [seed]
    const isTaken = new Set(pixels)
    for (const i of pixels) {
      eachNeighbour(i, (j, x, y) => {
        const far = Math.max(Math.abs(x - (seed % width)), Math.abs(y - Math.floor(seed / width)))
        if (far > traceLength || isTaken.has(j) || !runsAlong(i, j)) return
        isTaken.add(j)
        pixels.push(j)
      })
    }
    return pixels
  }

  /** Whether two edge pixels have gradients within some 40 degrees of each other. */
  function runsAlong(i: number, j: number): boolean {
    if (!isEdge(j)) return false
    const [ax, ay, bx, by] = [data[2 * i], data[2 * i + 1], data[2 * j], data[2 * j + 1]]
    const dot = ax * bx + ay * by
    return dot > 0 && dot * dot > 0.6 * (ax * ax + ay * ay) * (bx * bx + by * by)
  }

  function eachNeighbour(i: number, visit: (j: number, x: number, y: number) => void): void {
    const x = i % width
    const y = Math.floor(i / width)
    for (let v = Math.max(y - 1, 0); v <= Math.min(y + 1, height - 1); v++) {
      for (let u = Math.max(x - 1, 0); u <= Math.min(x + 1, width - 1); u++) {
        if (u !== x || v !== y) visit(v * width + u, u, v)
      }
    }
  }

  function leadsInto({ x, y, dx, dy }: Arc): boolean {
    for (let step = 1; step <= rimWidth + 2; step++) {
      const u = Math.round(x + step * dx)
      const v = Math.round(y + step * dy)
      if (u >= 0 && v >= 0 && u < width && v < height && known[v * width + u] === 0) {
        return true
      }
    }
    return false
  }

  /** The mean colour a few pixels beside the edge; none where nothing is known there. */
  function colourBeside({ x, y, dx, dy }: Arc, side: number): Float64Array | undefined {
    const { samples, channels } = picture
    const sum = new Float64Array(channels)
    let count = 0
    for (let back = 1; back <= 8; back++) {
      for (let away = 2; away <= 4; away++) {
        const u = Math.round(x - back * dx - side * away * dy)
        const v = Math.round(y - back * dy + side * away * dx)
        if (u < 0 || v < 0 || u >= width || v >= height || known[v * width + u] === 0) {
          continue
        }
        for (let c = 0; c < channels; c++) sum[c] += samples[(v * width + u) * channels + c]
        count++
      }
    }
    return count > 0 ? sum.map((value) => value / count) : undefined
  }
}

/** So close to the hole an edge must come to be broken by it: smoothing can cost it its last pixels. */
const rimWidth = 3
/** Pixels from which the direction and the bend of an edge are taken. */
const traceLength = 16
