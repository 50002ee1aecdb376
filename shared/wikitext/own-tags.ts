import { withoutHidden } from '../wiki/source/wikitext-hidden.ts'

/**
 * What a page written from a plan says without showing it, beside what it belongs to:
 * `<!-- quarterdeck goal:V1StGXR8Z5 {"order":"a0"} -->`.
 */
export interface OwnTag {
  /** The id of a record, or what else the line is: `page`, `section`, `state`. */
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface TaggedLine {
  /** From 1. */
  readonly number: number
  /** What the line shows, as wikitext. */
  readonly source: string
  readonly tag: OwnTag | null
  /** Tags that can't be read, and those that stand beside another. */
  readonly broken: readonly string[]
}

/** How a tag begins. */
const tagOpening = '<!-- quarterdeck '
const tagPattern = /<!-- quarterdeck ([^\s<>]{1,80})(?: ([^<>]*))? -->/g

/** A tag that nothing within it can end: neither `--` nor an angle bracket stands in it. */
export function formatTag(name: string, data: Readonly<Record<string, unknown>> = {}): string {
  return `${tagOpening}${name}${Object.keys(data).length === 0 ? '' : ` ${safeJson(data)}`} -->`
}

/** Whether a text was written from a plan. */
export function isOwnWikitext(text: string): boolean {
  return text.includes(`${tagOpening}page `)
}

/** The lines of a page, each without its tag; nothing is left of other comments. */
export function taggedLines(text: string): readonly TaggedLine[] {
  return withoutHidden(text, tagOpening).split(/\r\n|\n|\r/).map((line, index) => taggedLine(line, index + 1))
}

function taggedLine(line: string, number: number): TaggedLine {
  if (!line.includes(tagOpening)) return { number, source: line.trimEnd(), tag: null, broken: [] }
  const broken: string[] = []
  let tag: OwnTag | null = null
  const source = line.replace(tagPattern, (whole, name: string, json?: string) => {
    const data = dataIn(json)
    if (data === null || tag !== null) broken.push(whole)
    else tag = { name, data }
    return ''
  })
  return { number, source: source.trimEnd(), tag, broken }
}

function dataIn(json: string | undefined): OwnTag['data'] | null {
  if (json === undefined || json === '') return {}
  try {
    const data: unknown = JSON.parse(json)
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as OwnTag['data']) : null // just told to be an object
  } catch {
    return null // a hand was in it
  }
}

/** JSON that a wiki keeps as it is: it would end at `-->`, sign `~~~~` and bring letters into their composed form. */
function safeJson(data: OwnTag['data']): string {
  const json = JSON.stringify(data).replace(/[<>\u007f-\u009f\ufeff\ufffe\uffff]|-(?=-)|~(?=~)/g, escaped)
  return json.normalize('NFC') === json ? json : json.replace(/[^\u0020-\u007e]/g, escaped)
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
