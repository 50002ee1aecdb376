import { useRef, useState, type ReactNode } from 'react'
import { checkInOf } from '../../../shared/checkin/check-in.ts'
import { lastSaid, saidOfSource, statusInMonth } from '../../../shared/checkin/said-before.ts'
import type { CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { textLimit } from '../../../shared/model/record-spec.ts'
import { asksForReason, type Status } from '../../../shared/model/status.ts'
import { outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { localDayOf } from '../../state/local-calendar.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { formatMonthName } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/toaster.ts'
import { chosen, useCheckInDraft } from './checkin-drafts.ts'
import { goTo, skip } from './go.ts'
import { GoalSaid } from './GoalSaid.tsx'
import { GoalGone } from './GoneNotice.tsx'
import { forgetHeld } from './held-drafts.ts'
import { PaneFoot } from './PaneFoot.tsx'
import { PaneFrame } from './PaneFrame.tsx'
import styles from './Pane.module.css'
import { PlaceLine } from './PlaceLine.tsx'
import { ReasonFields } from './ReasonFields.tsx'
import { repeatGoal, saveGoal } from './save-goal.ts'
import { StatusButtons } from './StatusButtons.tsx'

/** One goal of a month: what it is, what was said before, and the place to say what moved since. */
export function GoalPane({ goal, month }: { readonly goal: GoalId; readonly month: CheckInMonth }): ReactNode {
  const session = useSession()
  const toast = useToast()
  const view = usePlan((state) => state.view)
  const [showsSource, showSource] = useState(false)
  const [draft, latest, change] = useCheckInDraft({ month: month.month, on: goal })
  const isSinceWrong = useRef(false)

  const title = recordOf(view, goal)?.title ?? ''
  const output = outputOfGoal(view, goal)
  const { goals: asked } = checkInOf({ view, month, dayOf: localDayOf })
  const isAsked = asked.some((each) => each.goal === goal)
  const together = output === null || !isAsked ? 0 : asked.filter((each) => each.output === output.id).length
  const status = draft?.status ?? statusInMonth({ view, goal, month })
  const last = lastSaid({ view, goal, month })
  const lastMonth = last?.month === null || last === null ? null : formatMonthName(last.month)
  const isCarried = saidOfSource({ view, goal }).length > 0

  const tell = (words: string): void => void toast.show({ id: 'checkin', text: words })
  const forget = (): void => {
    change(null)
    forgetHeld({ session, goal, month })
  }
  const save = (): void => {
    if (!isLive(session.plan.getState().view, goal)) return tell(checkInText.notSaved)
    if (isSinceWrong.current) tell(checkInText.sinceWrong)
    else if (saveGoal({ session, goal, month, note: latest() })) forget()
    else tell(checkInText.nothingToSave)
  }
  const repeat = (): void => {
    if (!isLive(session.plan.getState().view, goal)) tell(checkInText.notSaved)
    else if ((latest()?.text ?? '').trim() !== '') tell(checkInText.begun)
    else if (repeatGoal({ session, goal, month })) forget()
    else tell(checkInText.nothingToRepeat)
  }
  const choose = (next: Status): void => change(chosen({ status: next, over: recordOf(session.plan.getState().view, goal)?.status, before: latest() }))
  const toAll = (): void => {
    if (output !== null && together > 1) goTo(session, { kind: 'output', output: output.id, from: goal })
  }
  const toSource = (): void => showSource(isCarried && !showsSource)
  return (
    <PaneFrame kind="goal" title={title === '' ? <span className={styles.untitled}>{checkInText.untitled}</span> : title} keys={{ onSave: save, onStatus: choose, alt: { s: repeat, a: toAll, c: toSource } }} place={
      <PlaceLine goal={goal}>
        {together > 1 && (
          <Button variant="quiet" size="small" keys="Alt+A" onClick={toAll}>
            {checkInText.all(together, output?.number ?? '')}
          </Button>
        )}
      </PlaceLine>
    }>
      {!isAsked && <GoalGone goal={goal} month={formatMonthName(month.month)} />}
      <GoalSaid goal={goal} month={month} showsSource={showsSource} onToggleSource={toSource} />
      <StatusButtons status={status} onChoose={choose} />
      <TextArea label={checkInText.note} hideLabel rows={4} maxLength={textLimit} value={draft?.text ?? ''} placeholder={checkInText.what(lastMonth)} onChange={(typed) => change({ text: typed })} />
      {asksForReason(status) && <ReasonFields goal={goal} month={month} status={status} onWrongChange={(isWrong) => void (isSinceWrong.current = isWrong)} />}
      <PaneFoot month={month} onSave={save}>
        <Button variant="quiet" size="small" keys="Alt+S" onClick={repeat} aria-disabled={last === null}>
          {last === null ? checkInText.repeatLast : checkInText.repeat(lastMonth)}
        </Button>
        <Button variant="quiet" size="small" keys="Alt+N" onClick={() => skip(session)}>
          {checkInText.skip}
        </Button>
      </PaneFoot>
    </PaneFrame>
  )
}
