import type { Picture } from '../image/picture'
import type { Bitmap } from '../mask/bitmap'
import type { Guide } from './guide'
import type { PatchGuidance } from './patch-guidance'
import { guidancePlanes } from './planes'
import { readGuide } from './read-guide'

/** How methods are guided that copy: by all parts, made into planes over the whole picture. */
export function completionGuide(
  guide: Guide,
  picture: Picture,
  missing: Bitmap,
): () => PatchGuidance {
  const checked = readGuide(guide, ['source', 'forbid', 'lines', 'colors', 'edges'], picture)
  return () => ({ planes: guidancePlanes(checked, picture, missing) })
}
