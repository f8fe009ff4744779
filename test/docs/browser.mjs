// Just enough of a browser for the samples that use a canvas: loaded before them.
class ImageData {
  constructor(data, width, height) {
    Object.assign(this, { data, width, height })
  }
  get [Symbol.toStringTag]() {
    return 'ImageData'
  }
}

const canvas = (seed) => ({
  width: 8,
  height: 8,
  getContext: () => ({
    getImageData: (_x, _y, width, height) =>
      new ImageData(
        Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) =>
          i % 4 === 3 ? 255 * (i % 5 === seed) : i,
        ),
        width,
        height,
      ),
    putImageData(image) {
      if (!(image instanceof ImageData)) throw new TypeError('putImageData: not an ImageData')
    },
  }),
})

globalThis.ImageData = ImageData
globalThis.document = { querySelector: (selector) => canvas(selector.length % 5) }
