import { emptyChangeSet, type ChangeSet } from '../../shared/changes/fold.ts'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { folderOfPlan } from '../../shared/copies/copy-name.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { PlanEntry } from '../../shared/model/plan-entry.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { rollupOf } from '../../shared/plan/rollup.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import { samplePlanId } from '../../shared/sample/tec3-sample.ts'
import { commitsOfRows } from './commit-row.ts'
import { createJournal } from './journal.ts'
import { createPlanBackups } from './plan-backups.ts'
import type { StoragePlatform } from './platform.ts'

interface FromCopies extends Pick<StoragePlatform, 'copies' | 'pause' | 'now'> {
  readonly id: PlanId
}

/**
 * What the list says of a plan that it had lost, as far as its newest good backup or its journal says it. When it was
 * opened is not known (0), and where not even its year is, nor is when it was changed.
 */
export async function entryFromCopies(from: FromCopies): Promise<PlanEntry> {
  const { id } = from
  const found = (await fromBackup(from)) ?? (await fromJournal(from))
  const { title, startsOn } = statedPlan(found?.set ?? emptyChangeSet(), id)
  const isKnown = found !== null && startsOn !== null
  return { id, title, startsOn: startsOn ?? '2000-01-01', isSample: id === samplePlanId, goals: found?.goals ?? 0, openedAt: 0, changedAt: isKnown ? found.at : 0 }
}

interface Found {
  readonly set: ChangeSet
  readonly goals: number
  /** Milliseconds since 1970. */
  readonly at: number
}

async function fromBackup({ id, copies, now }: FromCopies): Promise<Found | null> {
  const good = await createPlanBackups({ copies, id }).newestGood(now())
  if (!good.ok || good.value === null) return null
  const { backup, file } = good.value
  return { set: file.set, goals: backup.goals, at: backup.at }
}

async function fromJournal({ id, copies, pause }: FromCopies): Promise<Found | null> {
  const kept = await createJournal({ copies, folder: folderOfPlan(id), slot: 0, pause }).rows()
  const last = kept.ok ? kept.value.rows.at(-1) : undefined
  if (!kept.ok || last === undefined) return null
  const set = commitsOfRows(kept.value.rows).reduce((before, commit) => rewriteChanges(before, commit).set, emptyChangeSet())
  return { set, goals: rollupOf(createView(set), 'root').goals, at: last.at }
}
