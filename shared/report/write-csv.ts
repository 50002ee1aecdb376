import type { Steps } from '../changes/steps.ts'
import type { GoalId } from '../model/ids.ts'
import { isQuarter, type Quarter } from '../model/year.ts'
import { statusLabel } from '../words/statuses.ts'
import type { Report, ReportGoal, ReportLink, ReportNote } from './report.ts'
import { sectionLabel, statusWords } from './report-words.ts'

type Cell = string | number

/** The columns and what stands in them, one row a goal. */
const columns = {
  Id: ({ id }) => id,
  Parent: ({ parent }) => parent ?? '',
  Section: ({ section }) => section,
  Status: statusWords,
  Title: ({ title }) => title,
  Program: ({ program }) => program,
  Outcome: ({ outcome }) => outcome,
  Output: ({ output }) => output,
  Quarter: ({ quarter, until }) => `${quarterText(quarter)}${until === null ? '' : `-${quarterText(until)}`}`,
  Owner: ({ owner }) => owner,
  Teams: ({ teams }) => teams.join(', '),
  Tasks: ({ tasks }) => tasks.join(', '),
  Stretch: ({ stretch }) => (stretch ? 'yes' : ''),
  'Waiting on': ({ waitingOn }) => waitingOn,
  Reason: ({ reason }) => reason,
  Since: ({ since }) => since ?? '',
  Days: ({ days }) => days ?? '',
  'Carried from': ({ carriedFrom }) => (carriedFrom === null ? '' : linkText(carriedFrom)),
  'Times carried': ({ timesCarried }) => (timesCarried === 0 ? '' : timesCarried),
  'Carried to': ({ carriedTo }) => carriedTo.map(linkText).join('\n'),
  'Added on': ({ sinceStart }) => (sinceStart?.kind === 'added' ? sinceStart.on : ''),
  'Re-worded on': ({ sinceStart }) => (sinceStart?.kind === 'reworded' ? sinceStart.on : ''),
  'Title before': ({ sinceStart }) => (sinceStart?.kind === 'reworded' ? sinceStart.before : ''),
  Description: ({ description }) => description,
  Notes: ({ id, notes }) => notes.map((note) => noteCell(id, note)).join('\n'),
} as const satisfies Readonly<Record<string, (goal: ReportGoal & { readonly section: string }) => Cell>>

/** A note in the row of a goal, with what it states of that one. */
function noteCell(goal: GoalId, { date, status, states, text }: ReportNote): string {
  const stated = states.find((state) => state.goal === goal)?.status ?? status
  return [date, stated === null ? '' : statusLabel[stated], text].filter((part) => part !== '').join(' ')
}

/** How many rows are written between two pauses. */
const stepSize = 200

/**
 * A report as a table (RFC 4180, UTF-8 with its mark, so that spreadsheets read it as what it is): a row a goal, a
 * sub-goal with the id of the one above. Every cell is quoted, and none of them is a formula.
 */
export function* writeCsvInSteps({ sections }: Report): Steps<string> {
  const rows = [rowOf(Object.keys(columns))]
  for (const { kind, goals } of sections) {
    for (const goal of goals) {
      if (rows.length % stepSize === 0) yield
      rows.push(rowOf(Object.values(columns).map((cellOf) => cellOf({ ...goal, section: sectionLabel[kind] }))))
    }
  }
  return `\uFEFF${rows.join('')}`
}

function rowOf(cells: readonly Cell[]): string {
  return `${cells.map((cell) => `"${String(defused(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`
}

/** What a spreadsheet would compute (OWASP, CSV injection), the letters of full width among it, and after white space as well. */
const formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** A text that begins like a formula is a text by an apostrophe before it. */
function defused(cell: Cell): Cell {
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell
}

function linkText({ title, place }: ReportLink): string {
  const where = place === null ? '' : isQuarter(place) ? quarterText(place) : place
  return [where, title].filter((part) => part !== '').join(' ')
}

function quarterText(quarter: Quarter | null): string {
  return quarter === null ? '' : `Q${quarter}`
}
