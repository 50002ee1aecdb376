import { titleLimit } from '../../model/record-spec.ts'
import type { PageClause } from '../page/goals-page.ts'

/** Why a goal is held up or put off, and for whom it waits, in the words of the page; empty where it doesn't say. */
export interface ReasonWords {
  readonly reason: string
  readonly waitingOn: string
}

export const noReason: ReasonWords = { reason: '', waitingOn: '' }

const mostWaitedFor = 6

/** Takes the words after the mark, or those before it where nothing follows: `Blocked, as we are waiting on other teams`. */
export function reasonIn(clause: PageClause): ReasonWords {
  const before = clause.text.replace(/^(?:this|it|these|they)(?: goals?| work| tasks?)?(?: (?:is|are|was|were|has|have))?(?: (?:now|still|currently|also))*(?: |$)/i, '')
  const reason = clause.after === '' ? before : clause.after
  return { reason, waitingOn: waitedFor(`${clause.text} ${clause.after}`).slice(0, titleLimit).toWellFormed() }
}

/** `other teams` of `waiting on other teams to answer`. */
function waitedFor(text: string): string {
  const [, rest] = /\bwaiting (?:on |for )?(.+)$/i.exec(text) ?? []
  const words: string[] = []
  for (const word of rest?.split(' ', mostWaitedFor) ?? []) {
    if (/^(?:to|until|before|because|as)$/i.test(word)) break
    words.push(word.replace(/[.,;:)]+$/, ''))
    if (/[.,;:)]$/.test(word)) break
  }
  return words.join(' ')
}
