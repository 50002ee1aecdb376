import { useMemo, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { hasKind, isRecordId } from '../../../shared/model/ids.ts'
import type { ConflictSide } from '../../../shared/plan/open-conflict.ts'
import { placeOf } from '../../../shared/plan/record-places.ts'
import { decideConflict } from '../../parts/decide-conflict.ts'
import { recordWords } from '../../parts/record-words.ts'
import type { HeldConflicts } from '../../parts/use-held-conflicts.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { mergesText } from '../../text/merges.ts'
import { conflictItems } from './conflict-items.ts'
import { ConflictItemView, type ConflictItemViewProps } from './ConflictItemView.tsx'
import styles from './ConflictList.module.css'
import { mergesStoreOf } from './merges-store.ts'
import { openGoal } from '../../parts/open-goal.ts'
import { useConflictRows } from './use-conflict-rows.ts'
import { afterDecision, walkConflicts } from './walk-conflicts.ts'

/** The conflicts that wait, by goal; only those in sight are drawn. Keys walk from one to the other and decide. */
export function ConflictList({ held }: { readonly held: HeldConflicts }): ReactNode {
  const session = useSession()
  const store = mergesStoreOf(session)
  const view = usePlan((state) => state.view)
  const items = useMemo(() => conflictItems(view, held.shown), [view, held.shown])
  const scroller = useRef<HTMLDivElement>(null)
  const { virtualizer, activeAt } = useConflictRows({ items, scroller, isHeld: held.isHeld })

  const decide = (index: number, side: ConflictSide | null): void => {
    const item = items[index]
    if (item?.kind !== 'conflict') return
    held.hold()
    const next = afterDecision(items, index)
    store.setState({ active: next?.kind === 'conflict' ? next.conflict.id : null, wantsFocus: next !== null, decided: [...store.getState().decided, item.conflict.id] })
    decideConflict(session, { conflict: item.conflict, side })
  }
  const onFocus = (event: FocusEvent): void => {
    const id = event.target.closest('[data-conflict]')?.getAttribute('data-conflict') ?? null
    if (isRecordId(id) && hasKind(id, 'conflict')) store.setState({ active: id })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const item = items[activeAt]
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || item?.kind !== 'conflict') return
    if (event.key === 'o') {
      const { goal } = placeOf(view, item.conflict.on)
      if (goal !== null) openGoal(session, goal)
      return
    }
    const page = Math.max(1, (virtualizer.range?.endIndex ?? 0) - (virtualizer.range?.startIndex ?? 0) - 1)
    const next = walkConflicts({ key: event.key, items, from: activeAt, page })
    const target = next === null ? undefined : items[next]
    if (next === null) return
    event.preventDefault()
    if (target?.kind === 'conflict') store.setState({ active: target.conflict.id, wantsFocus: true })
  }
  const drawn = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const item = items[index]
    return item === undefined ? [] : [{ item, index, top: start, view, isActive: index === activeAt, measure: virtualizer.measureElement, onDecide: (side: ConflictSide | null) => decide(index, side) }]
  })
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on a button of a conflict, and keys lead from one to the other */}
      <div role="group" aria-label={mergesText.list} className={styles.list} style={{ height: virtualizer.getTotalSize() }} onFocus={onFocus} onKeyDown={onKeyDown} {...held.listens}>
        {[...Map.groupBy(drawn, ({ item }) => item.about)].map(([about, own]) => (
          <ConflictGroup key={about} title={recordWords(view, about).title} heads={own.filter(({ item }) => item.kind === 'head')} conflicts={own.filter(({ item }) => item.kind !== 'head')} />
        ))}
      </div>
    </div>
  )
}

interface ConflictGroupProps {
  readonly title: string
  readonly heads: readonly ConflictItemViewProps[]
  readonly conflicts: readonly ConflictItemViewProps[]
}

/** What is drawn about one goal, for screen readers a list of its own. */
function ConflictGroup({ title, heads, conflicts }: ConflictGroupProps): ReactNode {
  return (
    <div className={styles.group}>
      {heads.map((head) => (
        <ConflictItemView key={head.item.key} {...head} />
      ))}
      {conflicts.length > 0 && (
        <div role="list" aria-label={title} className={styles.group}>
          {conflicts.map((each) => (
            <ConflictItemView key={each.item.key} {...each} />
          ))}
        </div>
      )}
    </div>
  )
}
