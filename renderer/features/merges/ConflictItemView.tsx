import type { ReactNode } from 'react'
import { hasKind, type RecordId } from '../../../shared/model/ids.ts'
import type { ConflictSide } from '../../../shared/plan/open-conflict.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { ConflictCard } from '../../parts/ConflictCard.tsx'
import { recordWords } from '../../parts/record-words.ts'
import { useSession } from '../../state/session.tsx'
import { mergesText } from '../../text/merges.ts'
import { Button } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { ConflictItem } from './conflict-items.ts'
import styles from './ConflictList.module.css'
import { openGoal } from '../../parts/open-goal.ts'

export interface ConflictItemViewProps {
  readonly item: ConflictItem
  readonly index: number
  readonly top: number
  readonly view: PlanView
  readonly isActive: boolean
  readonly measure: (element: Element | null) => void
  readonly onDecide: (side: ConflictSide | null) => void
}

/** One line of the list at its place. */
export function ConflictItemView({ item, index, top, view, isActive, measure, onDecide }: ConflictItemViewProps): ReactNode {
  const place = { ref: measure, 'data-index': index, style: { transform: `translateY(${top}px)` } }
  if (item.kind === 'head') {
    return (
      <div {...place} className={styles.item}>
        <Head about={item.about} view={view} />
      </div>
    )
  }
  const said = item.kind === 'decided' ? { 'aria-hidden': true } : { role: 'listitem', 'aria-posinset': item.position, 'aria-setsize': item.total }
  return (
    <div {...place} {...said} className={styles.item}>
      <div className={styles.card}>
        <ConflictCard conflict={item.conflict} view={view} isTabbable={isActive} isDecided={item.kind === 'decided'} onDecide={onDecide} />
      </div>
    </div>
  )
}

function Head({ about, view }: { readonly about: RecordId; readonly view: PlanView }): ReactNode {
  const session = useSession()
  const { number, title } = recordWords(view, about)
  return (
    <div className={styles.head}>
      <span className={styles.number}>{number}</span>
      <b className={styles.title}>{title}</b>
      {hasKind(about, 'goal') && (
        <Button size="small" variant="quiet" tabIndex={-1} keys="O" onClick={() => openGoal(session, about)}>
          {mergesText.open}
          <VisuallyHidden> {title}</VisuallyHidden>
        </Button>
      )}
    </div>
  )
}
