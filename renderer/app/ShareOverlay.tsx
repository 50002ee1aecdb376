import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { samplePlanId } from '../../shared/sample/tec3-sample.ts'
import { planFolderName } from '../../shared/share/folder/plan-folder-name.ts'
import { JoinAheadDialog } from '../features/share/JoinAheadDialog.tsx'
import { JoinMineDialog } from '../features/share/JoinMineDialog.tsx'
import { JoiningDialog } from '../features/share/JoiningDialog.tsx'
import { LeaveShareDialog, type LeaveShareDialogProps } from '../features/share/LeaveShareDialog.tsx'
import { ShareFolderDialog } from '../features/share/ShareFolderDialog.tsx'
import { ShareServerDialog } from '../features/share/ShareServerDialog.tsx'
import type { AppOverlay } from './app-store.ts'
import type { App } from './create-app.ts'
import { openIn } from './plan-desk.ts'

export type ShareOverlayKind = Extract<AppOverlay, { readonly kind: 'shareFolder' | 'shareServer' | 'leaveShare' | 'joining' | 'joinAhead' | 'joinMine' }>

/** The dialogs with which a share begins and ends. */
export function ShareOverlay({ app, overlay }: { readonly app: App; readonly overlay: ShareOverlayKind }): ReactNode {
  const session = useStore(app.store, () => openIn(app.store))
  const isSample = session?.plan.getState().planId === samplePlanId
  const close = app.closeOverlay
  switch (overlay.kind) {
    case 'shareFolder':
      return (
        <ShareFolderDialog
          name={session === null ? '' : planFolderName({ name: session.plan.getState().view.plan?.title ?? '', number: 1 })}
          leaves={overlay.leaves}
          isSample={isSample}
          handsOutFolders={app.handsOutFolders}
          onChoose={app.chooseShareFolder}
          onServer={app.shareThroughServer}
          onExport={app.exportPlan}
          onClose={close}
        />
      )
    case 'shareServer':
      return <ShareServerDialog key={overlay.purpose} purpose={overlay.purpose} leaves={overlay.leaves} isSample={isSample && overlay.purpose === 'share'} planKey={overlay.purpose === 'share' ? planKeyIn(session) : null} keeps={app.keepsSecrets} onConnect={(server) => app.connectServer(overlay.purpose, server)} onClose={close} />
    case 'leaveShare':
      return <LeaveShareDialog share={overlay.share} {...waitingIn(session)} onLeave={() => void app.endShare()} onClose={close} />
    case 'joining':
      return <JoiningDialog from={overlay.from} onCancel={app.cancelJoining} />
    case 'joinAhead':
      return <JoinAheadDialog clocks={overlay.clocks} onJoin={app.joinAllTheSame} onCancel={app.cancelJoining} />
    case 'joinMine':
      return <JoinMineDialog {...overlay} onJoin={app.joinAllTheSame} onCancel={app.cancelJoining} />
    default:
      return overlay satisfies never
  }
}

function waitingIn(session: ReturnType<typeof openIn>): Pick<LeaveShareDialogProps, 'waiting' | 'mayWait'> {
  const standing = session?.share.getState().state.standing
  return { waiting: standing?.kind === 'waiting' || standing?.kind === 'out' ? standing.waiting : 0, mayWait: standing?.kind === 'starting' || standing?.kind === 'out' }
}

/** What stands behind `plan:` in the address of the open plan. */
function planKeyIn(session: ReturnType<typeof openIn>): string | null {
  return session?.plan.getState().planId.replace(/^plan:/, '') ?? null
}
