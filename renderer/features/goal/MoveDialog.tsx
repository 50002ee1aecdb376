import { type KeyboardEvent, useMemo, useState } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { moveText } from '../../text/goal.ts'
import { closeAndRun } from '../../ui/after-closing.ts'
import { CommandList } from '../../ui/CommandList.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { foundMoves, moveChoices, type MoveChoice } from './move-choices.tsx'
import styles from './MoveDialog.module.css'

/** Every drag as a list: a status, a quarter, a place in the column, another goal or output. */
export function MoveDialog({ goals }: { readonly goals: readonly GoalId[] }) {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const [query, setQuery] = useState('')
  const choices = useMemo(() => moveChoices({ session, view, goals }), [session, view, goals])
  const found = useMemo(() => foundMoves({ session, view, goals, query }), [session, view, goals, query])
  const close = (): void => session.ui.getState().close()
  const run = (choice: MoveChoice): void => closeAndRun({ close, run: choice.run })
  const onKeyDown = (event: KeyboardEvent): void => {
    const status = query === '' && !event.ctrlKey && !event.altKey && !event.metaKey ? statuses[Number(event.key) - 1] : undefined
    const choice = status === undefined ? undefined : choices.find(({ id }) => id === `status ${status}`)
    if (choice === undefined) return
    event.preventDefault()
    run(choice)
  }
  const [first] = goals
  const title = goals.length === 1 && first !== undefined ? moveText.title(recordOf(view, first)?.title ?? '') : moveText.titleMany(goals.length)
  return (
    <Dialog open size="small" title={<span className={styles.title}>{title}</span>} onOpenChange={close} className={styles.dialog}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the digits, while the field in it has the focus */}
      <div className={styles.list} onKeyDown={onKeyDown}>
        <CommandList<MoveChoice> label={moveText.field} placeholder={moveText.placeholder} items={choices} found={found} onQueryChange={setQuery} onRun={run} empty={moveText.empty} />
      </div>
    </Dialog>
  )
}
