// A small font of pen strokes, so that letters look the same on every machine: fonts differ from
// one to the next, and some have none. Lower case, figures, and what "dB" needs.

const bowl = 'M6 7A3 3 0 1 1 0 7A3 3 0 1 1 6 7'

/** Per letter its width and its strokes, as SVG path data: cap line at 0, x line at 4, baseline at 10. */
const glyphs = {
  ' ': [2, ''],
  a: [6, `${bowl}M6 4V10`],
  b: [6, `M0 0V10${bowl}`],
  c: [5.4, 'M5.6 5.5A3 3 0 1 0 5.6 8.5'],
  d: [6, `${bowl}M6 0V10`],
  e: [6, 'M0 7H6A3 3 0 1 0 5.1 9.1'],
  f: [4, 'M4.2 .3Q1.6 -.4 1.6 3V10M0 4H3.8'],
  g: [6, `${bowl}M6 4V10.5Q6 13.5 3 13.5Q1.2 13.5 .4 12.4`],
  h: [6, 'M0 0V10M0 7A3 3 0 0 1 6 7V10'],
  i: [0, 'M0 4V10M0 .8V1'],
  j: [1.5, 'M1.5 4V11Q1.5 13.6 -.5 13.3M1.5 .8V1'],
  k: [5, 'M0 0V10M5 4L0 7.8M1.8 6.6L5.2 10'],
  l: [0, 'M0 0V10'],
  m: [9.2, 'M0 4V10M0 6.5A2.3 2.5 0 0 1 4.6 6.5V10M4.6 6.5A2.3 2.5 0 0 1 9.2 6.5V10'],
  n: [6, 'M0 4V10M0 7A3 3 0 0 1 6 7V10'],
  o: [6, bowl],
  p: [6, `M0 4V13.5${bowl}`],
  q: [6, `${bowl}M6 4V13.5`],
  r: [3.6, 'M0 4V10M0 7A3 3 0 0 1 4 4.2'],
  s: [5, 'M4.8 5.2C4.3 3.6 .4 3.6 .4 5.5C.4 7.6 5.2 6.3 5.2 8.4C5.2 10.5 .8 10.5 .2 8.7'],
  t: [4.2, 'M1.8 1V8Q1.8 10.3 4.4 9.8M0 4H4.2'],
  u: [6, 'M0 4V7A3 3 0 0 0 6 7M6 4V10'],
  v: [6, 'M0 4L3 10L6 4'],
  w: [8.8, 'M0 4L2.2 10L4.4 4.8L6.6 10L8.8 4'],
  x: [5.4, 'M0 4L5.4 10M5.4 4L0 10'],
  y: [6, 'M0 4L3 10M6 4L3 10L1.4 13.5'],
  z: [5.4, 'M0 4H5.2L0 10H5.4'],
  0: [6, 'M6 5A3 5 0 1 1 0 5A3 5 0 1 1 6 5'],
  1: [3.4, 'M.4 2L3 0V10'],
  2: [6, 'M.4 2.6C.8 -.8 5.6 -.8 5.6 2.6C5.6 5 1.6 7.4 0 10H6'],
  3: [
    6,
    'M.4 1.6C1.4 -.6 5.6 -.4 5.6 2.4C5.6 4.2 4 4.8 2.6 4.8C4.6 4.8 6 5.8 6 7.4C6 10.6 1 10.8 0 8.2',
  ],
  4: [6, 'M4.4 10V0L0 7H6'],
  5: [6, 'M5.4 0H1L.6 4.6C2.4 3.2 6 3.6 6 6.8C6 10.6 1.2 10.8 .1 8.4'],
  6: [6, 'M5.2 .2C2 1 0 4.4 0 7A3 3 0 1 0 6 7A3 3 0 1 0 0 7'],
  7: [5.6, 'M0 0H5.6L2 10'],
  8: [6, 'M3 4.6A2.4 2.3 0 1 1 3 0A2.4 2.3 0 1 1 3 4.6A3 2.7 0 1 1 3 10A3 2.7 0 1 1 3 4.6'],
  9: [6, 'M.8 9.8C4 9 6 5.6 6 3A3 3 0 1 0 0 3A3 3 0 1 0 6 3'],
  B: [5.2, 'M0 0V10H3C6.4 10 6.4 4.8 3 4.8H0M0 0H2.8C5.8 0 5.8 4.8 2.8 4.8'],
  '.': [0, 'M0 9.8V10'],
  ',': [0.6, 'M.6 9.8L0 11.6'],
  '-': [4, 'M0 6.6H4'],
}

const gap = 3.2

/** A line of text as SVG, its baseline starting at (x, y); `size` is the height of a capital. */
export function textLine(text, x, y, size, weight, color) {
  const scale = size / 10
  let at = 0
  let paths = ''
  for (const letter of text) {
    const [width, strokes] = glyphs[letter]
    if (strokes) paths += `<path transform="translate(${at.toFixed(2)})" d="${strokes}"/>`
    at += width + gap
  }
  const place = `translate(${x} ${(y - size).toFixed(2)}) scale(${scale})`
  const pen = `fill="none" stroke="${color}" stroke-width="${weight / scale}"`
  return `<g transform="${place}" ${pen} stroke-linecap="round" stroke-linejoin="round">${paths}</g>`
}

/** How long that line is. */
export function textWidth(text, size) {
  const units = [...text].reduce((sum, letter) => sum + glyphs[letter][0] + gap, -gap)
  return (units * size) / 10
}
