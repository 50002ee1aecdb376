/** `sha256:` and the hexadecimal SHA-256 of a text that is put in parts. */
export async function partsDigest(bytes: Uint8Array): Promise<string> {
  // a copy, since the browser wants memory of its own
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
