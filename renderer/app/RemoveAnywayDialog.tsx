import type { ReactNode } from 'react'
import { removedText, shortMoment } from '../text/backups.ts'
import { startText } from '../text/start.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import type { AppOverlay } from './app-store.ts'
import type { App } from './create-app.ts'
import { localToday } from './local-time.ts'

/** Asked before anything is deleted of a plan of which no last backup could be made. */
export function RemoveAnywayDialog({ app, overlay }: { readonly app: Pick<App, 'closeOverlay' | 'removePlan'>; readonly overlay: Extract<AppOverlay, { readonly kind: 'removeAnyway' }> }): ReactNode {
  const { plan, title, why, newest } = overlay
  const remove = (): void => {
    app.closeOverlay()
    app.removePlan(plan, { isWithoutBackup: true })
  }
  return (
    <ConfirmDialog title={startText.removeTitle(title)} cancel={startText.cancel} confirm={removedText.anyway} isDanger onConfirm={remove} onClose={app.closeOverlay}>
      <p>
        {removedText.noLast(why)} {removedText.wouldBeGone(newest === null ? null : shortMoment(newest, localToday()))}
      </p>
    </ConfirmDialog>
  )
}
