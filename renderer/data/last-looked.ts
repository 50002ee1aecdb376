import type { PlanId } from '../../shared/model/ids.ts'

/**
 * When a person last looked at what others changed in a plan, in milliseconds since 1970; null where they never have. Every
 * window of this computer reads it anew, and losing it only shows more as new.
 */
export function lastLooked(plan: PlanId): number | null {
  try {
    const at = Number(localStorage.getItem(keyFor(plan)) ?? Number.NaN)
    return Number.isFinite(at) && at >= 0 ? at : null
  } catch {
    return null // a browser that keeps nothing
  }
}

export function keepLastLooked(plan: PlanId, at: number): void {
  try {
    localStorage.setItem(keyFor(plan), String(at))
  } catch {
    // it then holds for this window only
  }
}

function keyFor(plan: PlanId): string {
  return `quarterdeck.looked.${plan}`
}
