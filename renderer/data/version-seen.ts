import type { PlanId } from '../../shared/model/ids.ts'

/** Which release of the app had a plan open last on this computer; null where none is known. */
export function versionSeen(plan: PlanId): string | null {
  try {
    return localStorage.getItem(keyOf(plan))
  } catch {
    return null
  }
}

export function rememberVersion(plan: PlanId, version: string): void {
  try {
    if (versionSeen(plan) !== version) localStorage.setItem(keyOf(plan), version)
  } catch {
    // then there is one backup more at the next start
  }
}

function keyOf(plan: PlanId): string {
  return `quarterdeck.version.${plan}`
}
