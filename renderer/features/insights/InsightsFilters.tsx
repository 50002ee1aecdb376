import { ListFilter, X } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { isFiltering, type BoardFilter } from '../../../shared/board/query.ts'
import { ownerOf } from '../../../shared/plan/goal-place.ts'
import { allOutcomes } from '../../../shared/plan/outline.ts'
import { liveGoals, programsOf, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { insightsText } from '../../text/insights.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import styles from './InsightsFilters.module.css'

type Narrowing = 'programs' | 'outcomes' | 'teams' | 'owners'

/** Which goals are counted, by the filter that the board has too: menus to narrow it, and in words what it leaves. */
export function InsightsFilters({ hidden }: { readonly hidden: number }): ReactNode {
  const { board } = useSession()
  const view = usePlan((state) => state.view)
  const filter = useBoard((state) => state.query.filter)
  const subGoals = useBoard((state) => state.query.subGoals)
  const owners = useMemo(() => ownersIn(view), [view])
  return (
    <div className={styles.filters}>
      <div className={styles.chips} role="toolbar" aria-label={insightsText.filters}>
        {programsOf(view).length > 1 && <Narrow by="programs" label={insightsText.program} />}
        {allOutcomes(view).length > 0 && <Narrow by="outcomes" label={insightsText.outcome} />}
        {teamsInPlan(view).length > 0 && <Narrow by="teams" label={insightsText.team} />}
        {owners.length > 0 && <Narrow by="owners" label={insightsText.owner} />}
        <Chip label={insightsText.subGoals} pressed={subGoals} onPressedChange={(counted) => board.getState().showSubGoals(counted)} />
      </div>
      {isFiltering(filter) && (
        <p className={styles.words}>
          <ListFilter aria-hidden="true" className={styles.funnel} />
          {insightsText.only(filterWords(view, filter))} {hidden > 0 && insightsText.hidden(hidden)}
          <Button size="small" variant="quiet" icon={<X />} onClick={() => board.getState().clearFilter()}>
            {insightsText.clear}
          </Button>
        </p>
      )}
    </div>
  )
}

function Narrow({ by, label }: { readonly by: Narrowing; readonly label: string }): ReactNode {
  const { board, plan } = useSession()
  const isOn = useBoard((state) => state.query.filter[by].length > 0)
  const entries = (): readonly MenuEntry[] =>
    choicesOf(plan.getState().view, by).map(({ value, name }) => {
      const chosen: readonly string[] = board.getState().query.filter[by]
      return {
        kind: 'check',
        id: value,
        label: name,
        checked: chosen.includes(value),
        // the menu offers values of this very list
        onChange: () => board.getState().narrow({ [by]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value] }),
      }
    })
  return <Menu trigger={<Chip label={label} active={isOn} />} entries={entries} />
}

function choicesOf(view: PlanView, by: Narrowing): readonly { readonly value: string; readonly name: string }[] {
  switch (by) {
    case 'programs':
      return programsOf(view).map(({ id, code, title }) => ({ value: id, name: [code, title].filter((part) => part !== '').join(' ') }))
    case 'outcomes':
      return allOutcomes(view).map(({ id, number, title }) => ({ value: id, name: `${number} ${title}` }))
    case 'teams':
      return teamsInPlan(view).map(({ team }) => ({ value: team, name: team }))
    case 'owners':
      return ownersIn(view).map((owner) => ({ value: owner, name: owner }))
    default:
      return by satisfies never
  }
}

function ownersIn(view: PlanView): readonly string[] {
  const owners = new Set<string>()
  for (const { id } of liveGoals(view)) owners.add(ownerOf(view, id))
  owners.delete('')
  return [...owners].toSorted()
}

function filterWords(view: PlanView, filter: BoardFilter): string {
  const { filter: text } = insightsText
  const say = (list: readonly string[], words: (names: string) => string): readonly string[] => (list.length === 0 ? [] : [words(list.join(', '))])
  return [
    ...say(filter.programs.map((id) => recordOf(view, id)?.code ?? ''), text.program),
    ...say(filter.outcomes.map((id) => recordOf(view, id)?.number ?? ''), text.outcome),
    ...say(filter.teams, text.team),
    ...say(filter.owners, text.owner),
    ...(filter.stretch ? [text.stretch] : []),
    ...(filter.needsNote ? [text.needsNote] : []),
    ...(filter.text.trim() === '' ? [] : [text.text(filter.text.trim())]),
  ].join(', ')
}
