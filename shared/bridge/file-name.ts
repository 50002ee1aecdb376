import { type FileKind, fileEndings } from './files.ts'

/** In characters: four bytes each at most, and file systems allow 255 bytes, or as many units once letters are taken apart. */
const longest = 60

/** Names that Windows keeps for devices, with any ending; the three raised digits count as digits there. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i

/**
 * What no name needs: control and formatting characters, those that turn the direction of writing among them; what is
 * drawn as nothing; what no font or no other computer knows, which some file systems refuse.
 */
const unfit = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFD]/gu

/**
 * A name that may be proposed for a file on every system, made from one that holds anything: a plan's title is written
 * by whoever sent the file. Folders, characters that are not seen or change others, and what Windows reserves are taken
 * out; the first ending of the kind is put on unless one of its endings is there. Letters with marks are written as one
 * (NFC), so that a name is the same one whichever system typed it.
 */
export function safeFileName(options: { readonly name: string; readonly kind: FileKind }): string {
  const endings = fileEndings[options.kind]
  const clean = withoutUnfit(options.name).trim()
  const ending = endings.find((each) => clean.toLowerCase().endsWith(each)) ?? null
  const stem = safeStem({ name: ending === null ? clean : clean.slice(0, -ending.length), empty: options.kind })
  return `${stem}${ending ?? endings[0] ?? ''}`
}

/** The same for a name that an ending is put to. @param empty what stands for a name of which nothing is left */
export function safeStem(options: { readonly name: string; readonly empty: string }): string {
  const stem = withoutUnfit(options.name).replace(/^[\s.-]+|[\s.]+$/g, '')
  const short = [...stem].slice(0, longest).join('').trimEnd()
  return short === '' ? options.empty : short.replace(reserved, '$1-')
}

function withoutUnfit(name: string): string {
  return name
    .toWellFormed()
    .replace(unfit, '')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ')
}
