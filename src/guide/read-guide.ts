import { classOf, describe } from '../image/check'
import type { Picture } from '../image/picture'
import { type Bitmap, countBits } from '../mask/bitmap'
import { readMarks } from '../mask/mask'
import type { Guide, GuidePart } from './guide'
import { type Hints, readColors } from './read-colors'
import { type EdgeSource, readEdges } from './read-edges'
import { readLines, type Stroke } from './read-lines'

/** A guide whose every part is known to be right. */
export interface CheckedGuide {
  readonly source?: Bitmap
  readonly forbid?: Bitmap
  readonly lines?: readonly Stroke[]
  readonly colors?: Hints
  readonly edges?: EdgeSource
}

/**
 * Checks a guide for a picture.
 *
 * @param parts What the method can use.
 * @throws {TypeError} It is no object, or one of its parts is of the wrong kind or not of this method.
 * @throws {RangeError} A size or a value is wrong.
 */
export function readGuide(
  guide: Guide,
  parts: readonly GuidePart[],
  picture: Picture,
): CheckedGuide {
  if (classOf(guide) !== 'Object') {
    throw new TypeError(`guide: expected an object, got ${describe(guide)}`)
  }
  for (const name of Object.keys(guide)) {
    if ((parts as readonly string[]).includes(name)) continue
    const known = parts.join(', ')
    throw new TypeError(`guide: expected only ${known} for this method, got ${describe(name)}`)
  }
  const { source, forbid, lines, colors, edges } = guide
  return {
    source: source === undefined ? undefined : readSource(source, picture),
    forbid: forbid === undefined ? undefined : readMarks('guide.forbid', forbid, picture),
    lines: lines === undefined ? undefined : readLines('guide.lines', lines),
    colors: colors === undefined ? undefined : readColors(colors, picture),
    edges: edges === undefined ? undefined : readEdges(edges, picture),
  }
}

function readSource(source: Guide['source'], picture: Picture): Bitmap {
  const allowed = readMarks('guide.source', source, picture)
  if (countBits(allowed) > 0) return allowed
  throw new RangeError('guide.source: expected at least one pixel to copy from, got none')
}
