import { ArchiveRestore, ArrowRightLeft, CalendarArrowUp, Camera, ChartNoAxesCombined, Columns3, FileText, History, ListTree, MessageSquareText, Users } from 'lucide-react'
import { useCallback, type ReactNode } from 'react'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { dueInSteps } from '../../parts/check-in-shown.ts'
import { quarterToTurn } from '../../parts/quarter-to-turn.ts'
import { useLaterView, useViewSoon } from '../../parts/use-later-view.ts'
import { useOthersCount } from '../../parts/use-others.ts'
import { useCheckInMonth } from '../../parts/use-check-in-month.ts'
import { useGoalsOver } from '../../parts/use-goals-over.ts'
import { useSteps } from '../../parts/use-steps.ts'
import { useBoard, usePlan, useSession, useSnapshots, useUi } from '../../state/session.tsx'
import type { Screen } from '../../state/ui-store.ts'
import { shellText } from '../../text/board.ts'
import { checkInText } from '../../text/checkin.ts'
import { quarterLabel } from '../../text/dates.ts'
import { othersText } from '../../text/others.ts'
import { turnText } from '../../text/turn.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './SideBar.module.css'

interface ScreenEntry {
  readonly screen: Screen
  readonly icon: ReactNode
  readonly label: string
}

/** Where one works on the quarter. */
const atWork: readonly ScreenEntry[] = [
  { screen: 'board', icon: <Columns3 aria-hidden="true" />, label: shellText.board },
  { screen: 'plan', icon: <ListTree aria-hidden="true" />, label: shellText.plan },
  { screen: 'checkin', icon: <MessageSquareText aria-hidden="true" />, label: shellText.checkin },
  { screen: 'teams', icon: <Users aria-hidden="true" />, label: shellText.teamsScreen },
  { screen: 'insights', icon: <ChartNoAxesCombined aria-hidden="true" />, label: shellText.insights },
  { screen: 'report', icon: <FileText aria-hidden="true" />, label: shellText.report },
]

/** What came and went, and what was. */
const kept: readonly ScreenEntry[] = [
  { screen: 'exchange', icon: <ArrowRightLeft aria-hidden="true" />, label: shellText.exchange },
  { screen: 'snapshots', icon: <Camera aria-hidden="true" />, label: shellText.snapshots },
  { screen: 'backups', icon: <ArchiveRestore aria-hidden="true" />, label: shellText.backups },
  { screen: 'history', icon: <History aria-hidden="true" />, label: shellText.history },
]

/** The screens, each with what waits there. */
export function ScreenList(): ReactNode {
  const { today } = useSession()
  const current = useUi((state) => state.screen)
  const shown = useBoard((state) => state.board.shown)
  const snapshots = useSnapshots((state) => state.heads.length)
  const toReview = usePlan((state) => openConflicts(state.view).length)
  const others = useOthersCount()
  const month = useCheckInMonth()
  const programs = useBoard((state) => state.query.filter.programs)
  const view = useViewSoon()
  const day = today()
  const countDue = useCallback(() => dueInSteps({ view, month, programs, today: day }), [view, month, programs, day])
  const due = useSteps(countDue)?.result ?? 0
  const counts: Partial<Record<Screen, number | string>> = { board: shown, ...(due > 0 && { checkin: checkInText.due(due) }), ...(toReview > 0 ? { exchange: toReview } : others > 0 && { exchange: othersText.count(others) }), ...(snapshots > 0 && { snapshots }) }
  return (
    <nav aria-label={shellText.nav} className={styles.nav}>
      {atWork.map((entry) => (
        <ScreenButton key={entry.screen} entry={entry} isCurrent={current === entry.screen} count={counts[entry.screen]} />
      ))}
      <TurnEntry />
      {kept.map((entry) => (
        <ScreenButton key={entry.screen} entry={entry} isCurrent={current === entry.screen} count={counts[entry.screen]} />
      ))}
    </nav>
  )
}

function ScreenButton({ entry: { screen, icon, label }, isCurrent, count }: { readonly entry: ScreenEntry; readonly isCurrent: boolean; readonly count: number | string | undefined }): ReactNode {
  const { ui } = useSession()
  return (
    <button type="button" aria-current={isCurrent ? 'page' : undefined} className={styles.screen} onClick={() => ui.getState().show(screen)}>
      {icon}
      <span data-label>{label}</span>
      {count !== undefined && (
        <span data-label className={styles.count}>
          {count}
          {screen === 'exchange' && <VisuallyHidden> {typeof count === 'number' ? shellText.toReview : othersText.fromOthers}</VisuallyHidden>}
        </span>
      )}
    </button>
  )
}

/** The way to turn the quarter in sight; once it is over, with how many goals of it are left. */
function TurnEntry(): ReactNode {
  const session = useSession()
  const current = useUi((state) => state.screen)
  useBoard((state) => state.query.scope) // what is in sight follows from it
  const quarter = quarterToTurn(session, useLaterView())
  const over = useGoalsOver(quarter)
  const words = turnText.over(quarterLabel(quarter), over)
  return (
    <button type="button" aria-current={current === 'turn' ? 'page' : undefined} className={styles.screen} title={over > 0 ? words : undefined} onClick={() => session.ui.getState().show('turn')}>
      <CalendarArrowUp aria-hidden="true" />
      <span data-label>{turnText.entry(quarterLabel(quarter))}</span>
      {over > 0 && (
        <span data-label className={styles.count}>
          <span aria-hidden="true">{over}</span>
          <VisuallyHidden>{words}</VisuallyHidden>
        </span>
      )}
    </button>
  )
}
