import type { Change } from '../../../../shared/changes/change.ts'
import type { Merge } from '../../../../shared/changes/merge.ts'
import { stableText } from '../portrait.ts'
import { conflictLines, expectedConflicts, pairName, type Pair } from './causality.ts'
import { areSameCells, hasCell, type CellSet } from './cell-set.ts'
import { cellSetOf, enter, lastSeen, listOf } from './ledger.ts'
import { insist, type File, type Window, type World } from './world.ts'
import { enterStamps } from './written.ts'

/** Looks whether a merge raises the conflicts that there are, and tells them. */
export function judgeConflicts({ world, window, file, merge }: { readonly world: World; readonly window: Window; readonly file: File; readonly merge: Merge }): readonly Pair[] {
  world.tally.conflicts += merge.conflicts.length
  world.tally.deletionConflicts += merge.conflicts.filter(({ mine, theirs }) => mine.field !== theirs.field).length
  if (world.hasCopies) return [] // two computers under one name: nothing can tell who knew what
  const pairs = expectedConflicts({ ledger: world.ledger, mine: window.seen, theirs: file.cells })
  const [raised, due] = [conflictLines(merge.conflicts), pairs.map(pairName).toSorted()]
  insist(raised.length === due.length && raised.every((line, index) => line === due[index]), `conflicts are between edits that did not know of each other; raised:\n${raised.join('\n')}\nexpected:\n${due.join('\n')}`)
  return pairs
}

/**
 * Enters the conflicts that were found, and looks whether each of which the plan holds no record got one: the same to
 * the last cell, whoever finds it.
 * @param keys the conflicts there are, as their records name them
 */
export function judgeFound({ world, window, changes, keys }: { readonly world: World; readonly window: Window; readonly changes: readonly Change[]; readonly keys: readonly string[] }): CellSet {
  const { ledger, records, tally } = world
  const isThere = (id: string | undefined): boolean => id !== undefined && lastSeen(listOf(ledger, id, 'record'), window.seen) !== undefined
  const due = new Set(keys.filter((key) => !isThere(records.get(key))))
  const known = ledger.entries.length
  const entries = enter({ ledger, changes })
  for (const { on, set } of world.hasCopies ? [] : changes) {
    const key = keyOfRecord(set)
    insist(due.delete(key), `a record is written of a conflict that was found, and only once: ${key}`)
    const foundBefore = records.get(key)
    insist(foundBefore === undefined || foundBefore === on, `whoever finds a conflict gives it the same id: ${key}`)
    insist(foundBefore === undefined || entries.every((entry) => entry.on !== on || entry.index < known), `whoever finds a conflict writes the same of it: ${key}`)
    if (foundBefore !== undefined) tally.foundTwice += 1
    records.set(key, on)
  }
  insist(world.hasCopies || due.size === 0, `every conflict gets a record; none got:\n${[...due].join('\n')}`)
  tally.conflictRecords += changes.length
  return cellSetOf(entries)
}

/**
 * Looks whether what comes to light when a merge is taken back is a conflict of edits that are both there. That none is
 * missing is looked at in the end, when every write is accounted for.
 */
export function judgeReopened({ world, window, changes }: { readonly world: World; readonly window: Window; readonly changes: readonly Change[] }): CellSet {
  const { ledger, records, tally } = world
  for (const { on, set } of changes) {
    const key = keyOfRecord(set)
    const [about = '', ...names] = key.split(' | ')
    const edits = names.flatMap((name) => about.split('>').flatMap((each) => listOf(ledger, each, name.slice(name.indexOf(' ') + 1))).filter(({ at, index }) => name.startsWith(at) && hasCell(window.seen, index)))
    const didKnow = edits.some((edit) => edits.some((other) => hasCell(edit.knew, other.index) && !hasCell(world.everOut, other.index)))
    insist(world.hasCopies || !didKnow, `a conflict that comes to light is between edits that did not know of each other: ${key}`)
    insist(edits.length >= 2, `both edits are there of a conflict that comes to light: ${key}`)
    insist(records.get(key) === undefined || records.get(key) === on, `whoever finds a conflict gives it the same id: ${key}`)
    records.set(key, on)
  }
  tally.conflictRecords += changes.length
  return cellSetOf(enter({ ledger, changes }))
}

/** The pair of edits that a record of a conflict names, as `recordKey` has it. */
function keyOfRecord(set: Change['set']): string {
  const [on = '', ...edits] = ['record', 'earlier', 'later'].map((field) => stableText(set[field] ?? null).replaceAll('"', ''))
  return [typeof set['below'] === 'string' ? `${on}>${set['below']}` : on, ...edits].join(' | ')
}

/** Enters what was written in a merge, in the knowledge of all that it brought. */
export function enterMade(world: World, window: Window, changes: readonly Change[]): CellSet {
  enterStamps(world, changes)
  return cellSetOf(enter({ ledger: world.ledger, changes, knew: window.seen.slice() }))
}

/** What a merge says that it brought is what the plan had not, and what was written in it. */
export function judgeBrought({ world, brought, cells }: { readonly world: World; readonly brought: readonly Change[]; readonly cells: CellSet }): void {
  if (!world.random.chance(0.2)) return
  const known = world.ledger.entries.length
  const told = cellSetOf(enter({ ledger: world.ledger, changes: brought }))
  insist(world.ledger.entries.length === known && areSameCells(told, cells), 'what a merge brought is what was not there before')
}
