import type { ReactNode } from 'react'
import { teamsText } from '../../text/teams.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NameList } from './NameList.tsx'
import { PortfolioPane } from './PortfolioPane.tsx'
import styles from './TeamsScreen.module.css'
import { useTeams } from './teams-store.ts'
import { usePortfolios } from './use-portfolios.ts'
import { useTeamsHome } from './use-teams-home.ts'

/** Who has which goals of a quarter, and what teams wait for of each other. */
export function TeamsScreen(): ReactNode {
  const portfolios = usePortfolios()
  const by = useTeams((state) => state.by)
  const { screen, onFocus, onKeyDown } = useTeamsHome()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- the focus is on the buttons in it, and arrows lead from one to the other
    <main ref={screen} className={styles.screen} aria-label={teamsText.label} tabIndex={-1} onFocus={onFocus} onKeyDown={onKeyDown}>
      <NameList {...portfolios} />
      {portfolios.chosen === null ? (
        <EmptyState className={styles.empty} title={portfolios.all.length > 0 ? teamsText.noneFound : by === 'team' ? teamsText.noTeams : teamsText.noOwners}>
          {portfolios.all.length === 0 && teamsText.noneHint}
        </EmptyState>
      ) : (
        <PortfolioPane key={`${by} ${portfolios.chosen.name}`} by={by} portfolio={portfolios.chosen} />
      )}
    </main>
  )
}
