import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { PageDialog } from '../features/exchange/PageDialog.tsx'
import { OldHistoryDialog } from '../features/share/OldHistoryDialog.tsx'
import { SnapshotDialog } from '../features/snapshots/SnapshotDialog.tsx'
import { appText } from '../text/app.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AboutDialog } from './AboutDialog.tsx'
import { CommandsOverlay } from './CommandsOverlay.tsx'
import type { App } from './create-app.ts'
import { KeySheet } from './KeySheet.tsx'
import { MergeOverlay } from './MergeOverlay.tsx'
import { openIn } from './plan-desk.ts'
import { RemoveAnywayDialog } from './RemoveAnywayDialog.tsx'
import { ShareOverlay } from './ShareOverlay.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'

/** What stands over whichever screen is shown. */
export function AppOverlays({ app }: { readonly app: App }): ReactNode {
  const overlay = useStore(app.store, (state) => state.overlay)
  if (overlay === null) return null
  const close = app.closeOverlay
  switch (overlay.kind) {
    case 'commands':
      return <CommandsOverlay app={app} />
    case 'keys':
      return <KeySheet onClose={close} />
    case 'about':
      return <AboutDialog app={app} />
    case 'settings':
      return <SettingsDialog app={app} />
    case 'removeAnyway':
      return <RemoveAnywayDialog app={app} overlay={overlay} />
    case 'problem':
      return (
        <Dialog
          open
          size="small"
          title={overlay.title}
          onOpenChange={close}
          footer={
            <Button variant="primary" onClick={close}>
              {appText.close}
            </Button>
          }
        >
          <p>{overlay.text}</p>
        </Dialog>
      )
    case 'readPage':
      return <PageDialog text={overlay.text} fileName={overlay.fileName} setFor={app.changesFor} onCancel={close} onChooseFile={app.openFile} onAccept={app.acceptPage} />
    case 'snapshot':
      return <SnapshotDialog snapshot={overlay.snapshot} isPlanHere={false} onClose={close} />
    case 'foldHistory':
      return <OldHistoryDialog preview={app.previewFold} isShared={(openIn(app.store)?.share.getState().share ?? null) !== null} onFold={(gone) => void app.foldHistory(gone)} onClose={close} />
    case 'shareFolder':
    case 'shareServer':
    case 'leaveShare':
    case 'joining':
    case 'joinAhead':
    case 'joinMine':
      return <ShareOverlay app={app} overlay={overlay} />
    case 'mergeFile':
      return <MergeOverlay app={app} overlay={overlay} />
    default:
      return overlay satisfies never
  }
}
