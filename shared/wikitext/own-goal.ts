import { isRecordId, hasKind, type GoalId } from '../model/ids.ts'
import { isStatus, type Status } from '../model/status.ts'
import { isQuarter } from '../model/year.ts'
import { dateAtStart } from '../wiki/text/page-date.ts'
import { dateText } from './own-date.ts'
import type { OwnLine, ReadShown, ShownRecord } from './own-record.ts'
import { listOf, textOf, type Said, type SaidValue } from './own-said.ts'
import { markdownToWiki, plainLines, plainText, wikiLines, wikiText, wikiToMarkdown } from './own-text.ts'
import { digestOf } from './shown-digest.ts'
import { statusTemplate, type TemplateTable } from '../wiki/text/status-templates.ts'

/** What the place of a goal on the page says of it without words: output, quarter and parent. */
export type GoalPlace = Said

interface Detail {
  readonly label: string
  readonly field: string
  readonly as: 'text' | 'names' | 'quarter' | 'date' | 'flag' | 'markdown'
}

const details: readonly Detail[] = [
  { label: 'Teams', field: 'teams', as: 'names' },
  { label: 'Owner', field: 'owner', as: 'text' },
  { label: 'Quarter', field: 'quarter', as: 'quarter' },
  { label: 'Until', field: 'until', as: 'quarter' },
  { label: 'Depends on', field: 'dependsOn', as: 'names' },
  { label: 'Accepted by', field: 'accepted', as: 'names' },
  { label: 'Reason', field: 'reason', as: 'text' },
  { label: 'Waiting on', field: 'waitingOn', as: 'text' },
  { label: 'Since', field: 'since', as: 'date' },
  { label: 'Dropped', field: 'dropped', as: 'flag' },
  { label: 'Carried through', field: 'carriedThrough', as: 'names' },
  { label: 'Carried into', field: 'carriedInto', as: 'text' },
  { label: 'Tasks', field: 'tasks', as: 'names' },
  { label: 'Description', field: 'description', as: 'markdown' },
]
/** Other goals by their titles: they are known by their ids in the tag, so that what is shown of them is not read. */
const links = [
  { label: 'Depends on goals', field: 'dependsOnGoals' },
  { label: 'Carried from', field: 'carriedFrom' },
] as const
const taskPattern = /^T[0-9]{1,9}$/
const taskLink = /\[\[\s*:?(?:phab|phabricator)\s*:\s*(T[0-9]{1,9})\s*(?:#[^[\]|]{0,100})?(?:\|([^[\]]{0,300}))?\]\]/gi

/** Goals that a goal depends on stand in its tag by their ids, beside the names of teams that its line shows. */
export function withGoalsApart(said: Said): Said {
  const all = listOf(said['dependsOn'])
  const goals = all.filter(isGoalId)
  return goals.length === 0 ? said : { ...said, dependsOn: all.filter((each) => !isGoalId(each)), dependsOnGoals: goals }
}

export function withGoalsTogether({ dependsOnGoals, ...said }: Said): Said {
  const goals = listOf(dependsOnGoals).filter(isGoalId)
  return goals.length === 0 ? said : { ...said, dependsOn: [...listOf(said['dependsOn']), ...goals] }
}

function isGoalId(id: string): id is GoalId {
  return isRecordId(id) && hasKind(id, 'goal')
}

/**
 * @param level 1 for a goal of its output, 2 for a sub-goal
 * @param titleOf what another goal is called; empty for one that is not there
 */
export function showGoal({ said, level, titleOf }: { readonly said: Said; readonly level: number; readonly titleOf: (goal: GoalId) => string }): ShownRecord {
  const tasks = listOf(said['tasks']).filter((task) => taskPattern.test(task))
  const status = said['status']
  const head = [wikiText(textOf(said['title'])), said['stretch'] === true ? '(stretch)' : '', `{{${statusTemplate[isStatus(status) ? status : 'todo']}}}`, ...tasks.map((task) => `{{Phabricator|${task}}}`)]
  const stars = '*'.repeat(level)
  return {
    head: `${stars} ${head.filter((part) => part !== '').join(' ')}`,
    body: [
      ...details.flatMap((detail): readonly OwnLine[] => {
        const text = level === 1 && detail.field === 'quarter' ? '' : shownDetail(detail, said[detail.field])
        return text === '' ? [] : [{ source: `${stars}: ${detail.label}: ${text}`, tag: null }]
      }),
      ...links.flatMap(({ label, field }): readonly OwnLine[] => {
        const goals = field === 'carriedFrom' ? [textOf(said[field])] : listOf(said[field])
        const titles = goals.filter(isGoalId).map((goal) => wikiText(titleOf(goal))).filter((title) => title !== '')
        const source = `${stars}: ${label}: ${titles.join(', ')}`
        return titles.length === 0 ? [] : [{ source, tag: { name: 'shown', data: { digest: digestOf(source) } } }]
      }),
    ],
  }
}

/** What the lines of a goal show. */
export function readGoal({ shown, place, table }: { readonly shown: ShownRecord; readonly place: GoalPlace; readonly table: TemplateTable }): ReadShown {
  const head = readHead({ source: shown.head.replace(/^\*+ ?/, ''), table })
  const said: Record<string, SaidValue> = { ...place, ...head }
  const unread: number[] = []
  shown.body.forEach(({ source, tag }, index) => {
    if (tag?.name === 'shown') {
      if (tag.data['digest'] !== digestOf(source)) unread.push(index)
      return
    }
    const [, label = '', text = ''] = /^[*#:]+:\s*([A-Z][A-Za-z ]{1,20}):\s*(.*)$/.exec(source) ?? []
    const detail = details.find((each) => each.label === label)
    const value = detail === undefined ? null : readDetail(detail, text)
    if (detail === undefined || value === null) unread.push(index)
    else said[detail.field] = detail.field === 'tasks' ? [...listOf(said['tasks']), ...listOf(value)] : value
  })
  return { said, unread }
}

function readHead({ source, table }: { readonly source: string; readonly table: TemplateTable }): Said {
  let status: Status = 'todo'
  const tasks: string[] = []
  const words = source.replace(/\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g, (whole, name: string, part = '') => {
    const meaning = table.meaningOf(name)
    const [first = '', ...rest] = String(part).split('|').map((each) => each.replace(/^\s*1\s*=/, '').trim())
    if (meaning?.kind === 'task' && /^T?[0-9]{1,9}$/i.test(first)) {
      tasks.push(`T${first.replace(/^t/i, '')}`)
      return ''
    }
    const said = meaning?.kind === 'status' ? meaning.status : meaning?.kind === 'statusPart' ? table.statusOf(first) : undefined
    if (said === undefined) return whole
    status = said
    return meaning?.kind === 'status' ? ` ${[first, ...rest].join(' ')}` : ` ${rest.join(' ')}`
  })
  const linked = words.replace(taskLink, (_, task: string, label = '') => {
    tasks.push(task.toUpperCase())
    return String(label).trim().toUpperCase() === task.toUpperCase() ? '' : String(label)
  })
  const bare = withoutLastTasks(linked.trim())
  tasks.push(...bare.tasks)
  const text = bare.text.replace(/ [-–—]$/, '')
  const title = text.replace(/ ?\(stretch\)$/i, '')
  return { title: plainText(title), stretch: title !== text, status, tasks: [...new Set(tasks)] }
}

/** Tasks that a hand has written at the end, by themselves or in brackets. */
function withoutLastTasks(text: string): { readonly text: string; readonly tasks: readonly string[] } {
  const last = / [-–—:,]? ?\(?((?:(?:task )?T[0-9]{1,9}(?:, ?| |(?=\)|$))){1,20})\)?$/.exec(text)
  return last === null ? { text, tasks: [] } : { text: text.slice(0, last.index).trimEnd(), tasks: last[1]?.match(/T[0-9]+/g) ?? [] }
}

function shownDetail({ field, as }: Detail, value: SaidValue | undefined): string {
  if (as === 'names') return listOf(value).filter((each) => field !== 'tasks' || !taskPattern.test(each)).map(wikiText).join(', ')
  if (as === 'quarter') return isQuarter(value) ? `Q${value}` : ''
  if (as === 'flag') return value === true ? 'yes' : ''
  if (as === 'date') return dateText(textOf(value))
  return as === 'markdown' ? markdownToWiki(textOf(value)).join('<br />') : wikiLines(textOf(value))
}

/** Null where the words are none of its kind. */
function readDetail({ as }: Detail, text: string): SaidValue {
  if (as === 'names') return [...new Set(plainText(text).split(/, */).filter((each) => each !== ''))]
  if (as === 'flag') return text.trim() !== ''
  if (as === 'date') return dateAtStart(plainText(text))?.date.value ?? null
  if (as === 'markdown') return wikiToMarkdown(text.split(/<br\b[^<>]{0,20}>/i))
  if (as === 'text') return plainLines(text)
  const quarter = Number(/^Q([1-4])$/i.exec(text.trim())?.[1])
  return isQuarter(quarter) ? quarter : null
}
