/** Light of the grey levels of a picture, from a table of it for 256 levels. */
export function lightOf({ data, width, height }, light) {
  return { data: Float64Array.from(data, (level) => light[level]), width, height }
}

/** Grey levels, with fractions, of an image of light. */
export function levelsOf({ data, width, height }, light) {
  const levels = Float64Array.from(data, (value) => {
    let low = 0
    let high = light.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (light[middle] <= value) low = middle
      else high = middle
    }
    return low + (value - light[low]) / (light[high] - light[low])
  })
  return { data: levels, width, height }
}
