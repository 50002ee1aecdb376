import { comparePlans } from '../../shared/compare/compare-plans.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { diffJson } from './diff-json.ts'
import { diffText } from './diff-text.ts'
import type { NamedText } from './input.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { contentOf, readPlan } from './plan-text.ts'

/** What differs between two files of one plan, for a person to read or as JSON. That they differ is no failure. */
export function diffFiles({ before, after, json }: { readonly before: NamedText; readonly after: NamedText; readonly json: boolean }): Outcome {
  const [a, b] = [readPlan(before), readPlan(after)]
  if (!a.ok) return refused(a.reason)
  if (!b.ok) return refused(b.reason)
  if (a.file.planId !== b.file.planId) return refused(`${before.name} and ${after.name} hold different plans (${a.file.planId}, ${b.file.planId}), which can't be compared.`)
  const comparison = comparePlans({ before: createView(contentOf(a.file, before.name)), after: createView(contentOf(b.file, after.name)), scope: 'plan' })
  if (!json) return done({ result: diffText({ comparison, names: [before.name, after.name] }) })
  const sides = { before: { name: before.name, by: a.file.by, at: a.file.at }, after: { name: after.name, by: b.file.by, at: b.file.at } }
  return done({ result: `${JSON.stringify({ plan: a.file.planId, ...sides, ...diffJson(comparison) }, null, 2)}\n` })
}
