import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { RecordId } from '../../../shared/model/ids.ts'
import { othersGroups } from '../../../shared/plan/others-groups.ts'
import { useOthers, usePlan, useSession } from '../../state/session.tsx'
import { othersText } from '../../text/others.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFocusHome } from '../../ui/focus-home.ts'
import styles from './ExchangeScreen.module.css'
import { LookHead } from './LookHead.tsx'
import { focusExchange } from './merges-store.ts'
import type { OthersRow } from './others-row.ts'
import { OthersList } from './OthersList.tsx'

/** Who only passes by has read nothing. */
const readMs = 1_000

/** What others changed since one last looked. Who has it before their eyes for a moment and goes has looked at it. */
export function Others(): ReactNode {
  const session = useSession()
  const { others } = session
  const changes = useOthers((state) => state.changes)
  const lately = useOthers((state) => state.lately)
  const view = usePlan((state) => state.view)
  const rows = useMemo(() => {
    const all = new Map([...lately, ...changes])
    return othersGroups(view, all.values()).map((group): OthersRow => ({ group, isSeen: !group.changes.some(({ on }) => changes.has(on)) }))
  }, [view, changes, lately])
  /** The records that are in sight, and since when. */
  const inSight = useRef(new Map<RecordId, number>())
  const onInSight = (on: RecordId): void => {
    if (!inSight.current.has(on)) inSight.current.set(on, performance.now())
  }
  useFocusHome(() => focusExchange(session))
  useEffect(
    () => () => {
      const now = performance.now()
      others.getState().look([...inSight.current].filter(([, since]) => now - since >= readMs).map(([on]) => on))
      others.getState().leave()
      inSight.current.clear()
    },
    [others],
  )
  return (
    <section className={styles.toReview} aria-labelledby="changed-by-others">
      <LookHead
        id="changed-by-others"
        title={othersText.title}
        hasTabs
        shown="others"
        count={changes.size}
        button={
          changes.size > 0 && (
            <Button size="small" onClick={() => others.getState().lookAtAll()}>
              {othersText.lookAtAll}
            </Button>
          )
        }
        hint={rows.length > 0 ? othersText.hint : undefined}
      />
      {rows.length === 0 ? <EmptyState title={othersText.nothing}>{othersText.nothingHint}</EmptyState> : <OthersList rows={rows} onInSight={onInSight} />}
    </section>
  )
}
