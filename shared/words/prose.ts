const proseFields: ReadonlySet<string> = new Set(['title', 'description', 'summary', 'links', 'reason', 'waitingOn', 'text'])

/** Whether a field holds words that people wrote, in which a difference can be shown word by word. */
export function isProse(field: string): boolean {
  return proseFields.has(field)
}
