import type { Change } from '../../../../shared/changes/change.ts'
import { recordIn } from '../../../../shared/changes/fold.ts'
import { winnerOf } from '../../../../shared/changes/folded-record.ts'
import { replicaOf, writerOf } from '../../../../shared/changes/stamp.ts'
import { isAheadWriter } from '../../../../shared/changes/writer.ts'
import type { RecordId } from '../../../../shared/model/ids.ts'
import { stableText } from '../portrait.ts'
import type { Written } from '../session.ts'
import { hasCell, noCells, putCells, takeCells, type CellSet } from './cell-set.ts'
import { cellSetOf, enter, lastSeen, listOf, type Entry } from './ledger.ts'
import { showTouched } from './watched-view.ts'
import { insist, type Window, type World } from './world.ts'

/**
 * Enters into the books what a window wrote, and looks whether it is later than what it replaces, counts there
 * at once and, where it takes something back, replaces nobody else's work.
 */
export function wrote({ world, window, written, isTakingBack }: { readonly world: World; readonly window: Window; readonly written: Written; readonly isTakingBack: boolean }): void {
  const { session, changes, touched } = written
  window.session = session
  if (changes.length === 0) return
  showTouched(world, window, touched)
  const knew: CellSet = window.seen.slice()
  const known = world.ledger.entries.length
  const entries = enter({ ledger: world.ledger, changes, knew, knewAtHome: seenAtHome(world, window) })
  // but for what is nowhere any more: a window that was opened again may hand out its stamp, and write the same
  insist(world.hasCopies || entries.every(({ index }) => index >= known || hasCell(world.vanished, index)), 'nothing is written twice under one stamp')
  takeCells(world.vanished, cellSetOf(entries))
  enterStamps(world, changes)
  for (const entry of entries) {
    judge({ world, window, entry, knew })
    if (isTakingBack) judgeWhose({ world, window, entry, knew })
  }
  const cells = cellSetOf(entries)
  putCells(window.seen, cells)
  window.computer.log.push({ changes, cells, by: window })
  if (!isTakingBack) window.redoable = []
}

/** What the windows of a computer have seen, one or the other. */
function seenAtHome(world: World, { computer }: Window): CellSet {
  const seen = noCells()
  for (const each of world.windows) if (each.computer === computer) putCells(seen, each.seen)
  return seen
}

/** Looks whether each writer's stamps rise. */
export function enterStamps(world: World, changes: readonly Change[]): void {
  for (const stamp of new Set(changes.map(({ at }) => at))) {
    const last = world.lastStamps.get(writerOf(stamp))
    insist(world.hasCopies || last === undefined || last < stamp, 'what a writer writes rises')
    world.lastStamps.set(writerOf(stamp), stamp)
    if (isAheadWriter(writerOf(stamp))) world.tally.writtenOverTheFuture += 1
  }
}

interface Judged {
  readonly world: World
  readonly window: Window
  readonly entry: Entry
  /** What the window had seen before it wrote. */
  readonly knew: CellSet
}

function judge({ world, window, entry, knew }: Judged): void {
  const { on, field, at, text } = entry
  const list = listOf(world.ledger, on, field)
  const replaced = lastSeen(list, knew)
  insist(replaced === undefined || replaced.at < at, 'a local edit is stamped later than what it replaces')
  const counts = winnerOf(recordIn(window.session.set, on as RecordId), field) // an edit's own id
  insist(counts?.at === at && stableText(counts.value) === text, 'a local edit counts at once')
  if (list.some((other) => other.at === at && other !== entry)) world.tally.equalStamps += 1
}

/** Undo and redo replace only what this computer wrote, or took in as an action of its own. */
function judgeWhose({ world, window, entry, knew }: Judged): void {
  const isOwn = (other: Entry | undefined): boolean => other === undefined || window.computer.names.has(replicaOf(other.at)) || hasCell(window.takenIn, other.index)
  insist(isOwn(lastSeen(listOf(world.ledger, entry.on, entry.field), knew)), 'undo takes back only what is one’s own')
  const isMakingUndone = entry.field === 'deleted' && entry.value === true && lastSeen(listOf(world.ledger, entry.on, 'deleted'), knew) === undefined
  const others = [...(world.ledger.lists.get(entry.on)?.values() ?? [])].map((list) => lastSeen(list, knew))
  insist(!isMakingUndone || others.every(isOwn), 'a record that somebody else has worked on is not taken back')
}
