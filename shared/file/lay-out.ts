import type { FilePart } from './file-parts.ts'

/** JSON with each top-level key on a line, and each element of a top-level list on one of its own. */
export function layOutParts(parts: readonly FilePart[]): string {
  const lines = parts.map(({ key, json }) => ` ${JSON.stringify(key)}: ${typeof json === 'string' ? json : json.length === 0 ? '[]' : `[\n  ${json.join(',\n  ')}\n ]`}`)
  return `{\n${lines.join(',\n')}\n}\n`
}
