/** The few words that controls say by themselves, whatever they are used for. */
export const controlText = {
  addTag: (text: string) => `Add “${text}”`,
  clear: 'Clear',
  close: 'Close',
  dateInvalidDay: 'Write a date as 2018-10-02',
  dateInvalidMonth: 'Write a month as 2018-07',
  dateInvalidEither: 'Write a date as 2018-10-02, or a month as 2018-07',
  dayPlaceholder: 'YYYY-MM-DD',
  dismiss: 'Dismiss',
  edit: (label: string) => `Edit ${label}`,
  eitherPlaceholder: 'YYYY-MM-DD or YYYY-MM',
  monthPlaceholder: 'YYYY-MM',
  notifications: 'Notifications',
  named: (label: string, value: string) => `${label}: ${value}`,
  noMatch: 'Nothing found',
  pickDate: 'Pick a date',
  remove: (label: string) => `Remove ${label}`,
} as const
