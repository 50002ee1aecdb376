import { isObject } from '../../shared/file/json-value.ts'
import { slotNumbers, slotsHeld } from './writer-slot.ts'

/** Where texts that are being typed are kept over a reload of their window, and over its end. */
export interface DraftKeep {
  /** What was kept, or null; never throws. */
  readonly read: () => unknown
  /** Keeps these instead; false where there is no room, or no storage. */
  readonly write: (drafts: unknown) => boolean
}

export interface DraftKeepParts {
  /** The writer slot of the window, by which it finds its own again. */
  readonly slot: number
  readonly locks?: Pick<LockManager, 'request' | 'query'>
  readonly storage?: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/**
 * Keeps the drafts of one window in local storage: what belongs to the window alone goes with it when it is killed.
 * Drafts of windows that are gone are taken over; two of one field are never mixed, the other waits until this one
 * is done with. Where there is no storage, or it is full, drafts last as long as the page.
 */
export async function openDraftKeep({ slot, locks = navigator.locks, storage = () => localStorage }: DraftKeepParts): Promise<DraftKeep> {
  const keepOf = (own: number): DraftKeep => ({
    read: () => {
      try {
        const kept: unknown = JSON.parse(storage().getItem(keyOf(own)) ?? 'null')
        return kept
      } catch {
        return null
      }
    },
    write: (drafts) => {
      try {
        if (isObject(drafts) && Object.keys(drafts).length === 0) storage().removeItem(keyOf(own))
        else storage().setItem(keyOf(own), JSON.stringify(drafts))
        return true
      } catch {
        // what is typed is still on the screen and in memory
        return false
      }
    },
  })
  const keep = keepOf(slot)
  // one window at a time, so that none reads while another takes over what it would find
  await locks.request('quarterdeck-drafts', {}, async () => {
    const held = await slotsHeld(locks)
    for (const other of slotNumbers) if (other !== slot && !held.has(other)) takeOver({ keep, left: keepOf(other) })
  })
  return keep
}

function takeOver({ keep, left }: { readonly keep: DraftKeep; readonly left: DraftKeep }): void {
  const theirs = left.read()
  if (!isObject(theirs)) return
  const kept = keep.read()
  const own = isObject(kept) ? kept : {}
  if (keep.write({ ...theirs, ...own })) left.write(Object.fromEntries(Object.entries(theirs).filter(([key]) => key in own)))
}

function keyOf(slot: number): string {
  return `quarterdeck.drafts ${slot}`
}
