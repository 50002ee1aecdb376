import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, kindOf, type GoalId, type RecordId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { isKnownKind } from '../model/records.ts'
import { spanOf, yearLabel, type Quarter } from '../model/year.ts'
import { goalsOf, isLive, notesAbout, recordOf, yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { dateText } from './own-date.ts'
import { readGoal, showGoal, withGoalsApart, type GoalPlace } from './own-goal.ts'
import { readHeadLines, showHead } from './own-heads.ts'
import { aboutIn, readNote, showNote } from './own-note.ts'
import { hiddenOf, type ShownRecord } from './own-record.ts'
import { saidBy } from './own-said.ts'
import { formatTag } from './own-tags.ts'
import { wikiText } from './own-text.ts'
import { digestOf } from './shown-digest.ts'
import { templateTable } from '../wiki/text/status-templates.ts'
import { planParts, type SectionPart } from './plan-parts.ts'

/** The version of what stands in comments; a page of a later one is read as far as it is understood. */
const version = 1
const table = templateTable([])

/**
 * Writes a plan as the source of a wiki page: what people write on such pages is written as they do, the rest stands
 * in comments beside it, so that `readOwnWikitext` makes the same records of it. What is deleted isn't written, nor is
 * any history; the first line says up to which changes the plan was known, so that edits are told from what it said.
 */
export function writeWikitext(view: PlanView): string {
  const { plan } = view
  const lines: string[] = [formatTag('page', { version, knows: [...view.set.knows.values()].toSorted() })]
  const seen = new Set<RecordId>()
  if (plan !== null) lines.push(...recordLines({ view, id: plan.id, shown: showHead({ id: plan.id, said: saidOf(view, plan.id) }) }), '')
  const year = yearLabel(yearStartOf(view))
  for (const { program, quarters } of planParts(view)) {
    if (program !== null) lines.push(`== Program Goals and Status for ${year} ==`, ...recordLines({ view, id: program.id, shown: showHead({ id: program.id, said: saidOf(view, program.id) }) }), '')
    for (const { quarter, sections } of quarters) {
      if (sections.length === 0) continue
      lines.push(`== ${quarterName(view, quarter)} ==`, '')
      for (const section of sections) lines.push(...sectionLines({ view, section, seen }))
    }
  }
  const unknown = [...valuesOf(view.set.records)].filter((folded) => !isKnownKind(kindOf(folded.id)) && winnerOf(folded, 'deleted')?.value !== true)
  for (const folded of unknown) lines.push(formatTag(folded.id, saidBy(folded)))
  return `${lines.join('\n').trimEnd()}\n`
}

interface SectionLines {
  readonly view: PlanView
  readonly section: SectionPart
  /** Outcomes and outputs that stand on the page already, with all that they say. */
  readonly seen: Set<RecordId>
}

function sectionLines({ view, section, seen }: SectionLines): readonly string[] {
  const { outcome, output, quarter, goals, notes } = section
  const heading = `=== ${sectionName(section)} ===`
  const lines = [`${heading} ${formatTag('section', { output: output?.id ?? null, quarter, shown: digestOf(heading) })}`]
  for (const above of [outcome, output]) {
    if (above === null) continue
    const shown = showHead({ id: above.id, said: saidOf(view, above.id) })
    // said once; where it stands again, only whether somebody has edited it there has to be known
    lines.push(...(seen.has(above.id) ? [`${shown.head} ${formatTag(above.id, { shown: digestOf(shown.head) })}`.trim()] : recordLines({ view, id: above.id, shown })), '')
    seen.add(above.id)
  }
  const place: GoalPlace = { output: output?.id ?? null, quarter, parent: null }
  if (goals.length > 0) lines.push('==== Goals ====', ...goals.flatMap((goal) => goalLines({ view, goal, place, level: 1 })), '')
  const about = goals.flatMap((goal) => goalNotes(view, goal))
  const isSole = notes.length === 0 && new Set(about.map((note) => note.about)).size === 1 && goals.length === 1
  if (notes.length + about.length > 0) lines.push('==== Status ====', ...[...notes, ...about].flatMap((note) => noteLines({ view, note, isSole })))
  return lines
}

function goalLines({ view, goal, place, level }: { readonly view: PlanView; readonly goal: Goal; readonly place: GoalPlace; readonly level: number }): readonly string[] {
  const shown = showGoal({ said: withGoalsApart(saidOf(view, goal.id)), level, titleOf: (id) => titleIn(view, id) })
  const within: GoalPlace = { ...place, quarter: null, parent: goal.id }
  return [...recordLines({ view, id: goal.id, shown, place }), ...goalsOf(view, goal.id).flatMap((child) => goalLines({ view, goal: child, place: within, level: level + 1 }))]
}

function goalNotes(view: PlanView, goal: Goal): readonly Note[] {
  return [...notesAbout(view, goal.id), ...goalsOf(view, goal.id).flatMap((child) => goalNotes(view, child))]
}

/** @param isSole whether it goes without saying which goal it is about */
function noteLines({ view, note, isSole }: { readonly view: PlanView; readonly note: Note; readonly isSole: boolean }): readonly string[] {
  const titleOf = (goal: GoalId): string => titleIn(view, goal)
  const about = hasKind(note.about, 'goal') && !isSole ? wikiText(titleOf(note.about)) : ''
  return [...recordLines({ view, id: note.id, shown: showNote({ said: saidOf(view, note.id), about, titleOf }) }), '']
}

/** What a goal is called; one that was deleted isn't written. */
function titleIn(view: PlanView, goal: GoalId): string {
  return (isLive(view, goal) ? recordOf(view, goal)?.title : undefined) ?? ''
}

/** A record's lines, the first with what they don't show. */
function recordLines({ view, id, shown, place = {} }: { readonly view: PlanView; readonly id: RecordId; readonly shown: ShownRecord; readonly place?: GoalPlace }): readonly string[] {
  const said = saidOf(view, id)
  const isGoal = hasKind(id, 'goal')
  const read = hasKind(id, 'note') ? readNote({ shown, table }) : isGoal ? readGoal({ shown, place, table }) : readHeadLines({ id, shown })
  const hidden = hiddenOf({ id, said: isGoal ? withGoalsApart(said) : said, shown: read.said })
  const about = aboutIn(shown.head)
  const tag = formatTag(id, hasKind(id, 'note') && about !== '' ? { ...hidden, shown: digestOf(about) } : hidden)
  return [`${shown.head} ${tag}`.trim(), ...shown.body.map((line) => (line.tag === null ? line.source : `${line.source} ${formatTag(line.tag.name, line.tag.data)}`))]
}

function saidOf(view: PlanView, id: RecordId): ReturnType<typeof saidBy> {
  const folded = recordIn(view.set, id)
  return folded === undefined ? {} : saidBy(folded)
}

function quarterName(view: PlanView, quarter: Quarter | null): string {
  if (quarter === null) return 'Not scheduled'
  const [from, , to] = spanOf({ startsOn: yearStartOf(view), quarter }).months
  return `Q${quarter} (${dateText(from)} – ${dateText(to)})`
}

/** `Outcome 1 / Output 1.1 (RelEng, SRE)` */
function sectionName({ outcome, output, goals }: SectionPart): string {
  const numbers = [outcome === null ? '' : `Outcome ${wikiText(outcome.number)}`, output === null ? '' : `Output ${wikiText(output.number)}`].map((part) => part.trim())
  const teams = [...new Set(goals.flatMap((goal) => goal.teams))].map((team) => wikiText(team))
  const name = numbers.filter((part) => part !== '').join(' / ')
  return `${name === '' ? 'Goals of no output' : name}${teams.length === 0 ? '' : ` (${teams.join(', ')})`}`
}
