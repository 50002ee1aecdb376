/** Words that stand only on paper. */
export const printText = {
  printed: (date: string) => `Printed ${date}`,
  filter: (parts: readonly string[]) => `Only ${parts.join(', ')}`,
  who: 'Team, owner',
  quarter: 'Quarter',
  note: 'Last note',
} as const
