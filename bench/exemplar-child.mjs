// A process that completes one picture: what exemplar.mjs starts.
import { readFileSync, writeFileSync } from 'node:fs'
import { exemplar } from 'isophote/exemplar'
import { time } from './measure.mjs'

const [pictureFile, maskFile, resultFile, width, height] = process.argv.slice(2)
const data = new Uint8Array(readFileSync(pictureFile))
const mask = new Uint8Array(readFileSync(maskFile))
const picture = { data, width: Number(width), height: Number(height), channels: 3 }
let result
const call = time(() => {
  result = exemplar(picture, mask)
})
writeFileSync(resultFile, result.data)
console.log(JSON.stringify({ call, peak: process.resourceUsage().maxRSS * 1024 }))
