import { uniteChangeSets, type ChangeSet } from '../../shared/changes/fold.ts'
import { comparePlans } from '../../shared/compare/compare-plans.ts'
import { adoptFile } from '../../shared/file/adopt-file.ts'
import type { PlanFile } from '../../shared/file/read-plan-file.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { diffJson } from './diff-json.ts'
import { diffText } from './diff-text.ts'
import type { NamedText } from './input.ts'
import { jsonText } from './json-text.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { contentOf, readPlan } from './plan-text.ts'

/** What differs between two files of one plan, for a person to read or as JSON. That they differ is no failure. */
export function diffFiles({ before, after, json }: { readonly before: NamedText; readonly after: NamedText; readonly json: boolean }): Outcome {
  const [a, b] = [readPlan(before), readPlan(after)]
  if (!a.ok) return refused(a.reason)
  if (!b.ok) return refused(b.reason)
  if (a.file.planId !== b.file.planId) return refused(`${before.name} and ${after.name} hold different plans (${a.file.planId}, ${b.file.planId}), which can't be compared.`)
  const comparison = comparePlans({ ...viewsOf({ ...a, ...before }, { ...b, ...after }), scope: 'plan' })
  if (!json) return done({ result: diffText({ comparison, plan: a.file.planId, names: [before.name, after.name] }) })
  const sides = { before: { name: before.name, by: a.file.by, at: a.file.at }, after: { name: after.name, by: b.file.by, at: b.file.at } }
  return done({ result: jsonText({ plan: a.file.planId, ...sides, ...diffJson(comparison) }) })
}

interface Side {
  readonly file: PlanFile
  readonly name: string
}

/** The plan as either file has it. A script's file may hold a part: what it leaves out is as the other has it, and no difference. */
function viewsOf(before: Side, after: Side): { readonly before: PlanView; readonly after: PlanView } {
  const [a, b] = [contentOf(before.file, before.name), contentOf(after.file, after.name)]
  if (isPart(after)) return { before: createView(a), after: createView(withPart(a, after)) }
  return { before: createView(isPart(before) ? withPart(b, before) : a), after: createView(b) }
}

function isPart({ file }: Side): boolean {
  return file.byHand?.knows === null
}

function withPart(whole: ChangeSet, { file, name }: Side): ChangeSet {
  return uniteChangeSets(whole, adoptFile({ file, name, mine: whole, now: 0 })).set
}
