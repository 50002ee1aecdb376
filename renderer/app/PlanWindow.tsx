import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { papers } from '../data/preferences.ts'
import { BoardScreen } from '../features/board/BoardScreen.tsx'
import { BackupsScreen } from '../features/backups/BackupsScreen.tsx'
import { CheckInScreen } from '../features/checkin/CheckInScreen.tsx'
import { GoalOverlays } from '../features/goal/GoalOverlays.tsx'
import { GoalPanel } from '../features/goal/GoalPanel.tsx'
import { GoalSheet } from '../features/goal/GoalSheet.tsx'
import { HistoryScreen } from '../features/history/HistoryScreen.tsx'
import { InsightsScreen } from '../features/insights/InsightsScreen.tsx'
import { ExchangeScreen } from '../features/merges/ExchangeScreen.tsx'
import { focusExchange } from '../features/merges/merges-store.ts'
import { PlanScreen } from '../features/plan/PlanScreen.tsx'
import { PlanSettings } from '../features/settings/PlanSettings.tsx'
import { ReportScreen } from '../features/report/ReportScreen.tsx'
import { SideBar } from '../features/shell/SideBar.tsx'
import { SnapshotsScreen } from '../features/snapshots/SnapshotsScreen.tsx'
import { TeamsScreen } from '../features/teams/TeamsScreen.tsx'
import { StatusBar } from '../features/shell/StatusBar.tsx'
import { TopBar } from '../features/shell/TopBar.tsx'
import { focusTurn } from '../features/turn/turn-store.ts'
import { TurnScreen } from '../features/turn/TurnScreen.tsx'
import { usePlan, useSession, useUi } from '../state/session.tsx'
import { screensBesideGoal, type Screen } from '../state/ui-store.ts'
import { giveFocusHome } from '../ui/focus-home.ts'
import { ActionVoice } from './ActionVoice.tsx'
import type { App } from './create-app.ts'
import { MendedNotice } from './MendedNotice.tsx'
import styles from './PlanWindow.module.css'
import { usePrintedGoal } from './use-printed-goal.ts'

/** An open plan: bar, sidebar, the screen, and the goal that is open beside it. */
export function PlanWindow({ app, isSample }: { readonly app: App; readonly isSample: boolean }): ReactNode {
  const screen = useUi((state) => state.screen)
  const printed = usePrintedGoal()
  useToday()
  useArrival(screen)
  return (
    <div className={styles.window} data-printing={printed === null ? undefined : 'goal'}>
      <TopBar isSample={isSample} onShowStart={app.showStart} onCommands={app.showCommands} onImport={app.openFile} onExport={app.exportPlan} />
      <MendedNotice />
      <div className={styles.middle}>
        <SideBar />
        <PlanPart screen={screen} app={app} />
      </div>
      <StatusBar onExport={app.exportPlan} onRetryCopy={app.retryCopy} onBringBack={app.bringBackOpen} />
      {printed !== null && <GoalSheet id={printed} />}
      <GoalOverlays />
      <PlanSettings />
      <ActionVoice />
    </div>
  )
}

function OpenGoal(): ReactNode {
  const session = useSession()
  const goal = useUi((state) => state.goal)
  if (goal === null) return null
  const close = (): void => {
    const { ui, board } = session
    ui.getState().openGoal(null)
    // the panel itself gives the focus back to the list that it was opened from
    if (ui.getState().screen === 'insights') return
    if (ui.getState().screen === 'exchange') focusExchange(session)
    else if (ui.getState().screen === 'turn') focusTurn(session)
    else board.getState().sendFocus(goal)
  }
  return <GoalPanel goal={goal} onClose={close} />
}

function Report({ app }: { readonly app: App }): ReactNode {
  const paper = useStore(app.store, (state) => state.preferences.paper)
  return <ReportScreen paper={paper} papers={papers} onPaper={(next) => app.prefer({ paper: next })} onCopy={app.copyReport} onSave={app.saveReport} onPrint={app.printReport} />
}

function Backups({ app }: { readonly app: App }): ReactNode {
  const plan = usePlan((state) => state.planId)
  return <BackupsScreen onMake={app.backUpNow} onRestore={app.restoreBackup} onCopy={(name) => app.openBackupCopy({ plan, name })} onSave={(name) => app.saveBackup({ plan, name })} />
}

/** The screen, with the goal that is open beside it; the history shows goals as they were by itself. */
function PlanPart({ screen, app }: { readonly screen: Screen; readonly app: App }): ReactNode {
  return (
    <>
      <ScreenOf screen={screen} app={app} />
      {screensBesideGoal.includes(screen) && <OpenGoal />}
    </>
  )
}

function ScreenOf({ screen, app }: { readonly screen: Screen; readonly app: App }): ReactNode {
  switch (screen) {
    case 'board':
      return <BoardScreen />
    case 'plan':
      return <PlanScreen />
    case 'checkin':
      return <CheckInScreen />
    case 'teams':
      return <TeamsScreen />
    case 'exchange':
      return <ExchangeScreen onFolder={app.shareThroughFolder} onServer={app.shareThroughServer} onExport={app.exportPlan} onLeave={app.leaveShare} />
    case 'snapshots':
      return <SnapshotsScreen onTake={app.takeSnapshot} onOpenFile={app.openFile} onSave={app.saveSnapshot} onRemove={app.removeSnapshot} />
    case 'backups':
      return <Backups app={app} />
    case 'history':
      return <HistoryScreen />
    case 'insights':
      return <InsightsScreen />
    case 'turn':
      return <TurnScreen onStartYear={app.startNextYear} />
    case 'report':
      return <Report app={app} />
    default:
      return screen satisfies never
  }
}

/** From the first moment keys and screen readers begin at the screen, not at nothing; who pressed something keeps the focus there. */
function useArrival(screen: Screen): void {
  const { ui } = useSession()
  const isArriving = useUi((state) => state.isArriving)
  useEffect(() => {
    if (isArriving) ui.getState().arrived()
    if (isArriving || document.activeElement === document.body) giveFocusHome('arrived')
  }, [screen, isArriving, ui])
}

/** At midnight, and when the computer wakes up, "today" may be another day. */
function useToday(): void {
  const { board, today } = useSession()
  useEffect(() => {
    let day = today()
    const look = (): void => {
      if (today() === day) return
      day = today()
      board.getState().setToday(day)
    }
    const timer = setInterval(look, 60_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [board, today])
}
