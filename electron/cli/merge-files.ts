import { recordIn, uniteChangeSets, type ChangeSet } from '../../shared/changes/fold.ts'
import { winnerOf, type Cell } from '../../shared/changes/folded-record.ts'
import { isSameValue } from '../../shared/changes/canonical.ts'
import type { Conflict } from '../../shared/changes/conflict.ts'
import { stampsAhead } from '../../shared/changes/merge.ts'
import { finish } from '../../shared/changes/steps.ts'
import { mergeVersions } from '../../shared/file/merge-versions.ts'
import { isReadableSteps } from '../../shared/file/plan-size.ts'
import type { PlanFile } from '../../shared/file/read-plan-file.ts'
import { isBookkeeping } from '../../shared/model/ids.ts'
import { quoted } from '../../shared/file/problem.ts'
import { computerNameIn, sourceOf } from '../../shared/plan/stamp-source.ts'
import { counted } from '../../shared/words/counted.ts'
import type { NamedText } from './input.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { readPlan, writePlan } from './plan-text.ts'

export interface MergeFiles {
  /** What both come from, where it is there: for files that were changed by hand. */
  readonly base: NamedText | null
  readonly mine: NamedText
  readonly theirs: NamedText
  /** What the plan's file is called. */
  readonly name: string
  readonly now: number
}

/** The union of two files of one plan. What both sides edited is said, with what counts; nothing is left out. */
export function mergeFiles({ base, mine, theirs, name, now }: MergeFiles): Outcome {
  const [a, b] = [readPlan(mine), readPlan(theirs)]
  if (!a.ok) return refused(a.reason)
  if (!b.ok) return refused(b.reason)
  if (a.file.planId !== b.file.planId) return refused(`${mine.name} and ${theirs.name} hold different plans (${a.file.planId}, ${b.file.planId}), which don't merge.`)
  const before = base === null ? null : readPlan(base)
  // a base of which nothing can be had (git has none where both sides added the file) is no reason to refuse
  const start = before?.ok === true && before.file.planId === a.file.planId ? before.file : null
  const merge = mergeVersions({ base: start, mine: a.file, theirs: b.file, name, now })
  if (!finish(isReadableSteps(merge.set))) return refused(`${mine.name} and ${theirs.name} hold more together than a plan can, and nothing could read it again.`)
  const clocks = stampsAhead({ set: merge.set, known: new Map(), now }).map(({ replica, byMs }) => `the clock of ${nameOf(merge.set, replica)} is ${counted(Math.ceil(byMs / 86_400_000), 'day')} ahead`)
  const byHand = [{ ...a, ...mine }, { ...b, ...theirs }].filter(({ file }) => file.byHand !== null).map((side) => `${side.name} was ${side.file.byHand?.isMade === true ? 'made by a script' : 'changed by hand'}: what differs was taken as edits`)
  const summary = `${counted(merge.newRecords.filter((id) => !isBookkeeping(id)).length, 'new record')}, ${counted(merge.changedFields.filter(({ on }) => !isBookkeeping(on)).length, 'changed field')}, ${merge.conflicts.length} edited on both sides`
  const whole = [{ file: a.file, text: mine.text }, { file: b.file, text: theirs.text }].find(({ file }) => isWhole(file, merge.set))
  return done({ result: whole?.text ?? writePlan({ set: merge.set, now }), said: [summary, ...byHand, ...clocks, ...merge.conflicts.map((conflict) => conflictText(merge.set, conflict))] })
}

/** Whether a file holds all of a set already: then it is the result as it stands, and nobody sees a difference where there is none. */
function isWhole({ byHand, set }: PlanFile, all: ChangeSet): boolean {
  return byHand === null && uniteChangeSets(set, all).set === set
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
