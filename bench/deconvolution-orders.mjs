// Times isophote's deconvolution for deconvolution.mjs as scikit-image-deconvolution.py does scikit-image's: a JSON
// request per line comes in, an answer goes out.

import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { deconvolve, psf } from 'isophote/deconvolution'
import { time } from './measure.mjs'

console.log('isophote')

let picture
let kernel
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  if (request.picture) {
    const [height, width, channels] = request.shape
    const { buffer, byteOffset } = readFileSync(request.picture)
    const data = new Float64Array(buffer, byteOffset, width * height * channels)
    picture = { data, width, height, channels }
    kernel = psf.from(request.psf)
    console.log(0)
  } else {
    let result
    const answer = time(() => {
      result = deconvolve(picture, kernel, request.method, request.options)
    })
    writeFileSync(request.result, result.data)
    console.log(answer)
  }
}
