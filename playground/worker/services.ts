import { fill } from './fill'
import { mark, maskFromColor, maskFromFile, maskFromTransparency } from './masks'
import { handOver, openAgain, openBlurred, openFile, openScratched } from './open'
import { readRows } from './rows'
import { sampleRepair, sampleSharpen } from './samples'
import { saveMask, savePicture } from './save'
import { sharpenPart, sharpenWhole } from './sharpen'
import { boundariesSideBySide, methodsSideBySide } from './side-by-side'

/** What the page may ask of its worker. */
export const services = {
  openScratched,
  openBlurred,
  openFile,
  openAgain,
  handOver,
  mark,
  maskFromFile,
  maskFromColor,
  maskFromTransparency,
  fill,
  methodsSideBySide,
  sampleRepair,
  readRows,
  sharpenPart,
  sharpenWhole,
  boundariesSideBySide,
  sampleSharpen,
  savePicture,
  saveMask,
} as const
