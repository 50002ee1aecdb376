import { useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { addInTree } from '../../../shared/edits/add-in-tree.ts'
import { hasKind, idOf } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { isQuarter, quarters } from '../../../shared/model/year.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { planText } from '../../text/plan.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import styles from './DraftRow.module.css'
import { closeDraft, commitDraft, draftInQuarter } from './drafts.ts'
import type { Draft } from './tree-store.ts'

export interface DraftRowProps {
  readonly draft: Draft
  readonly level: number
  readonly index: number
  readonly top: number
  readonly measure: (element: Element | null) => void
}

/** A record that is being written, where it will stand. Enter keeps it and begins the next. */
export function DraftRow({ draft, level, index, top, measure }: DraftRowProps): ReactNode {
  const session = useSession()
  const [title, setTitle] = useState('')
  const number = usePlan((state) => numberOf(state.view, draft))
  const isSubGoal = hasKind(draft.to.under, 'goal')
  const words = planText.draft[isSubGoal ? 'subGoal' : draft.kind]

  const add = (): boolean => {
    const text = title.replace(/\s+/g, ' ').trim()
    if (text === '' || !commitDraft(session, { draft, title: text })) return false
    setTitle('')
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape' || !add()) closeDraft(session, { by: 'key' })
  }
  const onBlur = (event: FocusEvent): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    // what was typed is kept when one turns to something else
    add()
    closeDraft(session, { by: 'blur' })
  }
  return (
    <div ref={measure} role="row" aria-level={level} aria-rowindex={index + 1} data-index={index} className={styles.row} style={{ ['--level' as string]: level - 1, transform: `translateY(${top}px)` }} onBlur={onBlur}>
      <div role="gridcell" className={styles.words}>
        {number !== '' && <span className={styles.number}>{number}</span>}
        <textarea ref={takeFocus} rows={1} className={styles.field} aria-label={words} placeholder={words} maxLength={titleLimit} value={title} onChange={(event) => setTitle(event.target.value.replace(/[\r\n]+/g, ' '))} onKeyDown={onKeyDown} />
        <span className={styles.hint}>{planText.draftHint}</span>
      </div>
      {draft.kind === 'goal' && !isSubGoal && (
        <div role="gridcell" className={styles.quarter}>
          <SegmentedControl
            size="small"
            label={planText.draftQuarter}
            value={String(draft.to.quarter ?? 'none')}
            segments={[...quarters.map((quarter) => ({ value: String(quarter), label: quarterLabel(quarter) })), { value: 'none', label: planText.draftUnscheduled }]}
            onChange={(value) => draftInQuarter(session, { draft, quarter: isQuarter(Number(value)) ? (Number(value) as 1) : null })}
          />
        </div>
      )}
    </div>
  )
}

/** The number the record would get, before it is written. */
function numberOf(view: PlanView, { kind, to }: Draft): string {
  if (kind !== 'outcome' && kind !== 'output') return ''
  const id = idOf(kind, 'draft')
  const number = addInTree({ view, id, title: '', to })?.find((edit) => edit.on === id)?.set['number']
  return typeof number === 'string' ? number : ''
}

function takeFocus(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true })
}
