/** A picture in PNG, as wide as high. */
export interface Picture {
  readonly size: number
  readonly png: Buffer
}

/** The names macOS has for sizes; a picture for dense displays stands under a name of its own. */
const namesInIcns: Readonly<Record<number, readonly string[]>> = { 16: ['icp4'], 32: ['icp5', 'ic11'], 64: ['ic12'], 128: ['ic07'], 256: ['ic08', 'ic13'], 512: ['ic09', 'ic14'], 1024: ['ic10'] }

/** An icon of macOS: a mark, the length of all, then each picture behind its name and length. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const parts = pictures.flatMap(({ size, png }) => (namesInIcns[size] ?? []).map((name) => block(name, png)))
  return block('icns', Buffer.concat(parts))
}

function block(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}

/** An icon of Windows: how many pictures, a line of sixteen bytes for each, then the pictures. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const line = 6 + 16 * index
    head.writeUInt8(size % 256, line) // 256 is written as 0
    head.writeUInt8(size % 256, line + 1)
    head.writeUInt16LE(1, line + 4)
    head.writeUInt16LE(32, line + 6)
    head.writeUInt32LE(png.length, line + 8)
    head.writeUInt32LE(at, line + 12)
    at += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
