import { writerOf } from '../../../../shared/changes/stamp.ts'
import { isPageWriter } from '../../../../shared/changes/writer.ts'
import { nameOf } from '../oracle.ts'
import { hasCell } from './cell-set.ts'
import type { Entry } from './ledger.ts'
import type { World } from './world.ts'

/**
 * Looks into what became of every write that was acknowledged: it counts; or somebody wrote over it who knew
 * it; or it lost in a conflict that was raised. Only then may it have stopped counting.
 * @returns the writes of which none of these is true
 */
export function unaccounted(world: World): readonly Entry[] {
  const inConflict = namesIn(world.raised)
  const atHome = namesIn(world.metAtHome)
  const lost: Entry[] = []
  for (const fields of world.ledger.lists.values()) {
    for (const list of fields.values()) lost.push(...list.slice(0, -1).filter((entry) => !isAccounted({ world, inConflict, atHome, list, entry })))
  }
  return lost
}

interface Account {
  readonly world: World
  readonly inConflict: ReadonlySet<string>
  readonly atHome: ReadonlySet<string>
  /** Everything written to the entry's field. */
  readonly list: readonly Entry[]
  readonly entry: Entry
}

function isAccounted({ entry, ...books }: Account): boolean {
  const { world, inConflict, atHome, list } = books
  if (entry.on.startsWith('replica:') || isPageWriter(writerOf(entry.at))) return true // facts about a computer, and a page's words, are nobody's work
  const later = list.slice(list.indexOf(entry) + 1)
  if (later.length === 0) return true
  if (later.some(({ knew }) => hasCell(knew, entry.index))) {
    world.tally.overwrittenKnowingly += 1
    return true
  }
  if (inConflict.has(nameOf(entry))) {
    world.tally.lostInConflict += 1
    return true
  }
  // what two wrote alike stands or falls as one
  return atHome.has(nameOf(entry)) || later.some((other) => other.text === entry.text && isAccounted({ ...books, entry: other }))
}

function namesIn(pairs: Iterable<string>): ReadonlySet<string> {
  return new Set([...pairs].flatMap((pair) => pair.split('\n  ').slice(1)))
}
