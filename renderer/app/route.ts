import { parseScope, type BoardScope } from '../../shared/board/query.ts'
import { hasKind, isRecordId, type GoalId, type PlanId } from '../../shared/model/ids.ts'
import type { Screen } from '../state/ui-store.ts'

/** Where a window is, as its address says it, so that a reload or a restart comes back to the same place. */
export interface Route {
  readonly plan: PlanId
  readonly screen: Screen
  readonly scope: BoardScope
  readonly goal: GoalId | null
}

const screens: readonly Screen[] = ['board', 'plan', 'exchange', 'snapshots', 'history']

/** `#/plan:tec3/board/2/goal:x`; null for the start screen and for what isn't an address of ours. */
export function parseRoute(hash: string): Route | null {
  const [, plan, screen, scope, goal] = decodeSafely(hash).split('/')
  if (!isRecordId(plan) || !hasKind(plan, 'plan')) return null
  return {
    plan,
    screen: screens.find((each) => each === screen) ?? 'board',
    scope: parseScope(scope ?? '') ?? 1,
    goal: isRecordId(goal) && hasKind(goal, 'goal') ? goal : null,
  }
}

export function formatRoute({ plan, screen, scope, goal }: Route): string {
  return `#/${[plan, screen, String(scope), ...(goal === null ? [] : [goal])].join('/')}`
}

function decodeSafely(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return '' // a stray % in the address
  }
}
