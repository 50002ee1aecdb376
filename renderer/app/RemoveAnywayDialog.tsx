import { useRef, type ReactNode } from 'react'
import { removedText, shortMoment } from '../text/backups.ts'
import { startText } from '../text/start.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { AppOverlay } from './app-store.ts'
import type { App } from './create-app.ts'
import { localToday } from './local-time.ts'

/** Asked before anything is deleted of a plan of which no last backup could be made. */
export function RemoveAnywayDialog({ app, overlay }: { readonly app: Pick<App, 'closeOverlay' | 'removePlan'>; readonly overlay: Extract<AppOverlay, { readonly kind: 'removeAnyway' }> }): ReactNode {
  const cancel = useRef<HTMLButtonElement>(null)
  const { plan, title, why, newest } = overlay
  const remove = (): void => {
    app.closeOverlay()
    app.removePlan(plan, { isWithoutBackup: true })
  }
  return (
    <Dialog
      open
      size="small"
      title={startText.removeTitle(title)}
      onOpenChange={(open) => !open && app.closeOverlay()}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={app.closeOverlay}>
            {startText.cancel}
          </Button>
          <Button variant="danger" onClick={remove}>
            {removedText.anyway}
          </Button>
        </>
      }
    >
      <p>
        {removedText.noLast(why)} {removedText.wouldBeGone(newest === null ? null : shortMoment(newest, localToday()))}
      </p>
    </Dialog>
  )
}
