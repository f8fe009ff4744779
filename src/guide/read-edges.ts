import type { EdgeMap } from '../edges/canny'
import { classOf } from '../image/check'
import { layoutOf } from '../image/layout'
import type { Picture } from '../image/picture'
import type { Bitmap } from '../mask/bitmap'
import { checkMaskData, checkSize, type Mask, readMarks } from '../mask/mask'
import type { Guide } from './guide'
import { readLines, type Stroke } from './read-lines'

/** Edges as a guide may give them: exactly one of the three. */
export interface EdgeSource {
  readonly lines?: readonly Stroke[]
  /** Two channels, dx and dy, across each edge; 0 elsewhere. */
  readonly map?: VectorMap
  readonly drawing?: Bitmap
}

/** Vectors, row by row: `dx` of pixel i at 2 i, `dy` after it. */
export type VectorMap = Pick<EdgeMap, 'width' | 'height'> & { readonly data: ArrayLike<number> }

/** @throws {TypeError | RangeError} `edges` is none of what edges may be, or not of the picture's size. */
export function readEdges(edges: NonNullable<Guide['edges']>, picture: Picture): EdgeSource {
  if (Array.isArray(edges) && (edges.length === 0 || typeof edges[0] === 'object')) {
    return { lines: readLines('guide.edges', edges) }
  }
  const map = vectorMap(edges, picture)
  return map ? { map } : { drawing: readMarks('guide.edges', edges as Mask, picture) }
}

function vectorMap(edges: Guide['edges'], picture: Picture): VectorMap | undefined {
  const layout = layoutOf('guide.edges', edges, checkMaskData)
  if (layout?.channels !== 2 || !/^Float/.test(classOf(layout.data))) return undefined
  checkSize('guide.edges', layout, picture)
  const { width, height, offset, rowStep, pixelStep, channelStep } = layout
  const data = new Float32Array(2 * width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = offset + y * rowStep + x * pixelStep
      data[i++] = layout.data[at] as number
      data[i++] = layout.data[at + channelStep] as number
    }
  }
  return { width, height, data }
}
