/** A line of the page before anything is made of it. */
export interface PageLine {
  /** From 1. */
  readonly number: number
  /** Without its end and without white space there. */
  readonly raw: string
  /** Where the words begin, behind indent and bullet. */
  readonly start: number
  /** Columns of white space before the bullet or the first word. */
  readonly indent: number
  readonly bullet: boolean
  /** The words with single plain spaces between them. */
  readonly plain: string
  /** A bullet that was written as wikitext. */
  readonly isSource?: true
}

const bullets = new Set(['•', '◦', '▪', '‣', '∙', '·', '*', '-', '–'])
const tabColumns = 4

/** The first `most` lines of a text with any line ends, without a byte order mark. */
export function linesOf({ text, most }: { readonly text: string; readonly most: number }): readonly PageLine[] {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text
  return clean.split(/\r\n|\n|\r/, most).map((raw, index) => lineOf({ raw: raw.trimEnd(), number: index + 1 }))
}

/** White space of any kind, also the `Â` that is left when a no-break space was read in the wrong encoding. */
export function collapse(text: string): string {
  return text
    .replace(/Â(?=\s)/g, ' ')
    .replaceAll('\u2060', '')
    .replace(/[\s\u200b]+/g, ' ')
    .trim()
}

function lineOf({ raw, number }: { readonly raw: string; readonly number: number }): PageLine {
  let at = 0
  let indent = 0
  while (at < raw.length && isSpace(raw.charAt(at))) {
    indent += raw.charAt(at) === '\t' ? tabColumns : 1
    at += 1
  }
  const bullet = isBullet(raw, at)
  if (bullet) {
    at += 1
    while (at < raw.length && isSpace(raw.charAt(at))) at += 1
  }
  return { number, raw, start: at, indent, bullet, plain: collapse(raw.slice(at)) }
}

function isBullet(raw: string, at: number): boolean {
  // a dash glued to a word is a minus or a hyphen, and `•` alone holds nothing
  return bullets.has(raw.charAt(at)) && (raw.charAt(at) === '•' || isSpace(raw.charAt(at + 1)))
}

export function isSpace(character: string): boolean {
  return character !== '' && (character.trim() === '' || character === '\u200b')
}
