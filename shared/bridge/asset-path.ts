/** The media types of everything the build can produce; what is not listed is not served. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['css', 'text/css; charset=utf-8'],
  ['html', 'text/html; charset=utf-8'],
  ['ico', 'image/x-icon'],
  ['js', 'text/javascript; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml; charset=utf-8'],
  ['txt', 'text/plain; charset=utf-8'],
  ['wasm', 'application/wasm'],
  ['webp', 'image/webp'],
  ['woff2', 'font/woff2'],
])

/** A file below the folder of the built page. */
export interface Asset {
  /** Relative, with forward slashes; every part is a plain name. */
  readonly path: string
  readonly mediaType: string
  /** Whether its name holds a hash of its content, so that it can be kept for ever. */
  readonly hashed: boolean
}

/**
 * The file a request path stands for, or null. Nothing is decoded and nothing is resolved: the build writes plain names
 * only, so a path with an escape, a dot in front, an empty part, a backslash or a colon is not one of ours. That leaves
 * no way out of the folder to look for, on any system.
 */
export function assetOf(requestPath: string): Asset | null {
  const path = requestPath === '/' ? 'index.html' : requestPath.slice(1)
  if (!requestPath.startsWith('/') || !path.split('/').every(isPlainName)) return null
  const mediaType = mediaTypes.get(path.slice(path.lastIndexOf('.') + 1))
  return mediaType === undefined ? null : { path, mediaType, hashed: path.startsWith('assets/') }
}

function isPlainName(part: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/.test(part)
}
