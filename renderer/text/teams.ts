import type { By } from '../../shared/teams/portfolio.ts'
import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

/** Words of the screen of teams and owners. */
export const teamsText = {
  label: 'Teams',
  by: 'Teams or owners',
  teams: 'Teams',
  owners: 'Owners',
  list: { team: 'Teams', owner: 'Owners' } satisfies Readonly<Record<By, string>>,
  search: { team: 'Find a team', owner: 'Find an owner' } satisfies Readonly<Record<By, string>>,
  nobody: 'Nobody',
  nobodyHint: { team: 'Goals that name no team', owner: 'Goals that have no owner' } satisfies Readonly<Record<By, string>>,
  goals: (count: number) => (count === 0 ? 'No goals' : plural(count, 'goal', 'goals')),
  toAnswer: (count: number) => `${count} to answer`,
  progress: (percent: number) => `${percent} % done`,
  noneFound: 'Nobody has this name.',
  noTeams: 'No goal names a team yet.',
  noOwners: 'No goal has an owner yet.',
  noneHint: 'Teams and owners are set in the panel of a goal.',
  scope: { year: 'the year', unscheduled: 'what is not scheduled' },
  showOnBoard: 'Show on the board',
  showMore: (count: number) => `Show ${count} more`,
  asked: 'Waiting on us',
  askedHint: (team: string) => `What goals across the plan need of ${team}`,
  asking: 'We wait for',
  askingHint: (team: string) => `What goals of ${team} need of others`,
  accepted: 'Accepted',
  notYet: 'Not yet',
  accept: 'Accept',
  takeBack: 'Take back',
  /** Goes on after the word on the button, for screen readers. */
  acceptFor: (title: string) => ` what “${isolated(title)}” needs`,
  takeBackFor: (title: string) => ` the yes to “${isolated(title)}”`,
  needsGoal: (title: string) => `needs “${isolated(title)}”`,
  waitsFor: (whom: string) => `waits for ${whom}`,
  since: (date: string) => `since ${date}`,
  noTeam: 'no team',
  partOf: (title: string) => `part of ${isolated(title)}`,
} as const

/** What a team says of what a goal needs of it, on cards and in the goal. */
export const acceptText = {
  state: (isAccepted: boolean) => (isAccepted ? 'accepted' : 'not yet'),
  needs: (team: string) => `needs ${isolated(team)}`,
} as const
