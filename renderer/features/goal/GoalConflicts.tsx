import { Split } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { isOverDeletion, type OpenConflict } from '../../../shared/plan/open-conflict.ts'
import { ConflictCard } from '../../parts/ConflictCard.tsx'
import { decideConflict } from '../../parts/decide-conflict.ts'
import { useHeldConflicts } from '../../parts/use-held-conflicts.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { conflictText } from '../../text/merges.ts'
import styles from './GoalConflicts.module.css'

/** What of the goal and its notes was edited on both sides and waits to be looked at; it can be kept or flipped right here. */
export function GoalConflicts({ open }: { readonly open: readonly OpenConflict[] }): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const section = useRef<HTMLElement>(null)
  const { shown, hold, listens } = useHeldConflicts(open)
  /** After one is decided, the focus goes to the next of them, else to the panel. */
  const focusNext = (): void => {
    const panel = section.current?.closest('aside')
    requestAnimationFrame(() => (section.current?.querySelector<HTMLElement>('[data-conflict]:not([inert]) [data-main]') ?? panel)?.focus())
  }
  if (shown.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens to where presses and keys of its buttons come from
    <section ref={section} className={styles.section} aria-label={conflictText.panel} {...listens}>
      <h3 className={styles.heading}>
        <Split aria-hidden="true" />
        {conflictText.panel} {open.length > 0 && <span className={styles.count}>{open.length}</span>}
      </h3>
      <p className={styles.hint}>{conflictText.panelHint(shown.some(({ conflict }) => isOverDeletion(conflict)))}</p>
      {shown.map(({ conflict, isDecided }) => (
        <ConflictCard
          key={conflict.id}
          conflict={conflict}
          view={view}
          isDecided={isDecided}
          onDecide={(side) => {
            hold()
            decideConflict(session, { conflict, side })
            focusNext()
          }}
        />
      ))}
    </section>
  )
}
