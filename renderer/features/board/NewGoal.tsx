import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { hasKind, type OutputId } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import type { Status } from '../../../shared/model/status.ts'
import { outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { allOutcomes, allOutputs } from '../../../shared/plan/outline.ts'
import { outputsOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { createGoal } from '../../state/goal-moves.ts'
import { useBoard, usePlan, useSession, type Session } from '../../state/session.tsx'
import { useDraft } from '../../state/use-draft.ts'
import { boardText } from '../../text/board.ts'
import { focusAtEnd } from '../../ui/focus-at-end.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './NewGoal.module.css'

/** A card that is being written, at the end of its column. Enter keeps it and begins the next; what Esc leaves stands there the next time. */
export function NewGoal({ status }: { readonly status: Status }): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const [draft, , keep] = useDraft(`${session.plan.getState().planId} new goal`)
  const title = draft?.text ?? ''
  const setTitle = (text: string): void => keep(text === '' ? null : { text, date: null, status: null, forAll: false })
  const [output, setOutput] = useState<OutputId | null>(() => likelyOutput(session))
  const place = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => focusAtEnd(field.current), [])
  const written = useBoard((state) => state.board.columns[status].length)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [written])
  const close = (): void => {
    session.ui.getState().close()
    const { focused, sendFocus } = session.board.getState()
    if (focused !== null) sendFocus(focused)
  }
  const add = (): void => {
    if (title.trim() === '') return
    createGoal(session, { title: title.trim().replace(/\s+/g, ' '), status, output })
    setTitle('')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    }
  }
  return (
    <div
      ref={place}
      className={styles.card}
      onBlur={(event) => {
        // what was typed is kept when one turns to something else; a select's list is part of the card
        if (event.currentTarget.contains(event.relatedTarget) || document.querySelector('[role="listbox"]') !== null) return
        add()
        session.ui.getState().close()
      }}
    >
      <textarea ref={field} rows={2} className={styles.title} aria-label={boardText.newGoal} placeholder={boardText.newGoal} maxLength={titleLimit} value={title} onChange={(event) => setTitle(event.target.value)} onKeyDown={onKeyDown} />
      <Select label={boardText.output} value={output ?? ''} options={outputOptions(view)} onChange={(value) => setOutput(hasKind(value, 'output') ? value : null)} hideLabel variant="quiet" />
      <p className={styles.hint}>{boardText.newGoalHint}</p>
    </div>
  )
}

function outputOptions(view: PlanView): readonly { readonly value: string; readonly label: string }[] {
  return [{ value: '', label: boardText.noOutput }, ...allOutputs(view).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))]
}

/** The output of the card in focus; else, of the outcome the board is narrowed to, or of the plan, the first. */
function likelyOutput({ plan, board }: Session): OutputId | null {
  const { view } = plan.getState()
  const { focused, query } = board.getState()
  if (focused !== null) return outputOfGoal(view, focused)?.id ?? null
  const outcome = query.filter.outcomes[0] ?? allOutcomes(view)[0]?.id
  return outcome === undefined ? null : (outputsOf(view, outcome)[0]?.id ?? null)
}
