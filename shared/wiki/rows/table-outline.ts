import type { PageText } from '../page/goals-page.ts'
import { collapse } from '../text/page-lines.ts'

/** Where a row belongs. */
export interface RowPlace {
  readonly outcome: string
  readonly outputs: readonly string[]
  readonly outcomeTitle: PageText | null
  readonly outputTitles: readonly PageText[]
}

export interface Outline {
  readonly placeOf: (row: { readonly line: number; readonly outcome: string; readonly output: string; readonly hasColumns: boolean }) => RowPlace
}

const numbered = /^(?:(?:key |program )?outcome|output|objective)?\s*(\d{1,3}(?:\.\d{1,3})?)(?=[\s.:)–—-]|$)[.:)]?\s*[–—-]?\s*(.*)$/i
const longestTitle = 1_000

/** Numbers outcomes and outputs where the table doesn't; an empty cell says what the one above it says. */
export function createOutline(): Outline {
  const outcomes = new Map<string, string>()
  const outputs = new Map<string, string>()
  let last = { outcome: '', output: '' }
  const numberIn = (known: Map<string, string>, text: string, key: string, next: () => string): string => {
    const number = numbered.exec(text)?.[1] ?? known.get(key) ?? next()
    known.set(key, number)
    return number
  }
  return {
    placeOf: ({ line, outcome, output, hasColumns }) => {
      if (!hasColumns) return { outcome: '', outputs: [], outcomeTitle: null, outputTitles: [] }
      const cells = { outcome: collapse(outcome) || last.outcome, output: collapse(output) || (collapse(outcome) === '' || collapse(outcome) === last.outcome ? last.output : '') }
      last = cells
      const own = numberIn(outcomes, cells.outcome, cells.outcome, () => String(outcomes.size + 1)).split('.')[0] ?? ''
      const key = `${own} ${cells.output}`
      const number = numberIn(outputs, cells.output, key, () => `${own}.${[...outputs.keys()].filter((each) => each.startsWith(`${own} `)).length + 1}`)
      const full = number.includes('.') ? number : `${own}.${number}`
      return { outcome: own, outputs: [full], outcomeTitle: titleOf(line, cells.outcome), outputTitles: [titleOf(line, cells.output)].filter((title) => title !== null) }
    },
  }
}

function titleOf(line: number, text: string): PageText | null {
  const title = (numbered.exec(text)?.[2] ?? text).slice(0, longestTitle).toWellFormed()
  return title === '' ? null : { line, text: title }
}
