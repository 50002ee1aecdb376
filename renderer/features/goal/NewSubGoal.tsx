import { Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { addSubGoal } from '../../../shared/edits/goal-edits.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { plainDraft } from './note-draft.ts'
import styles from './SubGoals.module.css'
import { useOwnDraft } from './use-own-draft.ts'

/** The line below the sub-goals: Enter adds one and stays for the next. What is typed waits there until then. */
export function NewSubGoal({ parent }: { readonly parent: GoalId }) {
  const { plan, makeId } = useSession()
  const [draft, latest, keep] = useOwnDraft({ what: 'subGoal', on: parent })
  const add = (): void => {
    const title = (latest()?.text ?? '').replace(/\s+/g, ' ').trim()
    if (title === '') return
    const { view, act } = plan.getState()
    act({ action: 'subGoalAdded', subject: title }, addSubGoal({ view, id: makeId('goal'), title, parent }))
    keep(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    if (event.key === 'Enter') event.preventDefault()
    // with an empty field Escape belongs to the panel
    if (event.key === 'Escape' && latest() === null) return
    event.stopPropagation()
    if (event.key === 'Enter') add()
    else keep(null)
  }
  return (
    <div className={styles.new}>
      <Plus className={styles.plus} aria-hidden="true" />
      <input
        type="text"
        className={styles.input}
        aria-label={goalText.newSubGoal}
        placeholder={goalText.newSubGoalPlaceholder}
        maxLength={titleLimit}
        value={draft?.text ?? ''}
        onChange={(event) => keep(event.target.value === '' ? null : plainDraft(event.target.value))}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
