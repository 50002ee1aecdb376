import { useMemo, type ReactNode } from 'react'
import { exchangeEntries, type ExchangeEntry } from '../../../shared/plan/merge-state.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { useOthersCount } from '../../parts/use-others.ts'
import { usePlan, useSession, useShare } from '../../state/session.tsx'
import { formatMoment } from '../../text/dates.ts'
import { exchangeLine } from '../../text/merges.ts'
import { othersText } from '../../text/others.ts'
import styles from './StatusBar.module.css'

/** What was exchanged last and how much of it waits to be looked at; leads to where that is done. Nothing before the first file. */
export function LastExchange(): ReactNode {
  const { ui } = useSession()
  const exchanges = usePlan((state) => state.exchanges)
  const toReview = usePlan((state) => openConflicts(state.view).length)
  const last = useMemo(() => exchangeEntries(exchanges)[0], [exchanges])
  const isShared = useShare((state) => state.share !== null)
  const others = useOthersCount()
  // of a share the line beside it tells
  const what = last === undefined || isShared ? '' : entryText(last)
  const open = [...(toReview === 0 ? [] : [exchangeLine.toReview(toReview)]), ...(others === 0 ? [] : [othersText.waiting(others)])].join(', ')
  if (what === '' && open === '') return null
  const first = what === '' || open === '' ? what : `${what},`
  return (
    <button type="button" className={styles.exchange} title={`${first} ${open}`.trim()} onClick={() => ui.getState().show('exchange')}>
      <span className={styles.what}>{first}</span>
      {/* where room is short, what is to be done stays */}
      <span>{open}</span>
    </button>
  )
}

function entryText(entry: ExchangeEntry): string {
  const when = formatMoment(entry.at)
  if (entry.kind === 'export') return exchangeLine.exported(entry.file, when)
  if (entry.kind !== 'merge') return exchangeLine[entry.kind](entry.place, when)
  return entry.isTakenBack ? exchangeLine.takenBack(entry.by, when) : exchangeLine.merged({ by: entry.by, when, changes: entry.added })
}
