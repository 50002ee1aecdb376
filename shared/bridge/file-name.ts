import { type FileKind, fileEndings } from './files.ts'

/** In characters: four bytes each at most, and file systems allow 255 bytes. */
const longest = 60

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * A name that may be proposed for a file on every system, made from one that holds anything: a plan's title is written
 * by whoever sent the file. Folders, control characters, invisible and direction-changing characters, and what Windows
 * reserves are taken out; the first ending of the kind is put on unless one of its endings is there.
 */
export function safeFileName(options: { readonly name: string; readonly kind: FileKind }): string {
  const endings = fileEndings[options.kind]
  const clean = options.name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/[<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ')
  const ending = endings.find((each) => clean.trim().toLowerCase().endsWith(each)) ?? null
  const stem = (ending === null ? clean : clean.trim().slice(0, -ending.length)).replace(/^[\s.-]+|[\s.]+$/g, '')
  const short = [...stem].slice(0, longest).join('').trimEnd()
  const named = short === '' ? options.kind : short.replace(reserved, '$1-')
  return `${named}${ending ?? endings[0] ?? ''}`
}
