import { ssim } from 'ssim.js'

/**
 * How near a repair is to the original, over the missing pixels only: all others are known, and would
 * flatter every method alike.
 *
 * PSNR in decibels, from the mean square over the missing samples of all channels. SSIM from the map
 * of ssim.js: 11 x 11 Gaussian windows of deviation 1.5 on the grey levels, no downsampling; the mean
 * of those windows whose centre is a missing pixel. The map has none for the five outermost rows and
 * columns.
 */
export function score(repaired, original, mask) {
  return { psnr: psnr(repaired, original, mask), ssim: ssimInMask(repaired, original, mask) }
}

export function psnr({ data }, original, mask) {
  let squares = 0
  let count = 0
  for (let i = 0; i < data.length; i++) {
    if (!mask[Math.floor(i / original.channels)]) continue
    squares += (data[i] - original.data[i]) ** 2
    count++
  }
  return 10 * Math.log10((255 ** 2 * count) / squares)
}

function ssimInMask(repaired, original, mask) {
  const { ssim_map: map } = ssim(rgba(original), rgba(repaired), {
    ssim: 'fast',
    downsample: false,
  })
  const { width, height } = original
  const margin = (width - map.width) / 2
  let sum = 0
  let count = 0
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) {
      if (!mask[y * width + x]) continue
      sum += map.data[(y - margin) * map.width + x - margin]
      count++
    }
  }
  return sum / count
}

function rgba({ data, width, height, channels }) {
  const out = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let p = 0; p < width * height; p++) {
    for (let c = 0; c < 3; c++) out[4 * p + c] = data[p * channels + (c % channels)]
  }
  return { data: out, width, height }
}
