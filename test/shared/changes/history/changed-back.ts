import type { Value } from '../../../../shared/changes/change.ts'
import { replicaOf } from '../../../../shared/changes/stamp.ts'
import { stableText } from '../portrait.ts'
import { cellsWithout, hasCell, isNoCell, type CellSet } from './cell-set.ts'
import { cellSetOf, lastSeen, type Entry, type Ledger } from './ledger.ts'

interface Withdrawn {
  readonly ledger: Ledger
  /** The name that this computer writes under. */
  readonly replica: string
  /** What was seen before the merge, before it is taken back, and what goes with it. */
  readonly known: CellSet
  readonly seen: CellSet
  readonly gone: CellSet
  /** What merges brought that were set back by new changes. */
  readonly setBack: CellSet
  /** Records that stay whole. */
  readonly staying: ReadonlySet<string>
}

/**
 * What fields must be set to that people on this computer have changed, and changed back to what goes now: by `record
 * field`, as text. Judged by the books, list by list.
 */
export function expectedBack({ ledger, replica, known, seen, gone, setBack, staying }: Withdrawn): ReadonlyMap<string, string> {
  const left = cellsWithout(seen, gone)
  const isOwn = ({ at, index }: Entry): boolean => replicaOf(at) === replica && !hasCell(known, index)
  const due = new Map<string, string>()
  for (const [on, fields] of ledger.lists) {
    const isThere = [...fields.values()].some((list) => lastSeen(list, left) !== undefined)
    if (on.startsWith('conflict:') || on.startsWith('replica:') || staying.has(on) || !isThere) continue
    for (const [field, list] of fields) {
      const text = isNoCell(cellSetOf(list.filter(({ index }) => hasCell(gone, index)))) ? null : textBefore({ field, list, left, gone, setBack, isOwn })
      if (text !== null) due.set(`${on} ${field}`, text)
    }
  }
  return due
}

/** What a field says, as text: one that was never set says the same as one that was set back. */
export function says(field: string, value: Value | undefined): string {
  return stableText(value ?? (field === 'deleted' || field.includes('/') ? false : null))
}

function textBefore({ field, list, left, gone, setBack, isOwn }: { readonly field: string; readonly list: readonly Entry[]; readonly left: CellSet; readonly gone: CellSet; readonly setBack: CellSet; readonly isOwn: (entry: Entry) => boolean }): string | null {
  const now = lastSeen(list, left)
  if (now === undefined || !isOwn(now)) return null
  const brought = list.findLast(({ index, at, value }) => hasCell(gone, index) && at < now.at && says(field, value) === says(field, now.value))
  if (brought === undefined) return null
  const since = list.filter((entry) => hasCell(left, entry.index) && entry.at > brought.at && entry !== now)
  if (!since.every((entry) => isOwn(entry) || hasCell(setBack, entry.index)) || since.every(({ value }) => says(field, value) === says(field, now.value))) return null
  const text = says(field, list.findLast(({ index, at }) => hasCell(left, index) && at < brought.at && !hasCell(setBack, index))?.value)
  return text === says(field, now.value) ? null : text
}
