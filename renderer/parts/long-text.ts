import type { Value } from '../../shared/changes/change.ts'

/** Longer than a line or two: then it is folded. */
export function isLongText(value: Value | undefined): boolean {
  return typeof value === 'string' && (value.length > 160 || value.includes('\n'))
}
