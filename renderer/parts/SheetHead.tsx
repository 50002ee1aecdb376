import type { ReactNode } from 'react'
import { yearLabel } from '../../shared/model/year.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../state/session.tsx'
import { formatFullDate } from '../text/dates.ts'
import { printText } from '../text/print.ts'
import styles from './SheetHead.module.css'

/** The top of what is printed: of which plan and year, and when. */
export function SheetHead({ children }: { readonly children?: ReactNode }): ReactNode {
  const { today } = useSession()
  const title = usePlan((state) => state.view.plan?.title ?? '')
  const startsOn = usePlan((state) => yearStartOf(state.view))
  return (
    <header className={styles.head}>
      <p className={styles.line}>
        <span>
          <b>{title}</b> {yearLabel(startsOn)}
        </span>
        <span>{printText.printed(formatFullDate(today()))}</span>
      </p>
      {children}
    </header>
  )
}
