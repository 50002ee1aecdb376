/**
 * A file name that says plan and moment, so that no export hides an older one:
 * `tec3-fy18-19-2018-12-06-1642.plan.json`. Safe on Linux, macOS and Windows.
 * @param parts what the name begins with, for example the program's code and the year
 * @param at local date and time as `2018-12-06T16:42`
 */
export function planFileName({ parts, at }: NameParts): string {
  return `${stem({ parts, at })}.plan.json`
}

/** The same for a snapshot, whose parts end with what is frozen: `tec3-fy18-19-q2-2018-12-06-1642.snapshot.json`. */
export function snapshotFileName({ parts, at }: NameParts): string {
  return `${stem({ parts, at })}.snapshot.json`
}

/** The same for the wikitext of a plan: `tec3-fy18-19-2018-12-06-1642.wiki`. */
export function wikitextFileName({ parts, at }: NameParts): string {
  return `${stem({ parts, at })}.wiki`
}

/** The same for a report: `tec3-fy18-19-q2-2018-12-06-1642.md`. @param ending with its dot */
export function reportFileName({ parts, at, ending }: NameParts & { readonly ending: string }): string {
  return `${stem({ parts, at })}${ending}`
}

interface NameParts {
  readonly parts: readonly string[]
  readonly at: string
}

/** As many characters as every host leaves of a proposed name, its ending aside (`safeFileName`). */
const longest = 60

/** What is too long loses the end of its longest part, a title or a code: year, quarter and moment tell files apart. */
function stem({ parts, at }: NameParts): string {
  const moment = at.slice(0, 16).replace('T', '-').replace(':', '')
  const said = parts.map((part) => [...slug(part)]).filter((part) => part.length > 0)
  while ([...said, moment].reduce((length, part) => length + part.length + 1, -1) > longest) {
    const most = Math.max(...said.map((part) => part.length))
    said.find((part) => part.length === most)?.pop()
  }
  return [...said.map((part) => part.join('').replace(/-+$/, '')), moment].join('-')
}

/** Lower-case letters, digits and hyphens, at most 40: what every file system takes. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const whole = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return [...whole].slice(0, 40).join('')
}
