// A process that holds a picture of 24 megapixels, and sharpens it when told with which boundary: what
// deconvolution.mjs starts. The operating system's own record of the peak tells what it took.
import { deconvolve, psf } from 'isophote/deconvolution'
import { time } from './measure.mjs'
import { createRandom } from './random.mjs'

const boundary = process.argv[2]
const picture = { width: 6000, height: 4000, channels: 3 }
const data = new Uint8Array(picture.width * picture.height * picture.channels)
// A block of noise, then copies of it.
const next = createRandom(5)
for (let i = 0; i < 65536; i++) data[i] = 96 + next() * 64
for (let filled = 65536; filled < data.length; filled *= 2) data.copyWithin(filled, 0, filled)

const call = time(() =>
  deconvolve({ ...picture, data }, psf.gaussian(2), { method: 'wiener', boundary }),
)
console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024, time: call }))
