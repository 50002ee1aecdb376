import type { Value } from '../../shared/changes/change.ts'

const proseFields: ReadonlySet<string> = new Set(['title', 'description', 'summary', 'reason', 'waitingOn', 'text'])

/** Whether a field holds words that people wrote, in which a difference can be shown word by word. */
export function isProse(field: string): boolean {
  return proseFields.has(field)
}

/** Longer than a line or two: then it is folded. */
export function isLongText(value: Value | undefined): boolean {
  return typeof value === 'string' && (value.length > 160 || value.includes('\n'))
}
