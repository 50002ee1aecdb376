import type { ReactNode } from 'react'
import type { OutcomeId } from '../../../shared/model/ids.ts'
import { outcomesOfPrograms } from '../../../shared/plan/outline.ts'
import { rollupOf } from '../../../shared/plan/rollup.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { progressShares } from '../../parts/progress-shares.ts'
import { useLaterView } from '../../parts/use-later-view.ts'
import { useBoard, useSession } from '../../state/session.tsx'
import type { UiStore } from '../../state/ui-store.ts'
import { shellText } from '../../text/board.ts'
import { classes } from '../../ui/classes.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { ProgramSwitch } from './ProgramSwitch.tsx'
import { ScreenList } from './ScreenList.tsx'
import styles from './SideBar.module.css'

/** Where one is, how the outcomes stand, which teams are in it. Outcomes and teams narrow the board, and the insights where these are shown. */
export function SideBar(): ReactNode {
  return (
    <section data-side-bar className={styles.bar} aria-label={shellText.overview}>
      <ScreenList />
      <ProgramSwitch />
      <Outcomes />
      <Teams />
    </section>
  )
}

function Outcomes(): ReactNode {
  const view = useLaterView()
  const programs = useBoard((state) => state.query.filter.programs)
  const outcomes = outcomesOfPrograms(view, programs)
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
  const view = useLaterView()
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
  const teams = teamsInPlan(useLaterView())
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
