/** What people call what has no name. */
export const untitledGoal = 'Untitled goal'
export const noTeam = 'No team'
