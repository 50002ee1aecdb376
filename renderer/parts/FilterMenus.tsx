import { useMemo, type ReactNode } from 'react'
import type { BoardFilter } from '../../shared/board/query.ts'
import { allOutcomes, outcomesOfPrograms } from '../../shared/plan/outline.ts'
import { programsOf } from '../../shared/plan/plan-view.ts'
import { teamsInPlan } from '../../shared/plan/teams.ts'
import { ownersInPlan } from '../../shared/teams/owners.ts'
import { useBoard, useSession } from '../state/session.tsx'
import { boardText } from '../text/board.ts'
import { Chip } from '../ui/Chip.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuEntry } from '../ui/menu-entry.ts'
import { programLabel } from './program-label.ts'
import { useLaterView } from './use-later-view.ts'

type Several = 'programs' | 'outcomes' | 'teams' | 'owners'

/** The parts of the filter of which several can be chosen; programs only where there are some to choose from, owners where a goal has one. */
export function FilterMenus(): ReactNode {
  const { plan } = useSession()
  const filter = useBoard((state) => state.query.filter)
  const view = useLaterView()
  const programs = useMemo(() => programsOf(view), [view])
  const hasOwners = useMemo(() => ownersInPlan(view).length > 0, [view])
  const numbers = useMemo(() => allOutcomes(view).flatMap(({ id, number }) => (filter.outcomes.includes(id) ? [number] : [])), [view, filter.outcomes])
  const now = (): typeof view => plan.getState().view
  const chosen = programs.filter(({ id }) => filter.programs.includes(id))
  return (
    <>
      {(programs.length > 1 || filter.programs.length > 0) && (
        <FilterMenu part="programs" label={boardText.filterProgram(chosen.map((program) => program.code.trim() || programLabel(program)))} options={() => programsOf(now()).map((program) => ({ value: program.id, label: programLabel(program) }))} />
      )}
      <FilterMenu
        part="outcomes"
        label={boardText.filterOutcome(numbers)}
        options={() => outcomesOfPrograms(now(), filter.programs).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      <FilterMenu part="teams" label={boardText.filterTeam(filter.teams)} options={() => [...teamsInPlan(now()).map(({ team }) => ({ value: team, label: team })), { value: '', label: boardText.noTeam }]} />
      {(hasOwners || filter.owners.length > 0) && (
        <FilterMenu part="owners" label={boardText.filterOwner(filter.owners)} options={() => [...ownersInPlan(now()).map((owner) => ({ value: owner, label: owner })), { value: '', label: boardText.noOwner }]} />
      )}
    </>
  )
}

interface FilterMenuProps<P extends Several> {
  readonly part: P
  readonly label: string
  readonly options: () => readonly { readonly value: BoardFilter[P][number]; readonly label: string }[]
}

function FilterMenu<P extends Several>({ part, label, options }: FilterMenuProps<P>): ReactNode {
  const { board } = useSession()
  const isActive = useBoard((state) => state.query.filter[part].length > 0)
  // asked when it is opened or changed, since the menu stays open meanwhile
  const chosen = (): readonly BoardFilter[P][number][] => board.getState().query.filter[part]
  const toggle = (value: BoardFilter[P][number]): void => {
    const next = chosen().includes(value) ? chosen().filter((each) => each !== value) : [...chosen(), value]
    board.getState().narrow({ [part]: next })
  }
  const entries = (): readonly MenuEntry[] => options().map(({ value, label: name }) => ({ kind: 'check', id: `${part} ${value}`, label: name, checked: chosen().includes(value), onChange: () => toggle(value) }))
  return <Menu trigger={<Chip label={label} active={isActive} />} entries={entries} />
}
