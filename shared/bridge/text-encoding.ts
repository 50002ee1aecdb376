/** Why bytes are no text that can be read: they are UTF-16, or not UTF-8 either. */
export type EncodingProblem = 'utf16' | 'notText'

/**
 * Whether bytes are text in UTF-16, as some editors and PowerShell write it: by its byte order mark, or, where it has
 * none, by the zero in every other byte of the first two letters (RFC 4627, section 3). Without its mark such a file
 * passes for UTF-8 with zeros in it, and nobody would know from what is said of it then what to do.
 */
export function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false
  return (a > 0 && b === 0 && c > 0 && d === 0) || (a === 0 && b > 0 && c === 0 && d > 0)
}
