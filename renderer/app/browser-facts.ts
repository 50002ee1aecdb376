import { roomGiven, type RoomGiven } from '../data/keep-plans.ts'
import { atMost } from '../host/at-most.ts'

/** What the browser has of what the planner needs, and what room it gives: for whoever looks for a fault. */
export interface BrowserFacts {
  readonly has: string
  readonly room: string
}

/** A browser in trouble may not answer. */
const patienceMs = 500

export async function browserFacts(): Promise<BrowserFacts> {
  const { storage, locks }: { readonly storage?: StorageManager; readonly locks?: LockManager } = navigator // not in every browser
  const has = [
    `secure ${said(isSecureContext)}`,
    `indexedDB ${said(hasDatabases())}`,
    `locks ${said(locks !== undefined)}`,
    `channel ${said('BroadcastChannel' in globalThis)}`,
    `storage ${said(storage !== undefined)}`,
    `files ${said(storage !== undefined && 'getDirectory' in storage)}`,
  ]
  return { has: has.join(', '), room: roomText(await atMost({ work: roomGiven(storage), ms: patienceMs, late: null })) }
}

/** What is used and what may be, in KiB. */
export function roomText(room: RoomGiven | null): string {
  return room === null ? 'room not told' : `${bytes(room.usage)} used of ${bytes(room.quota)}, ${room.isPersisted ? 'kept' : 'may be cleared by the browser'}`
}

function bytes(count: number | undefined): string {
  return count === undefined ? 'unknown' : `${Math.round(count / 1024)} KiB`
}

function hasDatabases(): boolean {
  try {
    return globalThis.indexedDB !== undefined && globalThis.indexedDB !== null
  } catch {
    return false
  }
}

function said(is: boolean): string {
  return is ? 'yes' : 'no'
}
