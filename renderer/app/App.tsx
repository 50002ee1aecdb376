import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { RemovedPlan } from '../../shared/copies/removed-plan.ts'
import { arePlansKept } from '../data/keep-plans.ts'
import { StartScreen } from '../features/start/StartScreen.tsx'
import type { Host } from '../host/host.ts'
import { OutsideContext } from '../parts/outside.ts'
import { SessionProvider } from '../state/session.tsx'
import { mendedText } from '../text/mended.ts'
import { giveFocusHome, useKeepFocus } from '../ui/focus-home.ts'
import type { App as AppApi } from './create-app.ts'
import { AppOverlays } from './AppOverlays.tsx'
import { FileDrop } from './FileDrop.tsx'
import { localToday } from './local-time.ts'
import { OutdatedNotice } from './OutdatedNotice.tsx'
import { PlanTasks } from './PlanTasks.tsx'
import { PlanWindow } from './PlanWindow.tsx'
import { RescueBackups } from './RescueBackups.tsx'
import { Unusable } from './Unusable.tsx'
import { Waiting } from './Waiting.tsx'
import { useCommands } from './use-commands.ts'

export interface AppProps {
  readonly app: AppApi
  readonly host: Host
  /** Asks once more for what could not be read. */
  readonly onAgain: () => Promise<void>
}

/** The whole window. */
export function App({ app, host, onAgain }: AppProps): ReactNode {
  useCommands({ app, host })
  useKeepFocus()
  return (
    <OutsideContext value={host.openExternal}>
      <FileDrop onFile={app.takeFile} onFolder={app.joinDropped}>
        <Phase app={app} host={host} onAgain={onAgain} />
        <OutdatedNotice app={app} />
      </FileDrop>
    </OutsideContext>
  )
}

function Phase({ app, host, onAgain }: AppProps): ReactNode {
  const phase = useStore(app.store, (state) => state.phase)
  switch (phase.kind) {
    case 'starting':
      return <Waiting step="plans" />
    case 'start':
      return (
        <>
          <Start app={app} isBrowser={host.kind === 'browser'} />
          <AppOverlays app={app} />
        </>
      )
    case 'unusable':
      return (
        <>
          <Unusable failure={phase.failure} isOnePlan={phase.plan !== undefined} onBack={app.showStart} onAgain={onAgain}>
            {phase.plan !== undefined && <RescueBackups app={app} plan={phase.plan} />}
          </Unusable>
          <AppOverlays app={app} />
        </>
      )
    case 'plan':
      return (
        <SessionProvider session={phase.opened.session} key={phase.opened.session.plan.getState().planId}>
          <PlanTasks>
            <PlanWindow app={app} isSample={phase.isSample} />
            <AppOverlays app={app} />
          </PlanTasks>
        </SessionProvider>
      )
    default:
      return phase satisfies never
  }
}

function Start({ app, isBrowser }: { readonly app: AppApi; readonly isBrowser: boolean }): ReactNode {
  const plans = useStore(app.store, (state) => state.plans)
  const recent = useStore(app.store, (state) => state.recent)
  const { name } = useStore(app.store, (state) => state.computer)
  const { removed, look } = useRemovedPlans(app)
  const putBack = useStore(app.store, (state) => state.plansPutBack)
  const [isKept, setKept] = useState<boolean | null>(null)
  useEffect(() => {
    giveFocusHome('arrived')
    if (isBrowser) void arePlansKept().then(setKept)
  }, [isBrowser])
  return (
    <StartScreen
      plans={plans}
      recent={recent}
      today={localToday()}
      computerName={name}
      notice={putBack === 0 ? undefined : mendedText.plans(putBack)}
      isKept={isKept !== false}
      onOpen={app.openPlan}
      onNew={app.createPlan}
      onOpenFile={app.openFile}
      onOpenRecent={app.openRecent}
      onForgetRecent={app.forgetRecent}
      onOpenSharedFolder={app.handsOutFolders ? app.openSharedFolder : null}
      onJoinThroughServer={app.joinThroughServer}
      onReadPage={app.readPage}
      onSample={app.openSample}
      onRemove={app.removePlan}
      removed={removed}
      onBringBack={app.bringBackPlan}
      onForget={(id) => void app.forgetPlan(id).then(look)}
      onNameComputer={app.nameComputer}
    />
  )
}

/** Plans that were removed and can be brought back; looked for again when the list of plans is another one. */
function useRemovedPlans(app: AppApi): { readonly removed: readonly RemovedPlan[]; readonly look: () => void } {
  const plans = useStore(app.store, (state) => state.plans)
  const [removed, setRemoved] = useState<readonly RemovedPlan[]>([])
  const asked = useRef(0)
  const look = useCallback(() => {
    asked.current += 1
    const turn = asked.current
    const show = (found: readonly RemovedPlan[]): void => {
      if (turn === asked.current) setRemoved(found) // what was asked for earlier may come later
    }
    void app.removedPlans().then(show, () => undefined) // then the list stays as it was
  }, [app])
  useEffect(look, [look, plans])
  return { removed, look }
}
