import { isCommitRow } from './commit-row.ts'
import type { PlanCopy } from './plan-copy.ts'
import type { PlanDatabase } from './plan-database.ts'

/** How many rows are read and added at once. */
const rowsAtOnce = 200

/** Adds to the journal what the database has after row `from`, in portions: what an earlier release or a failure left out. */
export async function fillJournal({ database, copy, from, pause }: { readonly database: PlanDatabase; readonly copy: PlanCopy; readonly from: number; readonly pause: () => Promise<void> }): Promise<void> {
  for (let after = from; ; ) {
    const read = await database.run(() => database.commits.where(':id').above(after).limit(rowsAtOnce).toArray())
    const rows = read.ok ? read.value.filter(isCommitRow) : []
    const last = rows.at(-1)
    if (last === undefined) return
    await copy.keep(rows)
    if (copy.state().kind !== 'kept') return
    after = last.seq
    await pause()
  }
}
