/** How many bytes a text has as UTF-8; half a character counts as the three bytes of U+FFFD, which stands for it then. */
export function byteLength(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x80) continue
    bytes += code < 0x800 ? 1 : 2
    if (code < 0xd800 || code > 0xdbff) continue
    const next = text.charCodeAt(index + 1)
    if (next < 0xdc00 || next > 0xdfff) continue
    // two units that are one character of four bytes
    index += 1
  }
  return bytes
}
