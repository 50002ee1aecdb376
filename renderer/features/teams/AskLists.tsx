import { useMemo, type ReactNode } from 'react'
import { teamWaitsFor, waitingOnTeam, type Ask } from '../../../shared/teams/asks.ts'
import { Listing } from '../../parts/Listing.tsx'
import { usePlan } from '../../state/session.tsx'
import { teamsText } from '../../text/teams.ts'
import { AskRow } from './AskRow.tsx'

/** What others need of a team, for it to accept, and what it needs of others. */
export function AskLists({ team }: { readonly team: string }): ReactNode {
  const view = usePlan((state) => state.view)
  const asked = useMemo(() => waitingOnTeam(view, team), [view, team])
  const asking = useMemo(() => teamWaitsFor(view, team), [view, team])
  return (
    <>
      <Listing title={teamsText.asked} hint={teamsText.askedHint(team)} items={asked} keyOf={keyOf} first={6}>
        {(ask) => <AskRow ask={ask} side="asked" />}
      </Listing>
      <Listing title={teamsText.asking} hint={teamsText.askingHint(team)} items={asking} keyOf={keyOf} first={6}>
        {(ask) => <AskRow ask={ask} side="asking" />}
      </Listing>
    </>
  )
}

function keyOf({ goal, team }: Ask): string {
  return `${goal.id} ${team ?? ''}`
}
