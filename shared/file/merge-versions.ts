import type { Change } from '../changes/change.ts'
import { conflictChanges } from '../changes/conflict-records.ts'
import { addChanges, changesOf, emptyChangeSet, uniteChangeSets, type ChangeSet } from '../changes/fold.ts'
import { isKnown } from '../changes/knows.ts'
import { mergeChangeSets, type Merge } from '../changes/merge.ts'
import { writerOf } from '../changes/stamp.ts'
import { fileWriter } from '../changes/writer.ts'
import { adoptFile } from './adopt-file.ts'
import type { PlanFile } from './read-plan-file.ts'

export interface MergeVersions {
  /** What both sides come from; null where there is none, or it can't be read: only files changed by hand need it. */
  readonly base: PlanFile | null
  readonly mine: PlanFile
  readonly theirs: PlanFile
  /** What the file is called: to it edits made by hand are attributed. */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Unites two versions of a file, as when two branches are merged: all that stands in either, with what both sides
 * edited kept as conflicts to be looked at. Two files that are as they were written give the same whoever unites
 * them, in whichever order.
 */
export function mergeVersions({ base, mine, theirs, name, now }: MergeVersions): Merge {
  const start = base === null ? null : startOf({ file: base, reference: writtenIn(mine, theirs), name, now })
  const merge = mergeChangeSets(
    contentOf({ file: mine, reference: start ?? writtenIn(theirs), name, now }),
    contentOf({ file: theirs, reference: start ?? writtenIn(mine), name, now }),
  )
  return { ...merge, set: addChanges(merge.set, conflictChanges(merge)).set }
}

interface Version {
  readonly file: PlanFile
  /** What a file changed by hand is held against: what it was, as far as that is known. */
  readonly reference: ChangeSet
  readonly name: string
  readonly now: number
}

function contentOf({ file, reference, name, now }: Version): ChangeSet {
  return file.byHand === null ? file.set : uniteChangeSets(reference, adoptFile({ file, name, mine: reference, now })).set
}

/**
 * What both sides come from. A base that was changed by hand itself may have been taken in by one of them since:
 * then its edits are known by the stamps they got there, and are no edits of the other side, which has them too.
 */
function startOf({ file, reference, name, now }: Version): ChangeSet {
  const { byHand } = file
  if (byHand === null) return file.set
  const writer = fileWriter(byHand.key)
  const wasThere = ({ at }: Change): boolean => writerOf(at) === writer || (byHand.knows !== null && isKnown({ knows: byHand.knows, stamp: at }))
  return addChanges(adoptFile({ file, name, mine: reference, now }), [...changesOf(reference)].filter(wasThere)).set
}

/** The changes of those files that are as they were written. */
function writtenIn(...files: readonly PlanFile[]): ChangeSet {
  return files.filter(({ byHand }) => byHand === null).reduce((set, file) => uniteChangeSets(set, file.set).set, emptyChangeSet())
}
