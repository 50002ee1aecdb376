import { parseScope, type BoardScope } from '../../shared/board/query.ts'
import { isMonth } from '../../shared/model/date.ts'
import { hasKind, isRecordId, type GoalId, type PlanId } from '../../shared/model/ids.ts'
import type { Screen } from '../state/ui-store.ts'

/** Where a window is, as its address says it, so that a reload or a restart comes back to the same place. */
export interface Route {
  readonly plan: PlanId
  readonly screen: Screen
  readonly scope: BoardScope
  readonly goal: GoalId | null
  /** In the history: the key of the moment that is looked at; null is now. */
  readonly moment: string | null
  /** In the check-in: the month that was chosen; null is the one that is suggested. */
  readonly month: string | null
}

const screens: readonly Screen[] = [
  'board',
  'plan',
  'checkin',
  'teams',
  'insights',
  'report',
  'exchange',
  'snapshots',
  'backups',
  'history',
  'turn',
]

/** `#/plan:tec3/board/2/goal:x`, `#/plan:tec3/history/2/2018-11-07`, `#/plan:tec3/checkin/2/2018-12`; null for the start screen and for what isn't an address of ours. */
export function parseRoute(hash: string): Route | null {
  const [, plan, named, scope, ...rest] = decodeSafely(hash).split('/')
  if (!isRecordId(plan) || !hasKind(plan, 'plan')) return null
  const screen = screens.find((each) => each === named) ?? 'board'
  return {
    plan,
    screen,
    scope: parseScope(scope ?? '') ?? 1,
    goal: rest.find((part): part is GoalId => isRecordId(part) && hasKind(part, 'goal')) ?? null,
    moment: screen === 'history' ? (rest.find((part) => /^[a-z0-9-]{1,20}$/.test(part)) ?? null) : null,
    month: screen === 'checkin' ? (rest.find(isMonth) ?? null) : null,
  }
}

export function formatRoute({ plan, screen, scope, goal, moment, month }: Route): string {
  const told = screen === 'history' ? moment : screen === 'checkin' ? month : null
  return `#/${[plan, screen, String(scope), told, goal].filter((part) => part !== null).join('/')}`
}

function decodeSafely(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return '' // a stray % in the address
  }
}
