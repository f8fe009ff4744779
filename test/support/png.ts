import { crc32, deflateSync } from 'node:zlib'

/** Colour types of the PNG specification, by number of channels. */
const colourTypes = [0, 4, 2, 6]

/**
 * An 8-bit PNG of 1 to 4 channels. sharp could do it too, but only asynchronously, and a check that
 * must be awaited is one that can be forgotten.
 */
export function encodePng(
  data: Uint8Array,
  width: number,
  height: number,
  channels: number,
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colourTypes[channels - 1], 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * channels))
  for (let y = 0; y < height; y++) {
    // Each row begins with the number of its filter, 0 for none.
    const row = data.subarray(y * width * channels, (y + 1) * width * channels)
    rows.set(row, y * (1 + width * channels) + 1)
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}
