import type { PlanId } from '../../shared/model/ids.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { isLogEntry } from './commit-row.ts'
import { isList, parseJson } from './raw-value.ts'
import type { Commit } from './storage.ts'

const prefix = 'quarterdeck.outbox'

/**
 * Keeps commits that a page had no time to write before it went: IndexedDB answers later than a page that is
 * being closed can wait, local storage at once. Whatever is taken up twice does no harm, since a change that is
 * there already changes nothing.
 * @param slot the writer slot of the window, so that two windows on one plan don't take each other's place
 */
export function keepInOutbox({ plan, slot, commits }: { readonly plan: PlanId; readonly slot: number; readonly commits: readonly Commit[] }): void {
  try {
    const key = `${prefix} ${slot} ${plan}`
    // what an earlier window with this slot left may not be written yet; a page that is left may be told so twice
    const kept = commitsAt(key)
    const there = new Set(kept.map((commit) => JSON.stringify(commit)))
    const more = commits.filter((commit) => !there.has(JSON.stringify(commit)))
    if (more.length > 0) localStorage.setItem(key, JSON.stringify([...kept, ...more]))
  } catch {
    // no room, or no storage: then the question before leaving is all there is
  }
}

/** What earlier windows left in the outbox of a plan; what is no commit is passed over. */
export function readOutbox(plan: PlanId): readonly Commit[] {
  try {
    return keysOf(plan).flatMap(commitsAt)
  } catch {
    return []
  }
}

/** Takes out what is written by now; what another window has left there meanwhile stays. */
export function takeFromOutbox(plan: PlanId, written: readonly Commit[]): void {
  const gone = new Set(written.map((commit) => JSON.stringify(commit)))
  try {
    for (const key of keysOf(plan)) {
      const left = commitsAt(key).filter((commit) => !gone.has(JSON.stringify(commit)))
      if (left.length === 0) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(left))
    }
  } catch {
    // what could not be taken out is taken up once more, which does no harm
  }
}

/** Empties the outbox of a plan that is gone. */
export function clearOutbox(plan: PlanId): void {
  try {
    for (const key of keysOf(plan)) localStorage.removeItem(key)
  } catch {
    // a browser that keeps nothing has nothing to clear
  }
}

function keysOf(plan: PlanId): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(`${prefix} `) && key.endsWith(` ${plan}`))
}

function commitsAt(key: string): readonly Commit[] {
  const kept = parseJson(localStorage.getItem(key))
  return isList(kept) ? kept.filter(isCommit) : []
}

function isCommit(value: unknown): value is Commit {
  return isObject(value) && typeof value['action'] === 'string' && typeof value['at'] === 'number' && isLogEntry(value)
}
