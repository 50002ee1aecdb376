import type { Goal } from '../model/goal.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Output } from '../model/output.ts'
import type { Program } from '../model/program.ts'
import { recordOf, type PlanView } from './plan-view.ts'
import type { TreeNode } from './tree-nodes.ts'

/** The words of a text that is looked for, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
}

/** Whether the record of a node holds all the words, anywhere in what it says of itself. */
export function isMatch({ view, node, words }: { readonly view: PlanView; readonly node: TreeNode; readonly words: readonly string[] }): boolean {
  const record = 'id' in node ? recordOf<(typeof node)['kind']>(view, node.id) : null
  if (record === null) return false
  const said = saidBy(record)
  return words.every((word) => said.includes(word))
}

type TreeRecord = Program | Outcome | Output | Goal

// a record is the same one while nothing in it changes, and a text is looked for letter by letter
const said = new WeakMap<TreeRecord, string>()

function saidBy(record: TreeRecord): string {
  const known = said.get(record)
  if (known !== undefined) return known
  const text = wordsIn(record).join(' ').toLowerCase()
  said.set(record, text)
  return text
}

function wordsIn(record: TreeRecord): readonly string[] {
  if ('waitingOn' in record) return [record.title, record.description, record.reason, record.waitingOn, record.owner, ...record.teams, ...record.tasks]
  if ('code' in record) return [record.code, record.title, record.owner, record.summary]
  return [record.number, record.title]
}
