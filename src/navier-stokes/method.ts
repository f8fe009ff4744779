import type { Method } from '../method'
import { fillTelea } from '../telea/fill'

export const ns: Method = {
  fill: fillTelea,
  reach: (radius) => radius + 1,
  optionNames: [],
  check: () => {},
}
