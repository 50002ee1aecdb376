import { replicaOf, writerOf } from '../../../../shared/changes/stamp.ts'
import { isPageWriter } from '../../../../shared/changes/writer.ts'
import { nameOf } from '../oracle.ts'
import { hasCell, type CellSet } from './cell-set.ts'
import { areEditsIn, lastSeen, type Entry } from './ledger.ts'
import { insist, type World } from './world.ts'

/**
 * Looks, once everybody holds the same, into what became of every write that was acknowledged: it counts; or
 * somebody wrote over it who knew it; or it lost in a conflict of which everybody has the one record.
 * @param all the cells that everybody holds
 */
export function judgeAccounts(world: World, all: CellSet): void {
  const records = recordsOf(world, all)
  insist(new Set(records).size === records.length, 'there is one record for each conflict')
  const odd = records.filter((key) => !world.records.has(key) || !areEditsIn({ ledger: world.ledger, key, cells: all }))
  insist(odd.length === 0, `each record is of a conflict that was found, and both its edits are there; not so:\n${odd.join('\n')}`)
  const inConflict = new Set(records.map((key) => key.split(' | ')).flatMap(([on = '', ...edits]) => on.split('>').flatMap((each) => edits.map((edit) => `${each} | ${edit}`))))
  const lost: Entry[] = []
  for (const fields of world.ledger.lists.values()) {
    for (const each of fields.values()) {
      const list = each.filter(({ index }) => hasCell(all, index))
      lost.push(...list.slice(0, -1).filter((entry) => !isAccounted({ world, inConflict, list, entry })))
    }
  }
  insist(lost.length === 0, `a write counts, was overwritten knowingly or lost in a conflict; not so:\n${lost.map(nameOf).join('\n')}`)
}

interface Account {
  readonly world: World
  /** The edits that the records of conflicts name. */
  readonly inConflict: ReadonlySet<string>
  /** Everything written to the entry's field. */
  readonly list: readonly Entry[]
  readonly entry: Entry
}

function isAccounted({ entry, ...books }: Account): boolean {
  const { world, inConflict, list } = books
  // facts about a computer, that a conflict was looked at, and a page's words are nobody's work
  if (/^(replica|conflict):/.test(entry.on) || isPageWriter(writerOf(entry.at))) return true
  const later = list.slice(list.indexOf(entry) + 1)
  if (later.length === 0) return true
  if (later.some(({ knewAtHome }) => hasCell(knewAtHome, entry.index))) {
    world.tally.overwrittenKnowingly += 1
    return true
  }
  if (inConflict.has(`${entry.on} | ${entry.at} ${entry.field}`)) {
    world.tally.lostInConflict += 1
    return true
  }
  // two windows of one computer are one person's hands, also where what stood between them is gone since
  if (later.some((other) => replicaOf(other.at) === replicaOf(entry.at) && writerOf(other.at) !== writerOf(entry.at))) return true
  // what two wrote alike stands or falls as one
  return world.lostAtHome.has(nameOf(entry)) || later.some((other) => other.text === entry.text && isAccounted({ ...books, entry: other }))
}

/** The conflicts of which there are records, as `recordKey` names them. */
function recordsOf({ ledger }: World, all: CellSet): readonly string[] {
  return [...ledger.lists].flatMap(([on, fields]) => {
    const said = ['record', 'earlier', 'later'].map((field) => lastSeen(fields.get(field) ?? [], all)?.text.replaceAll('"', ''))
    const below = lastSeen(fields.get('below') ?? [], all)?.text.replaceAll('"', '')
    return on.startsWith('conflict:') && said[0] !== undefined ? [[below === undefined ? said[0] : `${said[0]}>${below}`, ...said.slice(1)].join(' | ')] : []
  })
}
