import type { ReactNode } from 'react'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { goalText } from '../../text/goal.ts'
import { Button } from '../../ui/Button.tsx'
import { skip } from './go.ts'
import styles from './Pane.module.css'

export interface GoneNoticeProps {
  /** Why it is no longer asked about. */
  readonly words: string
  /** What brings it back, where it can be. */
  readonly children?: ReactNode
}

/** Says that nobody asks about what is being told of any more; it stays with what was typed until somebody goes on. */
export function GoneNotice({ words, children }: GoneNoticeProps): ReactNode {
  const session = useSession()
  return (
    <div className={styles.gone} role="status">
      <p>{words}</p>
      {children}
      <Button size="small" keys="Alt+N" onClick={() => skip(session)}>
        {checkInText.goOn}
      </Button>
    </div>
  )
}

/** The same of a goal: it was deleted, or closed or moved in another window. */
export function GoalGone({ goal: id, month }: { readonly goal: GoalId; readonly month: string }): ReactNode {
  const { plan } = useSession()
  const goal = usePlan(({ view }) => recordOf(view, id))
  const isThere = usePlan(({ view }) => isLive(view, id))
  const bringBack = (): void => {
    const { view, act } = plan.getState()
    act({ action: 'goalEdited', subject: goal?.title ?? '' }, editFields({ view, on: id, set: { deleted: false } }))
    document.querySelector<HTMLElement>('[data-checkin-pane]')?.focus()
  }
  return (
    <GoneNotice words={isThere ? checkInText.notAsked(month) : goal?.deleted === true ? checkInText.deleted : checkInText.deletedAbove}>
      {!isThere && goal?.deleted === true && (
        <Button size="small" onClick={bringBack}>
          {goalText.bringBack}
        </Button>
      )}
    </GoneNotice>
  )
}
