import type { Goal } from '../model/goal.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Output } from '../model/output.ts'
import type { Program } from '../model/program.ts'

export type SearchedRecord = Program | Outcome | Output | Goal

/** The words of a text that is looked for, in lower case; none for a blank one. */
export function wordsOf(text: string): readonly string[] {
  return text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
}

/** Whether a record holds all the words, anywhere in what it says of itself. */
export function holdsWords(record: SearchedRecord, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = saidBy(record)
  return words.every((word) => text.includes(word))
}

// a record is the same one while nothing in it changes, and a text is looked for letter by letter
const said = new WeakMap<SearchedRecord, string>()

function saidBy(record: SearchedRecord): string {
  const known = said.get(record)
  if (known !== undefined) return known
  const text = wordsIn(record).join(' ').toLowerCase()
  said.set(record, text)
  return text
}

function wordsIn(record: SearchedRecord): readonly string[] {
  if ('waitingOn' in record) return [record.title, record.description, record.reason, record.waitingOn, record.owner, ...record.teams, ...record.tasks]
  if ('code' in record) return [record.code, record.title, record.owner, record.summary]
  return [record.number, record.title]
}
