import { useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { hasKind, isRecordId } from '../../../shared/model/ids.ts'
import type { DecisionKind } from '../../../shared/turn/decision.ts'
import { useSession } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { turnText } from '../../text/turn.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { decideAll } from './decide-all.ts'
import { decide, turnStoreOf } from './turn-store.ts'
import styles from './TurnList.module.css'
import { TurnRow } from './TurnRow.tsx'
import { kindOfKey, walkTurn } from './walk-turn.ts'
import { useTurnRows } from './use-turn-rows.ts'
import type { Turning } from './use-turning.ts'

/** A row for each goal; only those in sight are drawn. Arrows walk them, letters decide. */
export function TurnList({ turning }: { readonly turning: Turning }): ReactNode {
  const session = useSession()
  const store = turnStoreOf(session)
  const { items, quarter, to } = turning
  const scroller = useRef<HTMLDivElement>(null)
  const { virtualizer, activeAt } = useTurnRows({ items, quarter, scroller })
  const announce = useAnnounce()
  const choose = (index: number, kind: DecisionKind): void => {
    const item = items[index]
    if (item === undefined) return
    decide(store, { quarter, decisions: [[item.goal.id, { kind, reason: item.decision.reason }]] })
    store.setState({ active: item.goal.id })
  }
  const chooseByKey = (kind: DecisionKind): void => {
    if (kind === 'drop') store.setState({ wantsFocus: 'reason' })
    choose(activeAt, kind)
    announce(turnText.decided(items[activeAt]?.goal.title ?? '', turnText.kinds(to)[kind]))
  }
  const onFocus = (event: FocusEvent): void => {
    const id = event.target.closest('[data-turn-goal]')?.getAttribute('data-turn-goal') ?? null
    if (isRecordId(id) && hasKind(id, 'goal')) store.setState({ active: id })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || target?.matches('input[type="text"]') === true) return
    const kind = kindOfKey(event.key)
    if (kind !== null) {
      event.preventDefault()
      if (!event.shiftKey) return chooseByKey(kind)
      decideAll(session, { turning, kind })
      announce(turnText.decided(turnText.all, turnText.kinds(to)[kind]))
      return
    }
    // within the choices of a row the arrows choose
    if (target?.closest('[role="radiogroup"]') !== null) return
    const page = Math.max(1, (virtualizer.range?.endIndex ?? 0) - (virtualizer.range?.startIndex ?? 0) - 1)
    const next = walkTurn({ key: event.key, count: items.length, from: activeAt, page })
    if (next === null) return
    event.preventDefault()
    store.setState({ active: items[next]?.goal.id ?? null, wantsFocus: 'row' })
  }
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on what is in its rows, and keys lead from one to the other */}
      <div role="list" aria-label={turnText.list(quarterLabel(quarter))} className={styles.list} style={{ height: virtualizer.getTotalSize() }} onFocus={onFocus} onKeyDown={onKeyDown}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <div key={key} ref={virtualizer.measureElement} role="listitem" aria-setsize={items.length} aria-posinset={index + 1} data-index={index} data-turn-goal={item.goal.id} className={styles.item} style={{ transform: `translateY(${start}px)` }}>
              <TurnRow item={item} to={to} quarter={quarter} isActive={index === activeAt} onChoose={(kind) => choose(index, kind)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
