/** The few words that controls say by themselves, whatever they are used for. */
export const controlText = {
  arrows: { '↑': 'Up', '↓': 'Down', '←': 'Left', '→': 'Right' } as Readonly<Record<string, string>>,
  addTag: (text: string) => `Add “${text}”`,
  close: 'Close',
  dateInvalidDay: 'Write a date as 2018-10-02.',
  dateInvalidEither: 'Write a date as 2018-10-02, or a month as 2018-10.',
  dateInvalidMonth: 'Write a month as 2018-10.',
  dayPlaceholder: 'YYYY-MM-DD',
  dismiss: 'Dismiss',
  edit: (label: string) => `Edit ${label}`,
  eitherPlaceholder: 'YYYY-MM-DD or YYYY-MM',
  monthPlaceholder: 'YYYY-MM',
  named: (label: string, value: string) => `${label}: ${value}`,
  notifications: 'Notifications',
  pickDate: (label: string) => `Pick ${label} in a calendar`,
  remove: (label: string) => `Remove ${label}`,
  tagKeys: 'Backspace removes it',
} as const
