import { useEffect } from 'react'
import { useSession } from '../state/session.tsx'
import { actionText, doneText } from '../text/actions.ts'
import { appText } from '../text/app.ts'
import { useAnnounce } from '../ui/Announcer.tsx'
import { useToast } from '../ui/toaster.ts'

const deletions: readonly string[] = ['goalDeleted', 'noteDeleted', 'recordDeleted', 'programDeleted', 'outcomeDeleted', 'outputDeleted']

/** Says what happened: aloud for every action, on the screen where it took something away or put something back. */
export function ActionVoice(): null {
  const { plan } = useSession()
  const announce = useAnnounce()
  const toaster = useToast()
  useEffect(
    () =>
      plan.subscribe(({ lastAction }, before) => {
        if (lastAction === null || lastAction === before.lastAction) return
        const { name, how } = lastAction
        const text = how === 'done' ? doneText(name) : how === 'undone' ? appText.undone(actionText(name)) : appText.redone(actionText(name))
        const isDeletion = deletions.includes(name.action)
        // a toast is read aloud by itself; saying it twice would be noise
        if (how === 'done' && !isDeletion) return announce(text)
        const action = how === 'done' ? { label: appText.undo, keys: 'Ctrl+Z', onPress: () => void plan.getState().undo() } : undefined
        toaster.show({ id: 'action', text, action })
      }),
    [plan, announce, toaster],
  )
  return null
}
