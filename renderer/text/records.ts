/** Words for what records say and for who wrote it, wherever it is told. */
export const recordText = {
  yes: 'yes',
  no: 'no',
  page: 'goals page',
  stated: (title: string, status: string) => `${title}: ${status}`,
  computer: (replica: string) => `computer ${replica.slice(0, 4)}`,
} as const
