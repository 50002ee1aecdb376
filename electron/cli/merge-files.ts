import { recordIn, type ChangeSet } from '../../shared/changes/fold.ts'
import { winnerOf, type Cell } from '../../shared/changes/folded-record.ts'
import { isSameValue } from '../../shared/changes/canonical.ts'
import type { Conflict } from '../../shared/changes/conflict.ts'
import { mergeChangeSets, stampsAhead } from '../../shared/changes/merge.ts'
import { quoted } from '../../shared/file/problem.ts'
import { computerNameIn, sourceOf } from '../../shared/plan/stamp-source.ts'
import type { NamedText } from './input.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { readPlan, writePlan } from './plan-text.ts'
import { counted } from './words.ts'

/** The union of two files of one plan. What both sides edited is said, with what counts; nothing is left out. */
export function mergeFiles({ mine, theirs, now }: { readonly mine: NamedText; readonly theirs: NamedText; readonly now: number }): Outcome {
  const [a, b] = [readPlan(mine), readPlan(theirs)]
  if (!a.ok) return refused(a.reason)
  if (!b.ok) return refused(b.reason)
  if (a.file.planId !== b.file.planId) return refused(`${mine.name} and ${theirs.name} hold different plans (${a.file.planId}, ${b.file.planId}), which don't merge.`)
  const merge = mergeChangeSets(a.file.set, b.file.set)
  const clocks = stampsAhead({ set: merge.set, known: new Map(), now }).map(({ replica, byMs }) => `the clock of ${nameOf(merge.set, replica)} is ${counted(Math.ceil(byMs / 86_400_000), 'day')} ahead`)
  const summary = `${counted(merge.newRecords.length, 'new record')}, ${counted(merge.changedFields.length, 'changed field')}, ${merge.conflicts.length} edited on both sides`
  return done({ result: writePlan({ set: merge.set, now }), said: [summary, ...clocks, ...merge.conflicts.map((conflict) => conflictText(merge.set, conflict))] })
}

/** `goal:abc "Deploy": status: "done" (SRE laptop, 2018-12-04T09:10) or "blocked" (…): "blocked" counts`. */
function conflictText(set: ChangeSet, { on, field, mine, theirs }: Conflict): string {
  const record = recordIn(set, on)
  const title = winnerOf(record, 'title')?.value
  const counts = winnerOf(record, field)?.value ?? null
  const name = typeof title === 'string' ? `${on} ${quoted(title)}` : on
  const said = (cell: Cell): string => `${cell.field === field ? '' : `${cell.field} `}${quoted(cell.value)} (${whoAndWhen(set, cell)})`
  return `${name}: ${field}: ${said(mine)} or ${said(theirs)}${[mine, theirs].some((cell) => isSameValue(cell.value, counts)) ? `: ${quoted(counts)} counts` : ''}`
}

function whoAndWhen(set: ChangeSet, { at }: Cell): string {
  const source = sourceOf(at)
  return source.kind === 'page' ? `goals page of ${source.day}` : `${nameOf(set, source.replica)}, ${new Date(source.ms).toISOString().slice(0, 16)}Z`
}

/** What people call a computer, else its id. */
function nameOf(set: ChangeSet, replica: string): string {
  const name = computerNameIn(set, replica)
  return name === '' ? replica : name
}
