import { useEffect } from 'react'
import { openConflicts } from '../../shared/plan/open-conflicts.ts'
import { yearLabel } from '../../shared/model/year.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import type { PlanState } from '../state/plan-state.ts'
import { useSession } from '../state/session.tsx'
import type { TakenBack } from '../state/undo-entry.ts'
import { actionText, doneText } from '../text/actions.ts'
import { appText } from '../text/app.ts'
import { takenBackText } from '../text/merges.ts'
import { turnText } from '../text/turn.ts'
import { useAnnounce } from '../ui/Announcer.tsx'
import { useToast } from '../ui/toaster.ts'

const deletions: readonly string[] = ['goalDeleted', 'noteDeleted', 'recordDeleted', 'programDeleted', 'outcomeDeleted', 'outputDeleted']
/** What leads to another plan says on the screen what became of that. */
const elsewhere = 'planContinued'
const decisions: readonly string[] = ['conflictKept', 'conflictFlipped']

/** Says what happened: aloud for every action, on the screen where it took something away or put something back. */
export function ActionVoice(): null {
  const { plan } = useSession()
  const announce = useAnnounce()
  const toaster = useToast()
  useEffect(
    () =>
      plan.subscribe((state, before) => {
        const { lastAction } = state
        if (lastAction === null || lastAction === before.lastAction) return
        const { name, how } = lastAction
        const text = how === 'done' ? doneText(name) : how === 'undone' ? appText.undone(actionText(name)) : appText.redone(actionText(name))
        const goesAway = deletions.includes(name.action) || decisions.includes(name.action) || name.action === 'mergeTakenBack' || name.action === elsewhere
        // what an earlier toast offers to undo is no longer what was done last
        toaster.dismissUndo('action')
        // a toast is read aloud by itself; saying it twice would be noise
        if (how === 'done' && !goesAway) {
          toaster.dismiss('action')
          return announce(text)
        }
        const action = how === 'done' ? { label: appText.undo, keys: 'Ctrl+Z', onPress: () => void plan.getState().undo() } : undefined
        toaster.show({ id: 'action', text, detail: detailOf(state), action, isUndo: action !== undefined })
      }),
    [plan, announce, toaster],
  )
  // an undo that is offered after the plan was left would undo something else
  useEffect(() => () => toaster.dismissActions(), [plan, toaster])
  return null
}

/** What is worth knowing besides: how a merge was taken back, what the plan of the next year got, how many conflicts are left. */
function detailOf({ lastAction, view }: PlanState): string | undefined {
  if (lastAction?.takenBack !== undefined) return takenBackWords(lastAction.takenBack)
  if (lastAction?.how === 'done' && lastAction.name.action === elsewhere) return turnText.yearExisted(yearLabel(yearStartOf(view)), Number(lastAction.name.detail ?? '0'))
  return lastAction !== null && decisions.includes(lastAction.name.action) ? takenBackText.left(openConflicts(view).length) : undefined
}

function takenBackWords(taken: TakenBack): string {
  if (taken.how === 'withdrawn') return takenBackText.withdrawn(taken.kept)
  return takenBackText.reverted(taken.records, taken.left)
}
