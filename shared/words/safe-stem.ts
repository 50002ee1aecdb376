/** In characters: four bytes each at most, and file systems allow 255 bytes, or as many units once letters are taken apart. */
const longest = 60

/** Names that Windows keeps for devices, with any ending; the three raised digits count as digits there. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i

/**
 * What no name needs: control and formatting characters, those that turn the direction of writing among them; what is
 * drawn as nothing; what no font or no other computer knows, which some file systems refuse.
 */
const unfit = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFD]/gu

/** What an ending is put to, so that a file or folder of that name may lie on every system. @param empty what stands for a name of which nothing is left */
export function safeStem(options: { readonly name: string; readonly empty: string }): string {
  const stem = withoutUnfit(options.name).replace(/^[\s.-]+|[\s.]+$/g, '')
  const short = [...stem].slice(0, longest).join('').trimEnd()
  return short === '' ? options.empty : short.replace(reserved, '$1-')
}

/** A name as one line of what is seen, with no folder in it; letters with marks are written as one (NFC). */
export function withoutUnfit(name: string): string {
  return name
    .toWellFormed()
    .replace(unfit, '')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ')
}
