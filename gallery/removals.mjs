/**
 * What is to go, picture by picture: polygons of x, y in turns and ellipses [x, y, radius, radius],
 * in pixels, drawn around things a person would want away. A little too large rather than too small.
 */
export const removals = [
  {
    name: 'astronaut, shuttle',
    picture: 'cc0/astronaut.png',
    polygons: [
      [
        380, 0, 448, 0, 466, 60, 474, 250, 466, 300, 348, 300, 345, 250, 360, 190, 350, 110, 358,
        40,
      ],
    ],
  },
  {
    name: 'camera, tripod',
    picture: 'cc0/camera.png',
    polygons: [
      [
        284, 215, 308, 215, 310, 285, 335, 285, 338, 305, 316, 312, 322, 335, 412, 511, 380, 511,
        316, 380, 306, 440, 324, 455, 322, 466, 300, 462, 296, 511, 222, 511, 246, 450, 270, 330,
        274, 310, 290, 305,
      ],
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
        300, 205, 326, 165, 380, 158, 430, 172, 464, 205, 470, 262, 466, 300, 452, 330, 425, 342,
        390, 332, 335, 290, 316, 262,
      ],
    ],
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
    name: 'kodim20, plane far left',
    picture: 'kodak/kodim20.png',
    polygons: [[44, 342, 160, 330, 168, 395, 44, 395]],
  },
  {
    name: 'kodim20, plane',
    picture: 'kodak/kodim20.png',
    polygons: [
      [
        40, 330, 40, 200, 70, 200, 110, 180, 128, 40, 190, 40, 190, 150, 170, 215, 250, 200, 330,
        205, 440, 205, 470, 225, 470, 290, 560, 295, 767, 250, 767, 400, 500, 430, 480, 500, 360,
        500, 350, 445, 250, 445, 240, 490, 170, 490, 165, 420, 40, 400,
      ],
    ],
  },
  {
    name: 'kodim23, parrot',
    picture: 'kodak/kodim23.png',
    polygons: [
      [
        60, 240, 90, 190, 140, 165, 210, 175, 270, 240, 290, 340, 360, 420, 400, 511, 120, 511, 130,
        400, 110, 320, 70, 310,
      ],
    ],
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
