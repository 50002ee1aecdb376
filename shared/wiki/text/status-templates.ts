import { parseStatusWord } from '../../model/status-word.ts'
import type { Status } from '../../model/status.ts'

/** What a template of the wiki says: a status of its own, one that its first part names, or a task of the tracker. */
export type TemplateMeaning = { readonly kind: 'status'; readonly status: Status } | { readonly kind: 'statusPart' } | { readonly kind: 'task' }

/** How a status is written as a template, and read as a word. */
export const statusTemplate: Readonly<Record<Status, string>> = {
  todo: 'To do',
  inProgress: 'In progress',
  partiallyDone: 'Partially done',
  blocked: 'Blocked',
  stalled: 'Stalled',
  done: 'Done',
  postponed: 'Postponed',
}

const namesByStatus: Readonly<Record<Status, readonly string[]>> = {
  todo: ['to do', 'todo', 'not started', 'planned'],
  inProgress: ['in progress', 'inprogress', 'doing', 'ongoing', 'working', 'on track'],
  partiallyDone: ['partially done', 'partly done', 'partial', 'incomplete'],
  blocked: ['blocked'],
  stalled: ['stalled', 'stuck', 'on hold'],
  done: ['done', 'yes done', 'completed', 'complete', 'resolved', 'finished'],
  postponed: ['postponed', 'deferred', 'delayed', 'not done'],
}
const partNames = ['status', 'tracked status', 'goal status']
const taskNames = ['phabricator', 'phab', 'task', 'tracked']

/** What templates say, by their names. */
export interface TemplateTable {
  readonly meaningOf: (name: string) => TemplateMeaning | undefined
  /** The status a word names, whether in a template or in the cell of a table. */
  readonly statusOf: (word: string) => Status | undefined
}

/**
 * The table of template names, with the words of a plan's own.
 * @param words members of `plan.statusWords`, `Fertig=done`; one that says no status is passed over
 */
export function templateTable(words: readonly string[]): TemplateTable {
  const statuses = new Map(Object.entries(namesByStatus).flatMap(([status, names]) => names.map((name) => [name, status as Status] as const))) // its keys are statuses
  for (const word of words) {
    const own = parseStatusWord(word)
    if (own !== null) statuses.set(templateName(own.word), own.status)
  }
  const statusOf = (word: string): Status | undefined => statuses.get(templateName(word))
  return {
    statusOf,
    meaningOf: (name) => {
      const status = statusOf(name)
      if (status !== undefined) return { kind: 'status', status }
      const plain = templateName(name)
      return partNames.includes(plain) ? { kind: 'statusPart' } : taskNames.includes(plain) ? { kind: 'task' } : undefined
    },
  }
}

/** A name as templates are known by: case, underscores and the namespace tell nothing apart. */
function templateName(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^template: ?/, '')
}
