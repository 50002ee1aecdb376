import { ArrowRightLeft, CalendarArrowUp, Camera, ChartNoAxesCombined, Columns3, FileText, History, ListTree, MessageSquareText, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { checkInOf, dueIn } from '../../../shared/checkin/check-in.ts'
import type { OutcomeId } from '../../../shared/model/ids.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { allOutcomes } from '../../../shared/plan/outline.ts'
import { rollupOf } from '../../../shared/plan/rollup.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { progressShares } from '../../parts/progress-shares.ts'
import { quarterInSight } from '../../parts/quarter-in-sight.ts'
import { useCheckInMonth } from '../../parts/use-check-in-month.ts'
import { useGoalsOver } from '../../parts/use-goals-over.ts'
import { useBoard, usePlan, useSession, useSnapshots, useUi } from '../../state/session.tsx'
import type { Screen, UiStore } from '../../state/ui-store.ts'
import { shellText } from '../../text/board.ts'
import { checkInText } from '../../text/checkin.ts'
import { quarterLabel } from '../../text/dates.ts'
import { turnText } from '../../text/turn.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ProgramSwitch } from './ProgramSwitch.tsx'
import styles from './SideBar.module.css'

/** Where one is, how the outcomes stand, which teams are in it. Outcomes and teams narrow the board, and the insights where these are shown. */
export function SideBar(): ReactNode {
  return (
    <section data-side-bar className={styles.bar} aria-label={shellText.overview}>
      <Screens />
      <ProgramSwitch />
      <Outcomes />
      <Teams />
    </section>
  )
}

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
  { screen: 'history', icon: <History aria-hidden="true" />, label: shellText.history },
]

function Screens(): ReactNode {
  const current = useUi((state) => state.screen)
  const shown = useBoard((state) => state.board.shown)
  const snapshots = useSnapshots((state) => state.heads.length)
  const toReview = usePlan((state) => openConflicts(state.view).length)
  const month = useCheckInMonth()
  const due = usePlan(({ view }) => dueIn(checkInOf({ view, month })))
  const counts: Partial<Record<Screen, number | string>> = { board: shown, ...(due > 0 && { checkin: checkInText.due(due) }), ...(toReview > 0 && { exchange: toReview }), ...(snapshots > 0 && { snapshots }) }
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
          {screen === 'exchange' && <VisuallyHidden> {shellText.toReview}</VisuallyHidden>}
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
  const quarter = quarterInSight(session)
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

function Outcomes(): ReactNode {
  const view = usePlan((state) => state.view)
  const programs = useBoard((state) => state.query.filter.programs)
  const outcomes = allOutcomes(view).filter(({ program }) => programs.length === 0 || (program !== null && programs.includes(program)))
  if (outcomes.length === 0) return null
  return (
    <section aria-labelledby="side-outcomes">
      <h2 id="side-outcomes" className={styles.heading}>
        {shellText.outcomes}
      </h2>
      {outcomes.map((outcome) => (
        <OutcomeRow key={outcome.id} id={outcome.id} number={outcome.number} title={outcome.title} />
      ))}
    </section>
  )
}

function OutcomeRow({ id, number, title }: { readonly id: OutcomeId; readonly number: string; readonly title: string }): ReactNode {
  const { board, ui } = useSession()
  const isChosen = useBoard((state) => state.query.filter.outcomes.includes(id))
  const view = usePlan((state) => state.view)
  const { counts, goals, progress } = rollupOf(view, id)
  const words = [progress === null ? shellText.noProgress : shellText.progress(Math.round(progress * 100)), ...statusCounts(counts)].join(', ')
  const toggle = (): void => {
    const { query, narrow } = board.getState()
    showNarrowed(ui)
    narrow({ outcomes: isChosen ? query.filter.outcomes.filter((each) => each !== id) : [...query.filter.outcomes, id] })
  }
  return (
    <button type="button" aria-pressed={isChosen} className={classes(styles.outcome, isChosen && styles.chosen)} onClick={toggle}>
      <span className={styles.number}>{number}</span>
      <span className={styles.title}>{title}</span>
      <ProgressBar title={words} total={goals} shares={progressShares(counts)} />
    </button>
  )
}

/** Insights and report are narrowed like the board, in place. */
function showNarrowed(ui: UiStore): void {
  if (!['insights', 'report'].includes(ui.getState().screen)) ui.getState().show('board')
}

function Teams(): ReactNode {
  const { board, ui } = useSession()
  const chosen = useBoard((state) => state.query.filter.teams)
  const teams = teamsInPlan(usePlan((state) => state.view))
  if (teams.length === 0) return null
  const toggle = (team: string): void => {
    showNarrowed(ui)
    board.getState().narrow({ teams: chosen.includes(team) ? chosen.filter((each) => each !== team) : [...chosen, team] })
  }
  return (
    <section aria-labelledby="side-teams">
      <h2 id="side-teams" className={styles.heading}>
        {shellText.teams}
      </h2>
      {teams.map(({ team, goals }) => (
        <button key={team} type="button" aria-pressed={chosen.includes(team)} className={classes(styles.team, chosen.includes(team) && styles.chosen)} onClick={() => toggle(team)}>
          <span className={styles.teamName}>{team}</span>
          <span className={styles.count}>{goals}</span>
        </button>
      ))}
    </section>
  )
}
