import type { PlanId } from '../../shared/model/ids.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { isLogEntry } from './commit-row.ts'
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
    if (commits.length > 0) localStorage.setItem(`${prefix} ${slot} ${plan}`, JSON.stringify(commits))
  } catch {
    // no room, or no storage: then the question before leaving is all there is
  }
}

/** What earlier windows left in the outbox of a plan; what is no commit is passed over. */
export function readOutbox(plan: PlanId): readonly Commit[] {
  try {
    return keysOf(plan).flatMap((key) => {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isCommit) : []
    })
  } catch {
    return []
  }
}

/** Empties the outbox of a plan: what was in it is written, or the plan is gone. */
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

function isCommit(value: unknown): value is Commit {
  return isObject(value) && typeof value['action'] === 'string' && typeof value['at'] === 'number' && isLogEntry(value)
}
