/**
 * What is to go, picture by picture: polygons of x, y in turns and ellipses [x, y, radius, radius],
 * in pixels, drawn around things a person would want away. A little too large rather than too small.
 * `forbid` is what a person would not want copied, seeing what comes without it.
 */
export const removals = [
  {
    name: 'astronaut, shuttle',
    picture: 'cc0/astronaut.png',
    polygons: [
      [
        380, 0, 448, 0, 466, 60, 474, 250, 466, 292, 364, 292, 352, 260, 348, 225, 360, 190, 350,
        110, 358, 40,
      ],
    ],
  },
  {
    name: 'camera, tripod',
    picture: 'cc0/camera.png',
    polygons: [
      [
        280, 212, 312, 212, 312, 282, 338, 282, 342, 310, 320, 316, 326, 335, 416, 511, 376, 511,
        316, 380, 306, 440, 326, 455, 324, 468, 300, 464, 298, 511, 220, 511, 244, 450, 268, 330,
        272, 308, 284, 303,
      ],
      [296, 474, 380, 474, 380, 490, 296, 490],
    ],
  },
  {
    name: 'camera, tower',
    picture: 'cc0/camera.png',
    polygons: [[406, 112, 438, 112, 438, 206, 406, 206]],
  },
  {
    name: 'chelsea, eye',
    picture: 'cc0/chelsea.png',
    ellipses: [[322, 133, 44, 42]],
  },
  { name: 'brick', picture: 'cc0/brick.png', ellipses: [[250, 240, 90, 75]] },
  { name: 'grass', picture: 'cc0/grass.png', ellipses: [[250, 250, 95, 70]] },
  {
    name: 'kodim03, cap',
    picture: 'kodak/kodim03.png',
    polygons: [
      [
        300, 205, 326, 165, 380, 158, 430, 172, 462, 200, 468, 232, 462, 275, 450, 300, 446, 345,
        432, 362, 400, 352, 350, 325, 322, 290, 308, 250,
      ],
    ],
    forbid: {
      polygons: [
        [80, 180, 90, 90, 170, 60, 310, 140, 300, 210, 260, 310, 150, 290],
        [450, 250, 470, 220, 560, 240, 620, 270, 720, 320, 730, 440, 680, 440, 470, 330],
      ],
    },
  },
  {
    name: 'kodim05, rider',
    picture: 'kodak/kodim05.png',
    polygons: [
      [560, 100, 640, 60, 720, 70, 767, 110, 767, 380, 690, 400, 640, 370, 590, 280, 540, 220],
    ],
  },
  {
    name: 'kodim08, window',
    picture: 'kodak/kodim08.png',
    polygons: [[545, 185, 640, 175, 645, 300, 550, 300]],
  },
  { name: 'kodim13, bush', picture: 'kodak/kodim13.png', ellipses: [[445, 215, 80, 55]] },
  {
    name: 'kodim20, planes far left',
    picture: 'kodak/kodim20.png',
    polygons: [
      [0, 328, 92, 328, 92, 334, 68, 400, 0, 404],
      [108, 352, 145, 352, 152, 394, 88, 399],
    ],
  },
  {
    name: 'kodim20, plane',
    picture: 'kodak/kodim20.png',
    polygons: [
      [
        58, 240, 58, 200, 84, 198, 140, 195, 150, 130, 175, 62, 210, 60, 208, 85, 185, 160, 178,
        198, 215, 203, 300, 225, 365, 252, 405, 252, 450, 285, 475, 300, 538, 304, 542, 294, 558,
        292, 570, 306, 767, 288, 767, 362, 690, 372, 684, 402, 530, 428, 524, 438, 484, 432, 484,
        478, 472, 502, 400, 502, 396, 456, 355, 450, 280, 450, 228, 440, 226, 468, 166, 468, 164,
        402, 104, 350, 108, 372, 86, 424, 62, 424, 64, 398, 92, 345, 116, 272, 84, 248,
      ],
    ],
  },
  {
    name: 'kodim23, parrot',
    picture: 'kodak/kodim23.png',
    polygons: [
      [
        60, 240, 90, 190, 140, 163, 210, 168, 246, 200, 280, 234, 298, 335, 322, 362, 372, 408, 414,
        511, 116, 511, 126, 400, 110, 320, 66, 310,
      ],
    ],
    forbid: { polygons: [[395, 511, 390, 310, 395, 120, 500, 90, 640, 130, 767, 270, 767, 511]] },
  },
]

/** One byte per pixel, 1 = to go. */
export function maskOf({ polygons = [], ellipses = [] }, width, height) {
  const mask = new Uint8Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const isIn =
        polygons.some((corners) => isInPolygon(corners, x, y)) ||
        ellipses.some(([left, top, rx, ry]) => ((x - left) / rx) ** 2 + ((y - top) / ry) ** 2 <= 1)
      mask[i] = isIn ? 1 : 0
    }
  }
  return mask
}

function isInPolygon(corners, x, y) {
  let isIn = false
  for (let k = 0; k < corners.length; k += 2) {
    const [ax, ay] = [corners[k], corners[k + 1]]
    const [bx, by] = [corners[(k + 2) % corners.length], corners[(k + 3) % corners.length]]
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) isIn = !isIn
  }
  return isIn
}
