import { formatGoalState, parseGoalStates } from '../model/goal-state.ts'
import { hasKind, isRecordId, type GoalId } from '../model/ids.ts'
import { isStatus, type Status } from '../model/status.ts'
import { dateAtStart } from '../wiki/text/page-date.ts'
import { dateText } from './own-date.ts'
import type { OwnLine, ReadShown, ShownRecord } from './own-record.ts'
import { listOf, textOf, type Said } from './own-said.ts'
import { markdownToWiki, plainText, wikiText, wikiToMarkdown } from './own-text.ts'
import { statusTemplate, type TemplateTable } from '../wiki/text/status-templates.ts'
import { headingIn } from '../wiki/source/wikitext-lines.ts'

/** A note as a heading with its date, what it states, and its text. */
export function showNote({ said, about, titleOf }: { readonly said: Said; readonly about: string; readonly titleOf: (goal: GoalId) => string }): ShownRecord {
  const date = dateText(textOf(said['date']))
  const author = wikiText(textOf(said['author']))
  const status = said['status']
  const states = parseGoalStates(listOf(said['states']))
  const text = markdownToWiki(textOf(said['text']))
  return {
    head: `===== Note: ${date === '' ? 'undated' : date}${about === '' ? '' : ` – ${about}`} =====`,
    body: [
      ...(author === '' ? [] : [line(`: By: ${author}`)]),
      ...(isStatus(status) ? [line(`{{${statusTemplate[status]}}}`)] : []),
      ...states.map(({ goal, status: stated }): OwnLine => ({ source: `* ${wikiText(titleOf(goal))} {{${statusTemplate[stated]}}}`, tag: { name: 'state', data: { goal } } })),
      ...(text.every((each) => each === '') ? [] : ['', ...text].map(line)),
    ],
  }
}

/** What of a note's heading says what it is about. */
export function aboutIn(head: string): string {
  return /^Note: ?.*? – (.*)$/.exec(headingIn(head)?.text ?? '')?.[1] ?? ''
}

/** What the lines of a note show; a status within its text is one that it states. */
export function readNote({ shown, table }: { readonly shown: ShownRecord; readonly table: TemplateTable }): ReadShown {
  const head = plainText(headingIn(shown.head)?.text ?? shown.head.replaceAll("'''", '')).replace(/^note: ?/i, '')
  const said = { date: dateAtStart(head)?.date.value ?? null, author: '', status: null as Status | null }
  const states: string[] = []
  const text: string[] = []
  shown.body.forEach(({ source, tag }) => {
    const found = lastStatus(source, table)
    const goal = tag?.name === 'state' ? tag.data['goal'] : null
    const author = text.length === 0 ? /^: ?By: ?(.*)$/.exec(source)?.[1] : undefined
    if (isRecordId(goal) && hasKind(goal, 'goal')) {
      if (found !== null) states.push(formatGoalState({ goal, status: found.status }))
    } else if (author !== undefined) said.author = plainText(author)
    else {
      said.status = found?.status ?? said.status
      if (found?.isAll !== true && (source.trim() !== '' || text.length > 0)) text.push(worded(source, table))
    }
  })
  return { said: { ...said, states, text: wikiToMarkdown(text) }, unread: [] }
}

const templatePattern = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

function lastStatus(source: string, table: TemplateTable): { readonly status: Status; readonly isAll: boolean } | null {
  const all = [...source.matchAll(templatePattern)].flatMap((match) => statusIn(match, table) ?? [])
  const status = all.at(-1)
  return status === undefined ? null : { status, isAll: /^\s*\{\{[^{}|]*\}\}\s*$/.test(source) }
}

/** Templates of a status as the words they show. */
function worded(source: string, table: TemplateTable): string {
  return source.replace(templatePattern, (whole, name: string, parts?: string) => {
    const status = statusIn([whole, name, parts], table)
    return status === null ? whole : [statusTemplate[status], ...(table.statusOf(name) === undefined || parts === undefined ? [] : [parts.replaceAll('|', ' ')])].join(' ')
  })
}

function statusIn([, name = '', parts = '']: readonly (string | undefined)[], table: TemplateTable): Status | null {
  const meaning = table.meaningOf(name)
  if (meaning?.kind === 'status') return meaning.status
  return meaning?.kind === 'statusPart' ? (table.statusOf((parts.split('|')[0] ?? '').replace(/^\s*1\s*=/, '')) ?? null) : null
}

function line(source: string): OwnLine {
  return { source, tag: null }
}
