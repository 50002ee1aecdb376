import type { ReactNode } from 'react'
import { isDeletion } from '../../shared/changes/conflict.ts'
import { replicaOf } from '../../shared/changes/stamp.ts'
import { splitField } from '../../shared/model/record-spec.ts'
import { deletionAndWork, isOverDeletion, type ConflictSide, type OpenConflict } from '../../shared/plan/open-conflict.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { isProse } from '../../shared/words/prose.ts'
import { conflictText } from '../text/merges.ts'
import { placeWords } from './place-words.ts'
import { SaidValue } from './SaidValue.tsx'
import { TextChange } from './TextChange.tsx'
import { whoWrote } from './who-wrote.ts'
import { WorkWords, workTold } from './WorkWords.tsx'
import styles from './ConflictCard.module.css'

export interface ConflictValueProps {
  readonly conflict: OpenConflict
  readonly side: ConflictSide
  readonly view: PlanView
  /** Long texts are cut to what is around their differences. */
  readonly isFolded: boolean
}

/** What one side of a conflict wrote. */
export function ConflictValue({ conflict, side, view, isFolded }: ConflictValueProps): ReactNode {
  const { field, value } = conflict[side]
  const { name, member } = splitField(field)
  if (isOverDeletion(conflict) && !isDeletion(conflict[side])) return <AllWork conflict={conflict} view={view} />
  if (field === 'deleted') return value === true ? conflictText.deleted : conflictText.restored
  if (field === 'order') return placeWords(view, conflict.on, value)
  if (member !== undefined) return value === true ? conflictText.added : conflictText.removed
  const [before, after] = [conflict.earlier.value, conflict.later.value]
  if (isProse(name) && typeof before === 'string' && typeof after === 'string' && value !== '') return <TextChange before={before} after={after} only={side === 'earlier' ? 'before' : 'after'} isFolded={isFolded} />
  return <SaidValue field={name} value={value} view={view} />
}

/** All that was done with what the other side deleted, and below it, the latest first: it comes back or stays deleted as a whole. */
function AllWork({ conflict, view }: Pick<ConflictValueProps, 'conflict' | 'view'>): ReactNode {
  const all = [conflict, ...conflict.along.filter(isOverDeletion)]
  const last = deletionAndWork(conflict).work
  return (
    <>
      {all.slice(0, workTold).map((each) => {
        const { work } = deletionAndWork(each)
        return (
          <span key={each.id} className={styles.work}>
            <WorkWords on={each.on} below={each.below} cell={work} view={view} />
            {replicaOf(work.at) !== replicaOf(last.at) && <span className={styles.who}>, {whoWrote(view, work.at)}</span>}
          </span>
        )
      })}
      {all.length > workTold && <span className={styles.work}>{conflictText.moreWork(all.length - workTold)}</span>}
    </>
  )
}
