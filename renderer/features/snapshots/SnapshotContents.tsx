import { useMemo, type ReactNode } from 'react'
import type { GoalId, OutputId } from '../../../shared/model/ids.ts'
import { quarterOfGoal, subtreeOf } from '../../../shared/plan/goal-place.ts'
import { allOutputs } from '../../../shared/plan/outline.ts'
import { goalsOf, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { Listing } from '../../parts/Listing.tsx'
import { RecordRow } from '../../parts/RecordRow.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { comparisonText } from '../../text/comparison.ts'
import { snapshotText } from '../../text/snapshots.ts'
import list from '../../parts/ChangeList.module.css'

/** The goals of a snapshot below their outputs, with quarter and status; those that are only there for what hangs below them are left out. */
export function SnapshotContents({ snapshot: { view, scope } }: { readonly snapshot: Snapshot }): ReactNode {
  const groups = useMemo(() => groupsIn(view, (id) => scope === 'year' || quarterOfGoal(view, id) === scope), [view, scope])
  return groups.map(({ output, title, goals }) => (
    <Listing key={output ?? ''} title={title} items={goals} keyOf={(id) => id} first={40}>
      {(id) => (
        <RecordRow id={id} view={view}>
          <span className={list.facts}>
            {scope === 'year' && <span className={list.hint}>{comparisonText.quarter(quarterOfGoal(view, id))}</span>}
            <StatusName status={recordOf(view, id)?.status ?? 'todo'} />
          </span>
        </RecordRow>
      )}
    </Listing>
  ))
}

interface Group {
  readonly output: OutputId | null
  readonly title: string
  readonly goals: readonly GoalId[]
}

function groupsIn(view: PlanView, isIn: (id: GoalId) => boolean): readonly Group[] {
  const below = (parent: OutputId | 'root'): readonly GoalId[] => goalsOf(view, parent).flatMap(({ id }) => [...subtreeOf(view, id)]).filter(isIn)
  const outputs = allOutputs(view).map(({ id, number, title }): Group => ({ output: id, title: `${number} ${title}`.trim(), goals: below(id) }))
  return [...outputs, { output: null, title: snapshotText.noOutput, goals: below('root') }]
}
