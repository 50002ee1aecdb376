import { Lexer, marked, type Token, type Tokens } from 'marked'

/** What a format was read back as: a goal's title and how far it stands below another. */
export interface WrittenGoal {
  readonly title: string
  readonly level: number
}

const otherParts: readonly string[] = ['Outcomes', 'Notes by month']

/** The goals of a report in Markdown, as a renderer reads it. */
export function goalsInMarkdown(text: string): readonly WrittenGoal[] {
  const goals: WrittenGoal[] = []
  let isSection = false
  const add = (list: Tokens.List, level: number): void => {
    for (const item of list.items) {
      const words = item.tokens.flatMap((token: Token) => ('tokens' in token ? (token.tokens ?? []) : []))
      const strong = words.find((token) => token.type === 'strong')
      goals.push({ title: plainOf(marked.parseInline(strong === undefined ? '' : strong.raw.slice(2, -2), { async: false })), level })
      for (const token of item.tokens) if (token.type === 'list') add(token as Tokens.List, level + 1) // its type says list
    }
  }
  for (const token of new Lexer({ gfm: true }).lex(text)) {
    if (token.type === 'heading' && token['depth'] === 2) isSection = !otherParts.includes(token['text'] as string) && !String(token['text']).startsWith('Left the quarter') // a heading has a text
    if (isSection && token.type === 'list') add(token as Tokens.List, 1) // its type says list
  }
  return goals
}

/** What HTML shows as text. */
export function plainOf(html: string): string {
  return decoded(html.replace(/<[^>]*>/g, ''))
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** A text with the entities that HTML and wikitext share read as what they stand for. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name = '') => (code === undefined ? (names[name as string] ?? whole) : String.fromCodePoint(Number(code)))) // a name is text
}

/** The goals of a report in wikitext: the items of lists, up to what left the quarter and the notes. */
export function goalsInWikitext(text: string): readonly WrittenGoal[] {
  const [sections = ''] = text.split(/^=== (?:Left the quarter \(\d+\)|Notes by month) ===$/m)
  return [...sections.matchAll(/^(\*+) '''(.*?)'''/gm)].map(([, marks = '', title = '']) => ({ title: decoded(title), level: marks.length }))
}

/** The ids of the goals of a report in HTML. */
export function idsInHtml(text: string): readonly string[] {
  return [...text.matchAll(/<li data-goal="([^"]*)">/g)].map(([, id = '']) => id)
}

/** The rows of a table (RFC 4180), each cell by the name of its column. */
export function rowsOfCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readCsv(text.slice(1))
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at] ?? '', cell])))
}

function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1))
      else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === ',') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (letter === '\r' && text.charAt(at + 1) === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      rows.push([])
      at += 1
    } else cell += letter
  }
  return rows.slice(0, -1)
}
