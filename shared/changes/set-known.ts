import { changesOf, foldChanges, type ChangeSet } from './fold.ts'
import { isKnown, type Knows } from './knows.ts'

/**
 * Of a set of changes those that somebody had seen: whatever came in since, from whomever and however long ago it was
 * made, is left out. The very same set where everything was seen.
 */
export function setKnown({ set, knows }: { readonly set: ChangeSet; readonly knows: Knows }): ChangeSet {
  if ([...set.knows.values()].every((stamp) => isKnown({ knows, stamp }))) return set
  return foldChanges([...changesOf(set)].filter(({ at }) => isKnown({ knows, stamp: at })))
}
