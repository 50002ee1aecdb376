import { useRef, type ReactNode } from 'react'
import { checkInOf } from '../../../shared/checkin/check-in.ts'
import { statusInMonth } from '../../../shared/checkin/said-before.ts'
import { checkInAll } from '../../../shared/edits/check-in-edits.ts'
import { dateInMonth, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId, OutputId } from '../../../shared/model/ids.ts'
import { textLimit } from '../../../shared/model/record-spec.ts'
import { asksForReason } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { StatusSelect } from '../../parts/StatusSelect.tsx'
import { localDayOf } from '../../state/local-calendar.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/toaster.ts'
import { chooseState, draftKey, useCheckInDraft, useChosenStates } from './checkin-drafts.ts'
import { goOn, goTo, skip } from './go.ts'
import { GoneNotice } from './GoneNotice.tsx'
import { forgetHeld, heldBegun, heldSaid } from './held-drafts.ts'
import { PaneFoot } from './PaneFoot.tsx'
import { PaneFrame } from './PaneFrame.tsx'
import styles from './Pane.module.css'
import { ReasonFields } from './ReasonFields.tsx'

export interface OutputPaneProps {
  readonly output: OutputId
  /** The goal one came from. */
  readonly from: GoalId
  readonly month: CheckInMonth
}

/** All goals of an output at once: one note, and the status of each. */
export function OutputPane({ output: id, from, month }: OutputPaneProps): ReactNode {
  const session = useSession()
  const toast = useToast()
  const view = usePlan((state) => state.view)
  const planId = usePlan((state) => state.planId)
  const [draft, latest, change] = useCheckInDraft({ month: month.month, on: id })
  const goals = checkInOf({ view, month, dayOf: localDayOf }).goals.flatMap((asked) => (asked.output === id ? [asked.goal] : []))
  const chosen = useChosenStates({ month: month.month, output: id, goals })
  const states = goals.map((goal) => ({ goal, status: chosen.get(goal) ?? statusInMonth({ view, goal, month }) }))
  const wrong = useRef(new Set<GoalId>())
  const output = recordOf(view, id)
  const number = output?.number ?? ''

  const place = { plan: planId, month: month.month, on: id, drafts: session.drafts }
  const save = (): void => {
    if (goals.length === 0) return void toast.show({ id: 'checkin', text: checkInText.notSaved })
    const written = latest()?.text.trim() ?? ''
    if (written === '' && chosen.size === 0) return void toast.show({ id: 'checkin', text: checkInText.nothingToSave })
    if (wrong.current.size > 0) return void toast.show({ id: 'checkin', text: checkInText.sinceWrong })
    const held = new Map(states.flatMap(({ goal, status }) => (chosen.has(goal) ? [[goal, heldSaid({ session, goal, month, status })] as const] : [])))
    const note = session.makeId('note')
    const edits = checkInAll({ view: session.plan.getState().view, id: note, date: dateInMonth({ month, today: session.today() }), text: written, output: id, quarter: month.quarter, states, held })
    const begun = [...held.keys()].map((goal) => heldBegun({ session, goal, month }, session.drafts.getState().drafts[draftKey({ ...place, part: goal })] ?? null))
    session.plan.getState().act({ action: 'outputCheckedIn', subject: `${number} ${output?.title ?? ''}`.trim() }, edits, begun)
    for (const goal of held.keys()) forgetHeld({ session, goal, month })
    for (const part of goals) chooseState({ ...place, part, status: null })
    change(null)
    goOn(session, { note, from: { kind: 'output', output: id, from } })
  }
  const back = (): void => (goals.length === 0 ? skip(session) : goTo(session, { kind: 'goal', goal: goals.includes(from) ? from : (goals[0] ?? from) }))
  return (
    <PaneFrame kind="several" title={checkInText.allTitle(number)} keys={{ onSave: save, alt: { a: back } }} place={
      <div className={styles.place}>
        <p className={styles.places}>
          <span className={styles.number}>{number}</span> {output?.title}
        </p>
        <Button variant="quiet" size="small" keys="Alt+A" onClick={back}>
          {checkInText.oneByOne}
        </Button>
      </div>
    }>
      {goals.length === 0 ? <GoneNotice words={checkInText.noneAsked} /> : <p className={styles.nothing}>{checkInText.oneNote(goals.length)}</p>}
      <ul className={styles.states}>
        {states.map(({ goal, status }) => {
          const title = recordOf(view, goal)?.title ?? ''
          return (
            <li key={goal} className={styles.state}>
              <span className={styles.stateTitle}>{title === '' ? checkInText.untitled : title}</span>
              <div className={styles.stateStatus}>
                <StatusSelect label={checkInText.statusOf(title)} status={status} onChange={(next) => chooseState({ ...place, part: goal, status: next, over: recordOf(session.plan.getState().view, goal)?.status })} />
              </div>
              {chosen.has(goal) && asksForReason(status) && <ReasonFields goal={goal} month={month} status={status} onWrongChange={(isWrong) => void (isWrong ? wrong.current.add(goal) : wrong.current.delete(goal))} />}
            </li>
          )
        })}
      </ul>
      <TextArea label={checkInText.note} hideLabel rows={4} maxLength={textLimit} value={draft?.text ?? ''} placeholder={checkInText.what(null)} onChange={(typed) => change({ text: typed })} />
      <PaneFoot month={month} onSave={save} />
    </PaneFrame>
  )
}
