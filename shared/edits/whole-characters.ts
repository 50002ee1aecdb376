import type { Edit, Fields } from '../changes/change.ts'

/**
 * Edits as every file can hold them: half a character, as a broken clipboard may bring it, becomes the sign for one
 * that can't be shown. Left as it is, it would make of every export one that nobody can open.
 */
export function withWholeCharacters(edits: readonly Edit[]): readonly Edit[] {
  return edits.map(({ on, set }) => ({ on, set: wholeFields(set) }))
}

function wholeFields(set: Fields): Fields {
  return Object.fromEntries(Object.entries(set).map(([field, value]) => [field.toWellFormed(), typeof value === 'string' ? value.toWellFormed() : value]))
}
