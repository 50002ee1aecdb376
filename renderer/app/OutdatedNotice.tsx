import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { lastResortText } from '../text/last-resort.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { App } from './create-app.ts'

/** A newer version of the app, in another window, has taken the database over: this window can only be reloaded. */
export function OutdatedNotice({ app }: { readonly app: App }): ReactNode {
  const { isOutdated, overlay, phase } = useStore(app.store)
  if (!isOutdated || overlay !== null || phase.kind === 'unusable') return null
  const { outdated, exportPlan } = lastResortText
  const later = (): void => app.store.setState({ isOutdated: false })
  const hasPlan = phase.kind === 'plan'
  return (
    <Dialog
      open
      size="small"
      title={outdated.title}
      onOpenChange={later}
      footer={
        <>
          {hasPlan && <Button onClick={app.exportPlan}>{exportPlan}</Button>}
          <Button onClick={later}>{outdated.later}</Button>
          <Button variant="primary" onClick={() => location.reload()}>
            {outdated.reload}
          </Button>
        </>
      }
    >
      <p>
        {outdated.text} {hasPlan && outdated.kept}
      </p>
    </Dialog>
  )
}
