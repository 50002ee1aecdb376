import { ArrowRightLeft, Camera, Columns3, FileText, History, ListTree } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OutcomeId } from '../../../shared/model/ids.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { allOutcomes } from '../../../shared/plan/outline.ts'
import { rollupOf } from '../../../shared/plan/rollup.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { progressShares } from '../../parts/progress-shares.ts'
import { useBoard, usePlan, useSession, useSnapshots, useUi } from '../../state/session.tsx'
import type { Screen, UiStore } from '../../state/ui-store.ts'
import { shellText } from '../../text/board.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './SideBar.module.css'

/** Where one is, how the outcomes stand, which teams are in it. Outcomes and teams narrow the board. */
export function SideBar(): ReactNode {
  return (
    <section data-side-bar className={styles.bar} aria-label={shellText.overview}>
      <Screens />
      <Outcomes />
      <Teams />
    </section>
  )
}

const screens = [
  { screen: 'board', icon: <Columns3 aria-hidden="true" />, label: shellText.board },
  { screen: 'plan', icon: <ListTree aria-hidden="true" />, label: shellText.plan },
  { screen: 'exchange', icon: <ArrowRightLeft aria-hidden="true" />, label: shellText.exchange },
  { screen: 'snapshots', icon: <Camera aria-hidden="true" />, label: shellText.snapshots },
  { screen: 'history', icon: <History aria-hidden="true" />, label: shellText.history },
  { screen: 'report', icon: <FileText aria-hidden="true" />, label: shellText.report },
] as const satisfies readonly { readonly screen: Screen; readonly icon: ReactNode; readonly label: string }[]

function Screens(): ReactNode {
  const { ui } = useSession()
  const current = useUi((state) => state.screen)
  const shown = useBoard((state) => state.board.shown)
  const snapshots = useSnapshots((state) => state.heads.length)
  const toReview = usePlan((state) => openConflicts(state.view).length)
  const counts: Partial<Record<Screen, number>> = { board: shown, ...(toReview > 0 && { exchange: toReview }), ...(snapshots > 0 && { snapshots }) }
  return (
    <nav aria-label={shellText.nav} className={styles.nav}>
      {screens.map(({ screen, icon, label }) => (
        <button key={screen} type="button" aria-current={current === screen ? 'page' : undefined} className={styles.screen} onClick={() => ui.getState().show(screen)}>
          {icon}
          <span data-label>{label}</span>
          {counts[screen] !== undefined && (
            <span data-label className={styles.count}>
              {counts[screen]}
              {screen === 'exchange' && <VisuallyHidden> {shellText.toReview}</VisuallyHidden>}
            </span>
          )}
        </button>
      ))}
    </nav>
  )
}

function Outcomes(): ReactNode {
  const view = usePlan((state) => state.view)
  const outcomes = allOutcomes(view)
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

/** A report is narrowed like the board. */
function showNarrowed(ui: UiStore): void {
  if (ui.getState().screen !== 'report') ui.getState().show('board')
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
